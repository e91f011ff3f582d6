import { catalogue } from '../../src/catalogue';
import { type Proposal, sureEnough } from '../../src/mapping';
import type { WorkbookModel } from '../../src/xlsx';
import { labelled, type Labelled, workbookOf } from './labelled';

/** A labelled workbook, by the end of its name. */
export const named = (name: string): Labelled => labelled.find((one) => one.name.endsWith(name))!;
export const options = { catalogue, year: 2024 };

/** The first proposal of each data point that is sure enough. */
export function sure(proposals: readonly Proposal[]): Proposal[] {
  const best = new Map<string, Proposal>();
  for (const one of proposals) if (!best.has(one.code)) best.set(one.code, one);
  return [...best.values()].filter(({ confidence }) => confidence >= sureEnough);
}

/** A workbook of several labelled ones, with a chart and a style of its own. */
export function landlordWorkbook(...names: readonly string[]): WorkbookModel {
  const sheets = names.flatMap((name) => workbookOf(named(name)).sheets);
  const [first, ...others] = sheets;
  const charted = {
    ...first!,
    rows: first!.rows.map((row, index) =>
      index === 0
        ? { cells: row.cells.map((cell) => cell && { ...cell, style: { bold: true, fill: 'FFD966' } }) }
        : row,
    ),
    charts: [
      {
        kind: 'column' as const,
        title: 'Logements',
        series: [
          {
            name: 'Logements',
            categories: `'${first!.name}'!$B$5:$B$10`,
            values: `'${first!.name}'!$H$5:$H$10`,
          },
        ],
        from: 'A20',
        to: 'F30',
        description: 'Logements par résidence',
      },
    ],
  };
  return {
    title: 'Classeur',
    creator: 'Bailleur',
    modified: new Date(Date.UTC(2025, 0, 15)),
    sheets: [charted, ...others],
    properties: { service: 'patrimoine' },
  };
}
