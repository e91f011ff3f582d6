import type { DataPoint } from '../catalogue';
import { parseFrenchNumber } from '../contribution';
import { cellAddress, columnName, type Block } from '../xlsx';
import { type BlockColumn, dataRows, findBlocks, type SheetBlock } from './blocks';
import { recipeOf, unitWords, yearDoubts, yearPicks } from './from-columns';
import {
  type BlockLook,
  type Doubt,
  doubtsOf,
  proposalOf,
  scaleOf,
  type Search,
  titleOfColumn,
} from './look';
import { yearOf } from './meaning-words';
import type { MappingRemark, Proposal, Recipe } from './model';
import { lookAt } from './propose';
import type { MappingOptions, RecognisedColumn } from './recognise';
import type { Source, Term } from './source';
import { byCommune, type Pick, termsOf } from './terms';
import { unitIn } from './units';
import { filledRows, isOurs, labelsLeftOf, linesAlone, loneBlock, meets } from './pointed-cells';
import { contentOf, type SheetView, textOf } from './view';

/** Where a person points: one cell, a heading, a selection in a column or a whole column; zero-based. */
export interface PointedPlace {
  readonly sheet: string;
  readonly area: Block;
}

/** What pointing gives: a proposal to accept, or the sentence that says why none and what to do. */
export type Pointed =
  | { readonly proposal: Proposal; readonly reason?: undefined }
  | { readonly proposal?: undefined; readonly reason: string };

export interface PointingOptions extends MappingOptions {
  /** The unit that the person says the figures are in (`k€`), when the sheet says none or another. */
  readonly unit?: string;
}

/** A person chose the place: only the unit, the year and the sign can still be in doubt. */
const pointedConfidence = 0.97;

/**
 * Where a data point comes from, as a person points at it: a number is taken as it is, a heading or a whole column is
 * added up (or its lines counted when it holds texts), some lines of a column are added up alone. Totals inside a column
 * are never added to their parts. Never throws.
 */
export function proposeAt(
  { sheet, area }: PointedPlace,
  code: string,
  views: readonly SheetView[],
  options: PointingOptions,
): Pointed {
  const point = options.catalogue.dataPoints.get(code);
  const view = views.find(({ name }) => name === sheet);
  if (point === undefined || point.kind !== 'sum')
    return { reason: `« ${code} » n’est pas une donnée chiffrée du catalogue.` };
  if (view === undefined)
    return { reason: `La feuille « ${sheet} » n’est pas dans ce classeur : désignez une cellule.` };
  if (area.firstColumn !== area.lastColumn)
    return { reason: 'Plusieurs colonnes sont sélectionnées : désignez une cellule ou une seule colonne.' };
  if (isOurs(view, area))
    return {
      reason: 'Ces cellules sont celles d’Impact HLM : désignez une cellule de vos propres feuilles.',
    };
  const remarks: MappingRemark[] = [];
  const search: Search = { options, views: new Map(views.map((one) => [one.name, one])), remarks };
  const inside = findBlocks(view).filter((block) => meets(block, area));
  const single = area.firstRow === area.lastRow;
  const [block] = inside;
  const heading = block && single ? headingAt(block, area) : undefined;
  const draft =
    single && heading === undefined
      ? pointedCell(view, area.firstRow, area.firstColumn, block, point, search)
      : inside.length > 1
        ? {
            reason: `La sélection traverse plusieurs tableaux de la feuille « ${sheet} » : désignez l’intitulé de la bonne colonne.`,
          }
        : pointedColumn(view, area, block, point, search);
  return 'reason' in draft ? draft : finished(draft, point, search);
}

interface Draft {
  readonly source: Source;
  readonly facts?: readonly { readonly territory: string; readonly source: Source }[];
  readonly recipe: Recipe;
  readonly doubts: readonly Doubt[];
  readonly why: string;
}

type Drafted = Draft | { readonly reason: string };

function finished({ why, ...draft }: Draft, point: DataPoint, search: Search): Pointed {
  const [proposal] = proposalOf({ point, confidence: pointedConfidence, why: [why], ...draft }, search);
  return proposal === undefined
    ? {
        reason:
          search.remarks.at(-1)?.message ?? 'Ces cellules ne donnent pas de nombre : désignez-en d’autres.',
      }
    : { proposal };
}

/** The column whose heading (or line of units) is pointed at. */
function headingAt(block: SheetBlock, { firstRow, firstColumn }: Block): BlockColumn | undefined {
  const column = block.columns.find((one) => one.column === firstColumn);
  const first = block.runs[0]?.first ?? block.area.lastRow + 1;
  return column !== undefined && column.headingRow >= 0 && firstRow < first ? column : undefined;
}

/** The scale that the person says, else the one that the sheet tells. */
function scaleAt(
  point: DataPoint,
  written: string | undefined,
  look: BlockLook,
  column: RecognisedColumn | undefined,
  { options }: Search,
): { readonly factor: number; readonly unit?: string; readonly doubt?: Doubt } | { readonly reason: string } {
  const said = (options as PointingOptions).unit;
  const scale = scaleOf(point, said ?? written, look, column);
  if (scale !== undefined) return scale;
  const unit = said ?? written ?? column?.unit ?? '';
  return {
    reason: `Ces cellules sont en ${unit}, alors que « ${point.label.fr} » se compte en ${point.unit} : désignez d’autres cellules, ou précisez leur unité.`,
  };
}

function pointedCell(
  view: SheetView,
  row: number,
  column: number,
  block: SheetBlock | undefined,
  point: DataPoint,
  search: Search,
): Drafted {
  const content = contentOf(view, row, column);
  const address = `${view.name}!${cellAddress(row, column)}`;
  if (content.kind === 'blank') return { reason: `${address} est vide : désignez la cellule du montant.` };
  if (content.kind === 'text' && parseFrenchNumber(content.text) === undefined) {
    return {
      reason: `${address} contient « ${content.text} », qui n’est pas un nombre : désignez la cellule du montant, ou l’intitulé d’une colonne à additionner.`,
    };
  }
  const look = lookAt(block ?? loneBlock(view, row, column), search.options);
  const of = look.columns.find((one) => one.column === column);
  const line = look.lines?.lines.find((one) => one.row === row);
  const label = line?.label ?? labelsLeftOf(view, row, column)[0] ?? '';
  const written = line?.unit ?? unitIn(label) ?? unitIn(textOf(view, row, column + 1));
  const scale = scaleAt(point, written, look, of, search);
  if ('reason' in scale) return scale;
  const title = of === undefined ? '' : titleOfColumn(of);
  const doubts = [...dateDoubts(`${title} ${label}`, look, point, search)];
  if (scale.doubt) doubts.push(scale.doubt);
  if (content.kind === 'text') doubts.push({ atMost: 0.7, because: 'le nombre est tapé comme du texte' });
  const place = label === '' ? '' : `, ligne « ${label} »`;
  return {
    source: { terms: [{ kind: 'cell', sheet: view.name, row, column }], factor: scale.factor },
    doubts,
    why: `cellule désignée${place}${title === '' ? '' : `, colonne « ${title} »`}${unitWords(scale)}`,
    recipe: {
      ...pointedRecipe(look, of, scale.unit),
      ...(label === '' ? {} : { label }),
      how: 'cell',
    },
  };
}

function pointedColumn(
  view: SheetView,
  area: Block,
  block: SheetBlock | undefined,
  point: DataPoint,
  search: Search,
): Drafted {
  const letter = columnName(area.firstColumn);
  const whole = block !== undefined && area.firstRow === area.lastRow;
  const rows = block === undefined ? filledRows(view, area) : dataRows(block);
  const picked = whole ? rows : rows.filter((row) => row >= area.firstRow && row <= area.lastRow);
  if (picked.length === 0)
    return {
      reason: `Rien à additionner dans la colonne ${letter} de « ${view.name} » : désignez des montants.`,
    };
  const part = block === undefined || picked.length < rows.length;
  const look = lookAt(part ? linesAlone(view, area.firstColumn, picked, block) : block, search.options);
  const of = look.columns.find((one) => one.column === area.firstColumn);
  if (of === undefined) return { reason: `La colonne ${letter} de « ${view.name} » n’a pas de tableau.` };
  const counted = of.values.numbers === 0 && of.values.texts > 0;
  if (counted && !point.integer) {
    return {
      reason: `La colonne « ${titleOfColumn(of)} » contient des textes, alors que « ${point.label.fr} » est un montant en ${point.unit} : désignez une colonne de nombres.`,
    };
  }
  const scale = counted ? { factor: 1 } : scaleAt(point, undefined, look, of, search);
  if ('reason' in scale) return scale;
  const years = yearPicks(look, search);
  if (years === undefined) return { reason: search.remarks.at(-1)?.message ?? '' };
  if (counted && years.length > 0)
    return {
      reason:
        'Les lignes sont de plusieurs années : désignez une colonne de nombres, ou les lignes de l’année.',
    };
  const doubts = [...dateDoubts(titleOfColumn(of), look, point, search), ...yearDoubts(look)];
  if ('doubt' in scale && scale.doubt) doubts.push(scale.doubt);
  if (!counted && of.values.texts > 0)
    doubts.push({ atMost: 0.6, because: `${of.values.texts} cellule(s) de texte ne s’additionnent pas` });
  const make = (more: readonly Pick[]): readonly Term[] =>
    termsOf(look.block, of, counted ? 'count' : 'sum', [...years, ...more]);
  const title = titleOfColumn(of) === '' ? letter : titleOfColumn(of);
  const lines = part ? `${picked.length} ligne(s) de la ` : '';
  return {
    source: { terms: make([]), factor: scale.factor },
    facts: byCommune(look.communes, scale.factor, make),
    doubts,
    why: `${lines}colonne « ${title} » désignée${counted ? ', lignes comptées' : ''}${unitWords(scale)}`,
    recipe: {
      ...pointedRecipe(look, of, 'unit' in scale ? scale.unit : undefined),
      how: part ? 'cells' : counted ? 'count' : 'sum',
    },
  };
}

const pointedRecipe = (
  look: BlockLook,
  column: RecognisedColumn | undefined,
  unit: string | undefined,
): Omit<Recipe, 'how'> => ({ ...recipeOf(look, column, unit), pointed: true });

/** What the titles and the heading say of another year. */
function dateDoubts(title: string, look: BlockLook, point: DataPoint, search: Search): readonly Doubt[] {
  const year = yearOf(title, search.options.year);
  const other =
    year === undefined || year === search.options.year
      ? []
      : [{ atMost: 0.5, because: `l’intitulé parle de ${year}, pas de ${search.options.year}` }];
  return [
    ...doubtsOf(point, look, title, search).filter(({ because }) => /titre parle/.test(because)),
    ...other,
  ];
}
