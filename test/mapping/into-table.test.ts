import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../../src/catalogue';
import { buildTemplate, readContribution } from '../../src/contribution';
import { planInTable, proposeMappings } from '../../src/mapping';
import {
  bytesSource,
  fillTable,
  inflatePortably,
  openArchive,
  openWorkbook,
  writeWorkbook,
} from '../../src/xlsx';
import { itWithLibreOffice, recalculate } from '../support/libreoffice';
import { viewsOf } from './labelled';
import { landlordWorkbook, options, sure } from './landlord-workbook';

describe('a workbook that holds its questionnaire already', () => {
  const identity = { siren: '732829320', name: 'Office du Bocage', year: 2024 };
  /** The landlord's own sheets, then the questionnaire, in which these questions are answered. */
  async function questionnaire(
    answers: Readonly<Record<string, number>> = { tfpb: 2_000_000 },
  ): Promise<Uint8Array> {
    const own = landlordWorkbook('residences', 'compte-de-resultat-ke');
    const { sheets, names } = buildTemplate(identity, catalogue);
    const bytes = await writeWorkbook({
      ...own,
      sheets: [...own.sheets, ...sheets],
      ...(names && { names }),
    });
    const table = await tableOf(bytes);
    const cells = Object.entries(answers).map(([code, value]) => ({
      row: table.codes.indexOf(code),
      column: table.value,
      value,
    }));
    return fillTable(bytes, { table: 'IMPACT_DONNEES', cells, rows: 0 });
  }
  async function tableOf(bytes: Uint8Array) {
    const workbook = await openWorkbook(bytesSource(bytes));
    const { block } = workbook.tables.find(({ name }) => name === 'IMPACT_DONNEES')!;
    const data = await workbook.readTable('IMPACT_DONNEES');
    const at = (heading: string) => data.columns.findIndex((one) => one.toLowerCase() === heading);
    const codes = Array.from({ length: data.rowCount }, (_, row) => data.cell(row, at('code')));
    return {
      data,
      codes,
      value: at('valeur'),
      territory: at('territoire'),
      rows: block.lastRow - block.firstRow,
    };
  }
  async function filled(answers?: Readonly<Record<string, number>>) {
    const before = await questionnaire(answers);
    const views = (await viewsOf(before)).filter(({ name }) => /^(?:Parc|CR)/u.test(name));
    const { data, rows } = await tableOf(before);
    const plan = planInTable(sure(proposeMappings(views, options).proposals), data, rows, undefined)!;
    return { before, plan, after: await fillTable(before, plan.fill) };
  }

  it('gets formulas in its blank answers and rows for communes; what is answered is kept and told', async () => {
    const { before, after, plan } = await filled();
    const { facts } = await readContribution(bytesSource(after), 'bocage.xlsx', { catalogue });
    const total = (code: string): number =>
      facts
        .filter((fact) => fact.code === code)
        .reduce((all, { answer }) => all + (answer.kind === 'number' ? answer.value : 0), 0);
    expect([total('nb_lls'), total('log_qpv'), total('tfpb')]).toEqual([437, 330, 2_000_000]);
    expect(plan.kept.map(({ code }) => code)).toEqual(['tfpb']);
    const [old, now] = await Promise.all([before, after].map(tableOf));
    // Three communes each for the stock and for what the list of residences tells.
    expect(now!.rows).toBeGreaterThan(old!.rows);
    const added = now!.codes.slice(old!.rows);
    expect(added.filter((code) => code === 'nb_lls')).toHaveLength(3);
    expect(now!.codes.slice(0, old!.rows)).toEqual(old!.codes);
    const [first, second] = await Promise.all(
      [before, after].map((bytes) => openArchive(bytesSource(bytes), inflatePortably)),
    );
    const changed: string[] = [];
    for (const name of first!.names)
      if (Buffer.compare(await first!.read(name), await second!.read(name)) !== 0) changed.push(name);
    expect(changed).toHaveLength(2);
    expect(changed.filter((name) => /tables\/table\d+\.xml$/u.test(name))).toHaveLength(1);
  });

  it('leaves an answered whole alone: its communes would be a second answer', async () => {
    const { before, after, plan } = await filled({ nb_lls: 440 });
    expect(plan.kept.map(({ code }) => code)).toEqual(['nb_lls']);
    const [old, now] = await Promise.all([before, after].map(tableOf));
    const added = now!.codes.slice(old!.rows);
    expect(added).not.toContain('nb_lls');
    expect(added.filter((code) => code === 'log_qpv').length).toBeGreaterThan(0);
  });

  itWithLibreOffice('is calculated by LibreOffice to the values stored', async () => {
    const { after } = await filled();
    const { data, codes, value } = await tableOf(after);
    const theirs = (await recalculate(after)).get(data.sheet)!;
    let compared = 0;
    codes.forEach((code, row) => {
      const stored = data.cell(row, value);
      if (typeof stored !== 'number') return;
      const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(data.address(row, value))!;
      const found = theirs[Number(number) - 1]?.[letters!.charCodeAt(0) - 65];
      expect([code, found]).toEqual([code, expect.closeTo(stored, 6)]);
      compared += 1;
    });
    expect(compared).toBeGreaterThan(15);
  });

  it('is refused where a cell is answered, or where something stands below the table', async () => {
    const bytes = await writeWorkbook({
      ...landlordWorkbook('residences'),
      sheets: [
        {
          name: 'Données',
          columns: [],
          rows: [['code', 'annee', 'territoire', 'valeur'], ['nb_lls', 2024, '', 7], [], ['Total']].map(
            (cells) => ({
              cells: cells.map((one) => (one === '' ? undefined : { value: one })),
            }),
          ),
          tables: [
            { name: 'IMPACT_DONNEES', ref: 'A1:D2', columns: ['code', 'annee', 'territoire', 'valeur'] },
          ],
        },
      ],
    });
    const fill = (row: number, rows: number) =>
      fillTable(bytes, { table: 'impact_donnees', cells: [{ row, column: 3, value: 1 }], rows });
    await expect(fill(0, 0)).rejects.toThrow('La cellule D2 de « Données » n’est pas vide');
    await expect(fill(1, 2)).rejects.toThrow(/la cellule A4 de « Données » est occupée en dessous/u);
    const grown = await openWorkbook(bytesSource(await fill(1, 1)));
    expect((await grown.readTable('IMPACT_DONNEES')).cell(1, 3)).toBe(1);
  });

  it('is connected by the command line, that says what it kept', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'impact-map-'));
    writeFileSync(join(folder, 'bocage.xlsx'), await questionnaire());
    const script = join(__dirname, '../../scripts/impact.mjs');
    const impact = (...args: string[]) =>
      spawnSync('node', [script, 'map', ...args], { cwd: folder, encoding: 'utf8' });
    const { status, stdout } = impact('bocage.xlsx', '-o', 'raccorde.xlsx');
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(
        /Exercice 2024[^]*réponse\(s\) de IMPACT_DONNEES raccordée\(s\)[^]*Déjà répondu, gardé : tfpb/u,
      ),
    ]);
    const again = impact('raccorde.xlsx', '-o', 'encore.xlsx');
    expect([again.status, again.stderr]).toEqual([
      2,
      expect.stringMatching(/déjà une réponse.*rien n’est écrit/u),
    ]);
    rmSync(folder, { recursive: true });
  });
});
