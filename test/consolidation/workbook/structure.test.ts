import { read } from '@e965/xlsx';
import { buildConsolidationWorkbook } from '../../../src/consolidation';
import { writeWorkbook } from '../../../src/xlsx';
import { cellAt, formulasOf, position, rowHolding, sheetOf } from '../../support/model';
import { structureProblems } from '../../support/xlsx-structure';
import { A, B, campaign, contribution } from '../campaign';
import { publishedCampaign } from './published';

interface Clicked {
  readonly v?: unknown;
  readonly l?: { readonly Target?: string };
}

/** SIREN that exist, whatever the number: what counts here is how many. */
const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    contribution({ siren: String(100_000_000 + index), data: { nb_lls: 10, nb_individuel: index } }),
  );

describe('the consolidation workbook', () => {
  const consolidation = publishedCampaign();
  const model = buildConsolidationWorkbook(consolidation);

  it('opens without a repair', async () => {
    expect(structureProblems(await writeWorkbook(model))).toEqual([]);
  });

  it('has a sheet for each thing a reader looks for, a matrix for each territory where someone is expected', () => {
    expect(model.sheets.map(({ name }) => name)).toEqual([
      'Synthèse',
      'Indicateurs',
      'Par territoire',
      'Contributions',
      'Remarques',
      'Calculs',
      'Matrice REG-28',
      'Réponses REG-28',
      'Matrice DEP-14',
      'Réponses DEP-14',
      'Matrice DEP-76',
      'Réponses DEP-76',
      'Faits',
      'Loyers',
      'Travaux',
      'Listes',
      'Coefficients',
      'Références',
      'Méthode',
      'Données des graphiques',
    ]);
  });

  it('freezes headings, prints one page wide with page numbers, and draws at least two charts', () => {
    for (const sheet of model.sheets) {
      expect(sheet.print?.footer).toContain('&P');
      if (!/^(Matrice|Réponses)/.test(sheet.name)) expect(sheet.print?.fitToWidth).toBe(true);
      if (sheet.name !== 'Méthode') expect(sheet.freeze?.rows).toBeGreaterThan(0);
    }
    expect(sheetOf(model, 'Synthèse').charts?.length).toBeGreaterThanOrEqual(2);
  });

  it('leads from an indicator to its calculation, to the matrix, and to the cell of the landlord’s file', () => {
    const row = rowHolding(model, 'Indicateurs', 0, 'CTX-05');
    const calculation = sheetOf(model, 'Indicateurs').rows[row]?.cells[0]?.link?.to ?? '';
    expect(calculation).toMatch(/^'Calculs'!B\d+$/);
    const term = sheetOf(model, 'Calculs').rows[position(calculation.split('!')[1] ?? '').row];
    expect(term?.cells[1]?.value).toBe('CTX-05');
    const heading = term?.cells[8]?.link?.to ?? '';
    expect(heading).toMatch(/^'Matrice REG-28'!/);
    const column = position(heading.split('!')[1] ?? '').column;

    const landlord = consolidation.landlords.find((one) => {
      return consolidation.answerOf(one.siren, 'REG:28', String(term?.cells[3]?.value)).state === 'number';
    })!;
    const cells = sheetOf(model, 'Matrice REG-28').rows[
      rowHolding(model, 'Matrice REG-28', 1, landlord.siren)
    ]?.cells;
    const fact = cells?.[column]?.link?.to ?? '';
    const [sheet = '', address = ''] = fact.split('!');
    expect(sheet).toBe("'Faits'");
    const shown = sheetOf(model, 'Faits').rows[position(address).row]?.cells.map((cell) => cell?.value);
    const [source] = consolidation.answerOf(landlord.siren, 'REG:28', String(term?.cells[3]?.value)).sources;
    expect(shown?.slice(8, 11)).toEqual([source?.file, source?.sheet, source?.cell]);
    expect(shown?.[1]).toBe(landlord.siren);
  });

  it('shows every figure of the year with its file, sheet and cell', () => {
    const facts = sheetOf(model, 'Faits').rows.slice(4);
    const given = consolidation.contributions.flatMap((one) =>
      one.facts.filter((fact) => fact.answer.kind !== 'blank'),
    );
    expect(facts.length).toBe(given.length);
    expect(facts.every(({ cells }) => cells.slice(8, 11).every((cell) => cell?.value !== undefined))).toBe(
      true,
    );
  });

  it('gives the coefficients taken with their source, and the other published values beside', () => {
    const rows = sheetOf(model, 'Coefficients').rows.slice(4);
    const taken = rows.filter(({ cells }) => cells[2]?.value === 'oui');
    const codes = taken.map(({ cells }) => cells[1]?.value);
    expect(codes).toContain('emplois_par_meur_neuf');
    expect(new Set(codes).size).toBe(codes.length);
    expect(rows.length).toBeGreaterThan(taken.length);
    expect(taken.every(({ cells }) => String(cells[10]?.value ?? '').length > 5)).toBe(true);
  });

  it('names the landlord expected from whom nothing came', () => {
    const row = rowHolding(model, 'Contributions', 1, '777777770');
    expect(cellAt(model, 'Contributions', `C${row + 1}`)?.value).toBe('non reçue');
  });

  it('is the same for the same campaign', () => {
    const other = buildConsolidationWorkbook(publishedCampaign());
    expect(other.sheets.map(({ name }) => sheetOf(other, name))).toEqual(
      model.sheets.map(({ name }) => sheetOf(model, name)),
    );
  });
});

describe('what others wrote', () => {
  it('is never a formula', () => {
    const { result } = campaign({
      contributions: [
        contribution({ siren: A, name: '=1+1', file: '+dossier.xlsx', data: { nb_lls: 1 } }),
        contribution({ siren: B, name: '@SUM(A1)', data: { nb_lls: 2 } }),
      ],
    });
    const model = buildConsolidationWorkbook(result, { title: '-2+3' });
    const texts = model.sheets.flatMap(({ name }) =>
      sheetOf(model, name).rows.flatMap(({ cells }) => cells.map((cell) => cell?.value)),
    );
    for (const text of ['=1+1', '+dossier.xlsx', '@SUM(A1)', '-2+3']) expect(texts).toContain(text);
    expect(
      formulasOf(model).filter(({ cell }) => /1\+1|dossier|SUM\(A1\)|2\+3/.test(cell.formula ?? '')),
    ).toEqual([]);
  });
});

describe('above 150 landlords', () => {
  it('holds values only, the same ones, and says so', async () => {
    const { result, cell } = campaign({ contributions: many(151) });
    const model = buildConsolidationWorkbook(result);
    expect(formulasOf(model)).toEqual([]);
    const said = sheetOf(model, 'Synthèse').rows.flatMap(({ cells }) =>
      cells.map((one) => String(one?.value ?? '')),
    );
    expect(said.join(' ')).toContain('au-delà de 150 bailleurs');
    const row = rowHolding(model, 'Indicateurs', 0, 'CTX-05');
    // Houses 0 + 1 + … + 150 = 11 325 of 1 510 dwellings: nonsense, but exactly that.
    expect(cell('CTX-05').value).toBeCloseTo(11_325 / 1_510, 12);
    expect(sheetOf(model, 'Indicateurs').rows[row]?.cells[3]?.value).toBe(cell('CTX-05').value);
    const bytes = await writeWorkbook(model);
    expect(structureProblems(bytes)).toEqual([]);

    // Read by another program: two clicks from the figure, by its answers, to the cell of each landlord.
    const { Sheets: sheets } = read(bytes, { cellStyles: false });
    const at = (sheet: string, address: string) => sheets[sheet]?.[address] as Clicked | undefined;
    const click = (sheet: string, address: string) =>
      /^#?'([^']+)'!([A-Z]+)(\d+)/u.exec(at(sheet, address)?.l?.Target ?? '')?.slice(1) ?? [];
    const [answers = '', column = ''] = click('Indicateurs', `A${row + 1}`);
    const reached = many(151).map((_, index) => {
      const [facts = '', , line = ''] = click(answers, `${column}${7 + index}`);
      const texts = 'ABCDEFGHIJK'.split('').map((letter) => String(at(facts, `${letter}${line}`)?.v));
      return [String(100_000_000 + index), 'nb_individuel', `${100_000_000 + index}.xlsx`, 'D3'].filter(
        (one) => texts.includes(one),
      ).length;
    });
    expect(reached).toEqual(many(151).map(() => 4));
  });

  it('is live with exactly 150', () => {
    const model = buildConsolidationWorkbook(campaign({ contributions: many(150) }).result);
    expect(formulasOf(model).length).toBeGreaterThan(150);
  });
});
