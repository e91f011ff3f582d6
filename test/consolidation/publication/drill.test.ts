import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { catalogue } from '../../../src/catalogue';
import { buildInternalWorkbook, buildPublicationWorkbook, publish } from '../../../src/consolidation';
import { leafKey, leavesOf } from '../../../src/formula';
import { writeWorkbook } from '../../../src/xlsx';
import { contribution, perimeter } from '../campaign';
import { smallCatalogue } from '../indicators';
import { publishedInput } from '../workbook/published';

/** A place in the workbook as a person reaches it: the sheet and the cells selected. */
interface Spot {
  sheet: string;
  from: string;
  to: string;
}

let book: WorkBook;
const input = publishedInput();
const publication = publish(input);
beforeAll(async () => {
  // Read by another program than the one that wrote it.
  book = read(await writeWorkbook(buildInternalWorkbook(publication)), { cellStyles: false });
});

const sheetOf = (name: string): WorkSheet => {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};
const textAt = (sheet: string, address: string) => {
  const cell = sheetOf(sheet)[address] as { v?: string | number } | undefined;
  return cell?.v === undefined ? '' : String(cell.v);
};
const rowOf = (address: string) => Number(/\d+/.exec(address)?.[0]);
const columnOf = (address: string) => /[A-Z]+/.exec(address)?.[0] ?? '';

/** Where a click on a cell leads; undefined where there is nothing to click. */
function click(sheet: string, address: string): Spot | undefined {
  const cell = sheetOf(sheet)[address] as { l?: { Target?: string } } | undefined;
  const found = /^#?'([^']+)'!([A-Z]+\d+)(?::([A-Z]+\d+))?$/.exec(cell?.l?.Target ?? '');
  return found ? { sheet: found[1] ?? '', from: found[2] ?? '', to: found[3] ?? found[2] ?? '' } : undefined;
}

/** The rows of a sheet that belong with one: those of the same calculation follow it. */
function sameCalculation(first: number): number[] {
  const key = (row: number) => `${textAt('Calculs', `A${row}`)} ${textAt('Calculs', `B${row}`)}`;
  const rows = [first];
  while (key(rows.at(-1)! + 1) === key(first)) rows.push(rows.at(-1)! + 1);
  return rows;
}

/** From a figure, the source cells that three clicks reach, by SIREN and code: `file sheet cell`. */
function reached(sheet: string, address: string): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  const calculation = click(sheet, address); // the first click
  if (calculation?.sheet !== 'Calculs') return places;
  for (const row of sameCalculation(rowOf(calculation.from))) {
    const answers = click('Calculs', `I${row}`); // the second
    if (!answers?.sheet.startsWith('Matrice')) continue;
    const column = columnOf(answers.from);
    for (let line = 7; textAt(answers.sheet, `B${line}`) !== ''; line += 1) {
      const source = click(answers.sheet, `${column}${line}`); // the third
      if (!source) continue;
      const key = `${textAt(answers.sheet, `B${line}`)} ${textAt('Calculs', `D${row}`)}`;
      const found = places.get(key) ?? new Set();
      places.set(key, found);
      // File, sheet and cell are the three columns after the last figure.
      const first = source.sheet === 'Faits' ? 'I' : source.sheet === 'Loyers' ? 'H' : 'J';
      for (let at = rowOf(source.from); at <= rowOf(source.to); at += 1) {
        const cells = [0, 1, 2].map((step) =>
          textAt(source.sheet, `${String.fromCharCode(first.charCodeAt(0) + step)}${at}`),
        );
        found.add(cells.join(' '));
      }
    }
  }
  return places;
}

/** Where the landlord's own files hold a data point, told from what the test gave, not from the engine. */
function givenAt(siren: string, code: string): Set<string> {
  const facts = input.contributions
    .filter(({ identity }) => identity?.siren === siren)
    .flatMap((one) => one.facts.filter((fact) => fact.code === code));
  return new Set(facts.map(({ source }) => `${source.file} ${source.sheet} ${source.cell}`));
}

describe('from a published figure of the internal workbook', () => {
  const published = publication.cells
    .map((cell, at) => ({ cell, row: at + 5 }))
    .filter(({ cell }) => cell.status === 'published' && cell.respondentSirens.length > 0);

  it('three clicks reach the file, sheet and cell of every respondent, at every territory', () => {
    expect(published.length).toBeGreaterThan(40);
    let checked = 0;
    for (const { cell, row } of published) {
      expect(textAt('Publication', `A${row}`)).toBe(cell.code);
      const places = reached('Publication', `F${row}`);
      const leaves = leavesOf(catalogue.indicators.get(cell.code)!.inlined);
      for (const leaf of leaves.filter((one) => one.kind === 'data' || one.kind === 'rows')) {
        for (const siren of cell.respondentSirens) {
          const found = places.get(`${siren} ${leafKey(leaf)}`);
          const label = `${cell.code} ${cell.territory} ${siren} ${leafKey(leaf)}`;
          expect([label, found?.size ?? 0]).not.toEqual([label, 0]);
          if (leaf.kind !== 'data') continue;
          const given = givenAt(siren, leaf.code);
          for (const place of found ?? []) expect([label, given.has(place)]).toEqual([label, true]);
          checked += 1;
        }
      }
    }
    expect(checked).toBeGreaterThan(200);
  });

  it('an answer added up from several cells selects them all', () => {
    // The third landlord gave no figure of its own there: its rents are two rows, of two départements.
    const places = reached('Publication', `F${rowOfCell('PAC-03', 'REG:28')}`);
    const [rents] = [...places].filter(([key]) => key.includes('loyers'));
    expect(rents?.[1].size).toBe(2);
  });

  it('the figures of the other sheets lead there too', () => {
    const summary = sheetOf('Synthèse');
    const figures = Object.keys(summary).filter((address) => click('Synthèse', address)?.sheet === 'Calculs');
    expect(figures.length).toBeGreaterThan(10);
    for (const sheet of ['Indicateurs', 'Par territoire']) {
      const leads = Object.keys(sheetOf(sheet)).filter((one) => click(sheet, one)?.sheet === 'Calculs');
      expect(leads.length).toBeGreaterThan(100);
    }
  });

  function rowOfCell(code: string, territory: string): number {
    return 5 + publication.cells.findIndex((one) => one.code === code && one.territory === territory);
  }
});

describe('what the internal workbook says besides', () => {
  const three = ['111111118', '222222226', '333333334'].map((siren, index) =>
    contribution({ siren, data: { nb_lls: 100 + index, nb_individuel: 10, nb_neufs: 0, nb_rehab: 0 } }),
  );
  const [first, ...others] = three;
  const fact = first!.facts.find(({ code }) => code === 'nb_lls')!;
  const remark = {
    level: 'warning',
    code: 'adjusted',
    message: '',
    source: fact.source,
    subject: 'nb_lls',
  } as const;
  const { cells, adjusted, consolidation } = publish({
    catalogue: smallCatalogue(),
    contributions: [{ ...first!, remarks: [remark] }, ...others],
    perimeter: perimeter(Object.fromEntries(three.map((one) => [one.identity!.siren, { 'REG:28': 100 }]))),
    year: 2019,
  });

  it('how many adjusted figures a cell rests on, and the publication in all: each once', () => {
    const of = (code: string) => cells.find((one) => one.code === code);
    expect([of('CTX-01'), of('CTX-05'), of('ECO-05')].map((one) => [one?.status, one?.adjusted])).toEqual([
      ['published', 1],
      ['published', 1],
      ['published', 0],
    ]);
    expect(adjusted).toBe(1);
    const publicCopy = buildPublicationWorkbook({ cells, adjusted, consolidation, exposedBefore: false });
    const method = JSON.stringify(publicCopy.sheets.find(({ name }) => name === 'Méthode')?.rows);
    expect(method).toContain('Un chiffre de bailleur a été ajusté');
  });

  it('which zero says that everyone has zero', () => {
    const { sheets } = buildInternalWorkbook({ cells, adjusted, consolidation, exposedBefore: false });
    const rows = sheets.find(({ name }) => name === 'Publication')?.rows ?? [];
    const told = (code: string) =>
      rows.find((row) => row.cells[0]?.value === code)?.cells.map((one) => one?.value)[13];
    expect(told('ECO-05')).toMatch(/^Zéro partagé : chacun des 3 répondants est à zéro/);
    expect(told('CTX-01')).toBeUndefined();
  });
});
