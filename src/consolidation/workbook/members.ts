import { leafKey, leavesOf } from '../../formula';
import { cell, cellAddress, columnRange, palette, styles, type CellModel, type SheetModel } from '../../xlsx';
import type { IndicatorCell } from '../model';
import { landlordRows, type Plan } from './plan';
import { pageFooter, tableFirstRow, tableSheet } from './sheet-frame';
import { sourceKey, type Givens } from './sources';

const name = 'Listes';
const table = 'CONSO_LISTES';
/** More rows than this slow Excel down: the counts are then values. */
const MOST_LIVE_ROWS = 60_000;
const fixedColumns = 7;

interface MemberRow {
  readonly list: string;
  readonly identifier: string;
  readonly siren: string;
  readonly landlord: string;
  readonly place: string;
}

/**
 * The members of the lists, sorted so that a formula can count the different ones: members of two landlords
 * count once. One column an indicator, because each indicator has its own respondents.
 */
export interface Members {
  readonly sheet?: SheetModel;
  /** The formula counting the members of a list for an indicator; undefined where the count is a value. */
  countFormula(cell: IndicatorCell, list: string): string | undefined;
}

export function memberSheet(plan: Plan, givens: Givens): Members {
  const lists = plan.leaves.flatMap((leaf) => (leaf.kind === 'distinct' ? [leaf] : []));
  const territory = plan.territories.get(plan.consolidation.territory);
  const rows = lists.flatMap((leaf) => rowsOf(leaf.list, leafKey(leaf), plan, givens));
  if (!territory || rows.length === 0) return { countFormula: () => undefined };
  const live = plan.live && rows.length <= MOST_LIVE_ROWS;
  const counting = plan.indicators.filter((one) =>
    leavesOf(one.inlined).some((leaf) => leaf.kind === 'distinct'),
  );
  const cells = new Map(
    plan.consolidation.cells
      .filter((one) => one.territory === plan.consolidation.territory)
      .map((one) => [one.code, one]),
  );
  const columns = live ? counting.flatMap((one) => cells.get(one.code) ?? []) : [];
  const { first, last } = landlordRows(territory);
  const sirens = columnRange(1, first, last, territory.answers);
  const lastRow = tableFirstRow + rows.length - 1;
  const rowNumbers = new Map(territory.landlords.map((one, index) => [one.siren, index + 1]));
  const running = columns.map(() => 0);
  const sheetRows = rows.map((row, index): readonly CellModel[] => {
    const at = tableFirstRow + index;
    const same = isSame(rows[index - 1], row);
    const lastOfItsKind = !isSame(rows[index + 1], row);
    const landlordAt = rowNumbers.get(row.siren);
    return [
      cell(row.list, plain),
      cell(row.identifier, plain),
      cell(row.landlord, plain),
      cell(row.siren, plain),
      cell(row.place, plain),
      live
        ? { value: landlordAt ?? 0, formula: `IFERROR(MATCH($D${at + 1},${sirens},0),0)`, style: helper }
        : cell(null),
      live
        ? {
            value: lastOfItsKind ? 1 : 0,
            formula: `IF(AND($A${at + 2}=$A${at + 1},EXACT($B${at + 2},$B${at + 1})),0,1)`,
            style: helper,
          }
        : cell(null),
      ...columns.map((one, order): CellModel => {
        const here = cellAddress(at - 1, fixedColumns + order);
        const states = columnRange(plan.indicatorColumns.get(one.code) ?? 0, first, last, territory.answers);
        const counts = one.respondentSirens.includes(row.siren) ? 1 : 0;
        const value = Math.max(same ? (running[order] ?? 0) : 0, counts);
        running[order] = value;
        const before =
          index === 0 ? '0' : `IF(AND($A${at}=$A${at + 1},EXACT($B${at},$B${at + 1})),${here},0)`;
        return {
          value,
          formula: `MAX(${before},IF($F${at + 1}=0,0,IF(INDEX(${states},$F${at + 1})="R",1,0)))`,
          style: helper,
        };
      }),
    ];
  });
  const sheet = tableSheet({
    name,
    title: 'Listes',
    explanation: live
      ? 'Les membres des listes, triés. « dernier » marque la dernière ligne d’un membre ; les colonnes d’indicateurs disent si un répondant au moins le cite.'
      : 'Les membres des listes. Trop nombreux pour un calcul dans le classeur : les nombres de membres différents sont des valeurs.',
    table,
    columns: [
      { heading: 'Liste', width: 24 },
      { heading: 'Identifiant', width: 18 },
      { heading: 'Bailleur', width: 32 },
      { heading: 'SIREN', width: 12 },
      { heading: 'Lu dans', width: 50 },
      { heading: 'rang du bailleur', width: 11 },
      { heading: 'dernier', width: 9 },
      ...columns.map(({ code }) => ({ heading: code, width: 10 })),
    ],
    rows: sheetRows,
    footer: pageFooter(plan.title),
    tabColor: palette.muted,
  });
  return {
    sheet,
    countFormula(one, list) {
      const order = columns.findIndex((column) => column.code === one.code);
      if (order < 0 || one.territory !== plan.consolidation.territory) return undefined;
      const range = (column: number): string => columnRange(column, tableFirstRow, lastRow, name);
      return `SUMIFS(${range(fixedColumns + order)},${range(0)},"${list}",${range(6)},1)`;
    },
  };
}

const plain = { color: palette.ink } as const;
const helper = { ...styles.center, color: palette.muted, border: 'none' } as const;

function isSame(one: MemberRow | undefined, other: MemberRow): boolean {
  return one !== undefined && one.list === other.list && one.identifier === other.identifier;
}

/** The members a landlord's answer rests on, in the order a running count needs. */
function rowsOf(
  list: string,
  key: string,
  { consolidation }: Plan,
  { members }: Givens,
): readonly MemberRow[] {
  const sources = new Map<string, ReadonlySet<string>>();
  const rows = members.flatMap(({ landlord, item }): MemberRow[] => {
    if (item.list !== list) return [];
    let used = sources.get(landlord.siren);
    if (!used) {
      const answer = consolidation.answerOf(landlord.siren, consolidation.territory, key);
      used = new Set(answer.sources.map(sourceKey));
      sources.set(landlord.siren, used);
    }
    if (!used.has(sourceKey(item.source))) return [];
    return [
      {
        list,
        identifier: item.identifier,
        siren: landlord.siren,
        landlord: landlord.name,
        place: `${item.source.file} — ${item.source.sheet} ${item.source.cell}`,
      },
    ];
  });
  return rows.sort(
    (a, b) => compare(a.identifier, b.identifier) || compare(a.siren, b.siren) || compare(a.place, b.place),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
