import { type Campaign, campaignTables, receivedTables } from '../../../campaign';
import type { CellModel, SheetModel } from '../../../xlsx';
import { cell, columnName, numberFormat, palette, sheetNameFrom, styles } from '../../../xlsx';
import type { Results } from '../../desk';
import { referenceTables } from '../../workbook/reference-tables';
import type { Action } from '../action';
import { filled } from '../sentences';
import { messages } from './journal-messages';

export interface WrittenResults {
  readonly results: Results;
  readonly campaign: Campaign;
}

/** Rows and columns of the sheet, from 0: headings with territory codes above their names. */
const HEAD = { title: 0, note: 1, journal: 2, codes: 3, names: 4, first: 5 } as const;
const FIRST_COLUMN = 3;

/**
 * Adds a sheet with the indicators by territory as formulas on the facts and the journal of the workbook: one CONSOLIDER that spills
 * over all codes and territories, one COUVERTURE for the whole territory, and above them a sentence that tells which
 * adjustments count.
 */
export const writeResults: Action<WrittenResults, { readonly sheet: string }> = {
  id: 'ecrire-resultats',
  doing: { fr: 'Écriture du tableau', en: 'Writing the table' },
  changes: true,
  async perform({ results, campaign }, { port, work, engine }) {
    const taken = (await port.listTables()).map(({ name, sheet }) => ({ name: name.toUpperCase(), sheet }));
    const indicators = results.indicators.filter(
      ({ code }) => engine.catalogue.indicators.get(code)?.consolidation === 'recomputed',
    );
    // A formula knows territories by their codes, not what the zonings of the workbook put in a zone.
    const territories = results.territories
      .filter(({ code }) => !code.startsWith('ZONE:'))
      .slice(0, MOST_TERRITORIES);
    const numbered = await freeNumber(
      port,
      taken.map(({ sheet }) => sheet),
    );
    const sheet = sheetNameFrom(`Résultats${numbered > 1 ? ` ${numbered}` : ''}`, []);
    const last = HEAD.first + indicators.length;
    await port.insertSheets([sheetOf(sheet, results, indicators, territories)], work);
    const codes = `$A$${HEAD.first + 1}:$A$${last}`;
    const places = `${address(HEAD.codes, FIRST_COLUMN)}:${address(HEAD.codes, FIRST_COLUMN + territories.length - 1)}`;
    const tables = new Set(taken.map(({ name }) => name));
    const rest = restOf(campaign, tables);
    const facts = `${receivedTables.facts}[#All],${campaign.settings.year}`;
    await port.setFormula(
      sheet,
      address(HEAD.first, FIRST_COLUMN).replaceAll('$', ''),
      `=IMPACT.CONSOLIDER(${codes},${facts},${places}${rest})`,
    );
    await port.setFormula(
      sheet,
      address(HEAD.first, FIRST_COLUMN + territories.length).replaceAll('$', ''),
      `=IMPACT.COUVERTURE(${codes},${facts},${address(HEAD.codes, FIRST_COLUMN)}${rest})`,
    );
    if (tables.has(campaignTables.journal)) {
      await port.setFormula(
        sheet,
        `A${HEAD.journal + 1}`,
        `=IMPACT.CONSOLIDER("JOURNAL",${facts},${address(HEAD.codes, FIRST_COLUMN)}${rest})`,
      );
    }
    await port.selectCell(sheet, 'A1');
    return { sheet };
  },
  told: ({ sheet }) => filled(messages.resultsWritten, { sheet }),
};

const MOST_TERRITORIES = 60;

/** The perimeter, the row tables, references and journal, by position; those that are not there are left out. */
function restOf({ perimeter }: Campaign, tables: ReadonlySet<string>): string {
  const optional = [
    perimeter.length > 0 ? campaignTables.perimeter : undefined,
    ...[
      ...[receivedTables.rents, receivedTables.works, receivedTables.lists],
      ...[referenceTables.references, campaignTables.journal],
    ].map((one) => (tables.has(one) ? one : undefined)),
  ];
  const given = optional.map((one) => (one === undefined ? '' : `${one}[#All]`));
  while (given.at(-1) === '') given.pop();
  return given.map((one) => `,${one}`).join('');
}

const address = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;

/** The first number that no sheet « Résultats » of the workbook has; sheets without a table are asked for as well. */
async function freeNumber(
  port: { readRange(sheet: string, cells: string): Promise<unknown> },
  sheets: readonly string[],
): Promise<number> {
  for (let number = 1; ; number += 1) {
    const name = number > 1 ? `Résultats ${number}` : 'Résultats';
    if (sheets.includes(name)) continue;
    const isThere = await port.readRange(name, 'A1').then(
      () => true,
      () => false,
    );
    if (!isThere) return number;
  }
}

function sheetOf(
  name: string,
  results: Results,
  indicators: Results['indicators'],
  territories: Results['territories'],
): SheetModel {
  const units = new Map(results.cells.map(({ code, unit }) => [code, unit]));
  const blank = cell(null, styles.heading);
  const right = { ...styles.heading, align: 'right' } as const;
  const zones = results.territories.some(({ code }) => code.startsWith('ZONE:'));
  const note = [
    'Formules sur les faits reçus et le journal des ajustements : une nouvelle version, un ajustement ou son annulation change ces chiffres.',
    ...(zones
      ? ['Sans les zones, que ces formules ne connaissent pas : elles sont dans « Résultats ».']
      : []),
    'Rien n’est masqué ni redressé : pour diffuser, passez par « Publier ».',
  ].join(' ');
  const row = (cells: readonly CellModel[], height?: number) => ({ cells, ...(height ? { height } : {}) });
  return {
    name,
    columns: [
      { width: 10 },
      { width: 46 },
      { width: 16 },
      ...territories.map(() => ({ width: 16 })),
      { width: 12 },
    ],
    rows: [
      row([cell(`Indicateurs ${results.year}`, styles.title)], 28),
      row([cell(note, { color: palette.muted })]),
      row([cell(null, { color: palette.muted })]),
      row([blank, blank, blank, ...territories.map(({ code }) => cell(code, right)), blank]),
      row([
        cell('Code', styles.heading),
        cell('Indicateur', styles.heading),
        cell('Unité', styles.heading),
        ...territories.map(({ name: place }) => cell(place, right)),
        cell('Couverture', right),
      ]),
      ...indicators.map(({ code, label, decimals }) => {
        const unit = units.get(code) ?? '';
        const number = { ...styles.number, format: numberFormat(unit, decimals) };
        return row([
          cell(code, styles.strong),
          cell(label.fr, styles.textLined),
          cell(unit, styles.unit),
          ...territories.map(() => cell(null, number)),
          cell(null, { ...styles.number, format: '0%' }),
        ]);
      }),
    ],
    freeze: { rows: HEAD.first, columns: 2 },
    gridLines: false,
    tabColor: palette.primary,
  };
}
