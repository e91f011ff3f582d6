import type { Source } from '../../contribution';
import { leafKey, type Leaf } from '../../formula';
import {
  area,
  cell,
  cellAddress,
  columnRange,
  Grid,
  palette,
  styles,
  type CellModel,
  type SheetModel,
} from '../../xlsx';
import type { Landlord, LeafAnswer } from '../model';
import { answerFormula } from './answer-formula';
import { frame, landlordRows, type Plan, type TerritoryPlan } from './plan';
import { MOST_LINKS, pageFooter, sheetHead } from './sheet-frame';
import type { Places } from './sources';
import { leafFormat, leafLabel, leafUnit } from './words';

const identityHeadings = ['Bailleur', 'SIREN', 'Famille', 'Logements'];
const identityWidths = [34, 11, 9, 11];

/**
 * The matrix of a territory: a row a landlord expected there, a column an input; a number, `ND` or `SO`.
 * Row-table sums and list counts are one value a landlord. Each number links to the cells it was added up from.
 */
export function matrixSheet(plan: Plan, territory: TerritoryPlan, places: Places): SheetModel {
  const { consolidation, leaves } = plan;
  const { catalogue } = consolidation;
  const grid = new Grid();
  sheetHead(
    grid,
    `Matrice — ${territory.name}`,
    `Ce que chaque bailleur attendu a répondu : un nombre, ND (non disponible ou pas de réponse) ou SO (sans objet). ${territory.landlords.length * leaves.length <= MOST_LINKS ? 'Cliquez un nombre pour voir sa source.' : 'Cliquez le nom d’un bailleur pour voir ses chiffres et leur source.'}`,
  );
  headRows(
    grid,
    leaves.map((leaf) => ({
      label: leafLabel(leaf, catalogue),
      detail: leafUnit(leaf, catalogue),
      code: leafKey(leaf),
    })),
  );
  const linked = territory.landlords.length * leaves.length <= MOST_LINKS;
  const columns = leaves.map((leaf) => ({
    key: leafKey(leaf),
    style: { color: palette.ink, align: 'right', format: leafFormat(leaf, catalogue) } as const,
  }));
  const answersOf = ({ siren }: Landlord): readonly LeafAnswer[] =>
    columns.map(({ key }) => consolidation.answerOf(siren, territory.code, key));
  const allSources = (landlord: Landlord): readonly Source[] =>
    consolidation.contributions
      .filter(({ file }) => landlord.files.includes(file))
      .flatMap(({ facts }) => facts.map(({ source }) => source));
  grid.addLater(territory.landlords.length, (at) => {
    const landlord = territory.landlords[at];
    if (!landlord) return [];
    const own = answersOf(landlord).map(({ state, value, sources }, index): CellModel => {
      const to = linked ? places.linkTo(sources) : undefined;
      const shown = state === 'number' ? value : state === 'missing' ? 'ND' : 'SO';
      const style = columns[index]?.style ?? {};
      return to === undefined ? { value: shown, style } : { value: shown, style, link: { to } };
    });
    const [name, ...identity] = landlordCells(landlord, plan, territory.code);
    // Too many numbers for Excel's links: the landlord leads to its figures, sorted by code.
    const to = linked ? undefined : places.linkTo(allSources(landlord));
    return [to === undefined ? name : { ...name, link: { to } }, ...identity, ...own];
  });
  if (territory.landlords.length === 0) grid.add([cell('Aucun bailleur attendu.', styles.note)]);
  const { first, last } = landlordRows(territory);
  grid.skip();
  const tallies = tally(territory.landlords, answersOf, leaves.length);
  const totals = leaves.map((leaf, index) => total(plan, territory, leaf, tallies[index] ?? nothing));
  grid.add([
    cell('Somme des réponses', totalLabel),
    undefined,
    undefined,
    undefined,
    ...totals.map(({ sum }) => sum),
  ]);
  grid.add([
    cell('Bailleurs ayant donné un nombre', totalLabel),
    undefined,
    undefined,
    undefined,
    ...totals.map(({ count }) => count),
  ]);
  return sheetOf(plan, territory.matrix, grid, leaves.length, first, last);
}

const totalLabel = { bold: true, color: palette.ink } as const;

interface Tally {
  readonly sum: number;
  readonly count: number;
}

const nothing: Tally = { sum: 0, count: 0 };

/** The sum and the number of the numbers in each column, a landlord at a time. */
function tally(
  landlords: readonly Landlord[],
  answersOf: (landlord: Landlord) => readonly LeafAnswer[],
  columns: number,
): readonly Tally[] {
  const sums = new Float64Array(columns);
  const counts = new Uint32Array(columns);
  for (const landlord of landlords) {
    answersOf(landlord).forEach(({ state, value }, index) => {
      if (state !== 'number') return;
      sums[index] = (sums[index] ?? 0) + value;
      counts[index] = (counts[index] ?? 0) + 1;
    });
  }
  return Array.from(sums, (sum, index) => ({ sum, count: counts[index] ?? 0 }));
}

function total(
  plan: Plan,
  territory: TerritoryPlan,
  leaf: Leaf,
  { sum, count }: Tally,
): { readonly sum: CellModel; readonly count: CellModel } {
  const format = leafFormat(leaf, plan.consolidation.catalogue);
  const { first, last } = landlordRows(territory);
  const range = columnRange(plan.leafColumns.get(leafKey(leaf)) ?? 0, first, last);
  const formula = (text: string): { readonly formula?: string } => (plan.live ? { formula: text } : {});
  return {
    sum:
      // Members of two lists may be the same: their counts are not added.
      leaf.kind === 'distinct'
        ? cell('—', { color: palette.muted, align: 'right' })
        : {
            value: sum,
            ...formula(`SUM(${range})`),
            style: { bold: true, color: palette.ink, align: 'right', format },
          },
    count: {
      value: count,
      ...formula(`COUNT(${range})`),
      style: { bold: true, color: palette.ink, align: 'right', format: '0' },
    },
  };
}

/**
 * The answers of a territory: for each landlord and indicator, `R`, `ND` or `SO`, computed from the matrix.
 * Only respondents (`R`) are counted in the indicator; `SO` leave its perimeter.
 */
export function answersSheet(plan: Plan, territory: TerritoryPlan): SheetModel {
  const { consolidation, indicators } = plan;
  const grid = new Grid();
  sheetHead(
    grid,
    `Réponses — ${territory.name}`,
    'Qui compte dans quel indicateur : R (répondant : toutes les données du calcul), ND (attendu, il en manque), SO (l’indicateur ne le concerne pas).',
  );
  headRows(
    grid,
    indicators.map(({ label, unit, code }) => ({ label: label.fr, detail: unit, code })),
  );
  const states = new Map(
    consolidation.cells
      .filter((one) => one.territory === territory.code)
      .map((one) => [
        one.code,
        { respondents: new Set(one.respondentSirens), outside: new Set(one.notApplicableSirens) },
      ]),
  );
  grid.addLater(territory.landlords.length, (index) => {
    const landlord = territory.landlords[index];
    if (!landlord) return [];
    const row = frame.firstRow + index;
    return [
      ...landlordCells(landlord, plan, territory.code),
      ...indicators.map((indicator): CellModel => {
        const state = states.get(indicator.code);
        const value = state?.respondents.has(landlord.siren)
          ? 'R'
          : state?.outside.has(landlord.siren)
            ? 'SO'
            : 'ND';
        return {
          ...(state ? { value } : {}),
          ...(plan.live && state
            ? {
                formula: answerFormula(
                  indicator.inlined,
                  (key) => plan.leafColumns.get(key) ?? 0,
                  territory.matrix,
                  row,
                ),
              }
            : {}),
          style: answerStyle,
        };
      }),
    ];
  });
  if (territory.landlords.length === 0) grid.add([cell('Aucun bailleur attendu.', styles.note)]);
  const { first, last } = landlordRows(territory);
  return sheetOf(plan, territory.answers, grid, indicators.length, first, last);
}

const answerStyle = { color: palette.ink, align: 'center' } as const;

/** The dwellings that weigh the landlords of a territory in coverage. */
export function dwellingsRange(territory: TerritoryPlan): string {
  const { first, last } = landlordRows(territory);
  return columnRange(3, first, last, territory.answers);
}

function landlordCells(landlord: Landlord, { consolidation }: Plan, territory: string): readonly CellModel[] {
  return [
    cell(landlord.name, { color: palette.ink, bold: true }),
    cell(landlord.siren, { color: palette.muted }),
    cell(landlord.family, { color: palette.muted }),
    cell(consolidation.dwellingsOf(landlord.siren, territory), {
      color: palette.ink,
      align: 'right',
      format: '#,##0',
    }),
  ];
}

function headRows(
  grid: Grid,
  columns: readonly { readonly label: string; readonly detail: string; readonly code: string }[],
): void {
  const blank = identityHeadings.map(() => cell(null, styles.heading));
  grid.add([...blank, ...columns.map(({ label }) => cell(label, { ...styles.heading, size: 9 }))], 78);
  const light = { color: palette.muted, fill: palette.band, size: 9, wrap: true, border: 'all' } as const;
  grid.add(
    [...identityHeadings.map(() => cell(null, light)), ...columns.map(({ detail }) => cell(detail, light))],
    16,
  );
  grid.add(
    [
      ...identityHeadings.map((text) => cell(text, { ...light, color: palette.ink, size: 11, bold: true })),
      ...columns.map(({ code }) => cell(code, { ...light, color: palette.ink })),
    ],
    32,
  );
}

function sheetOf(
  plan: Plan,
  name: string,
  grid: Grid,
  columns: number,
  first: number,
  last: number,
): SheetModel {
  const ref = area(first, frame.firstColumn, last, frame.firstColumn + Math.max(columns, 1) - 1);
  const here = cellAddress(first, frame.firstColumn);
  return {
    name,
    columns: [
      ...identityWidths.map((width) => ({ width })),
      ...Array.from({ length: columns }, () => ({ width: 13 })),
    ],
    ...grid.content(),
    freeze: { rows: frame.firstRow, columns: 1 },
    highlights: [
      { ref, formula: `${here}="ND"`, color: palette.warn, fill: palette.warnFill },
      { ref, formula: `${here}="SO"`, color: palette.muted, fill: palette.neutralFill },
    ],
    print: {
      landscape: true,
      repeatRows: `${frame.labelRow + 1}:${frame.codeRow + 1}`,
      repeatColumns: 'A:A',
      footer: pageFooter(plan.title),
    },
    gridLines: true,
    tabColor: palette.accent,
  };
}
