import type { Block } from '../xlsx';
import { dataRows, findBlocks } from './blocks';
import { titleOfColumn } from './look';
import { yearOf } from './meaning-words';
import type { Proposal, Recipe } from './model';
import { type PointedPlace, proposeAt } from './point-at';
import { labelsLeftOf } from './pointed-cells';
import { type MappingOptions, recogniseColumns } from './recognise';
import { contentOf, type SheetView, textOf } from './view';

/**
 * What a person pointed at, in another workbook: every place with the same heading, or the same line and heading, on the
 * sheet of that name. Several places, or none, are for the caller to tell; `alike` compares headings and names.
 */
export function pointAgain(
  code: string,
  recipe: Recipe,
  views: readonly SheetView[],
  options: MappingOptions,
  alike: (one: string | undefined, other: string | undefined) => boolean,
): readonly Proposal[] {
  if (recipe.how === 'cells') return [];
  return views
    .filter(({ name }) => alike(name, recipe.sheet))
    .flatMap((view) => placesOf(view, recipe, options, alike))
    .flatMap((place) => {
      const first = proposeAt(place, code, views, options).proposal;
      // What the sheet says of its unit today comes first; what a person said holds where it says nothing.
      const silent = recipe.unit !== undefined && first?.recipe.unit === undefined;
      const proposal = silent
        ? proposeAt(place, code, views, { ...options, unit: recipe.unit }).proposal
        : first;
      return proposal === undefined || proposal.recipe.how !== recipe.how ? [] : [proposal];
    });
}

function placesOf(
  view: SheetView,
  recipe: Recipe,
  options: MappingOptions,
  alike: (one: string | undefined, other: string | undefined) => boolean,
): PointedPlace[] {
  const { heading, label, how } = recipe;
  if (heading === undefined)
    return how === 'cell' && label !== undefined ? besideLabel(view, label, alike) : [];
  return findBlocks(view).flatMap((block) => {
    const named = recogniseColumns(block, options).filter((one) => alike(titleOfColumn(one), heading));
    const dated = named.filter((one) => yearOf(titleOfColumn(one), options.year) === options.year);
    const columns = /(?<!\d)(19|20)\d\d(?!\d)/.test(heading) ? dated : named;
    return columns.flatMap(({ column, headingRow }) => {
      if (how !== 'cell') return [at(view, headingRow, column)];
      if (label === undefined) return [];
      const rows = [...dataRows(block), ...block.totals];
      const found = rows.filter((row) => labelsLeftOf(view, row, column).some((one) => alike(one, label)));
      return found.map((row) => at(view, row, column));
    });
  });
}

/** Numbers in no table: the first one to the right of a label. */
function besideLabel(
  view: SheetView,
  label: string,
  alike: (one: string | undefined, other: string | undefined) => boolean,
): PointedPlace[] {
  const places: PointedPlace[] = [];
  for (let row = 0; row < Math.min(view.rows, 5000); row += 1) {
    for (let column = 0; column < view.columns; column += 1) {
      if (!alike(textOf(view, row, column).replace(/\s*:$/, ''), label)) continue;
      for (let right = column + 1; right < view.columns; right += 1) {
        if (contentOf(view, row, right).kind === 'blank') continue;
        places.push(at(view, row, right));
        break;
      }
    }
  }
  return places;
}

function at({ name }: SheetView, row: number, column: number): PointedPlace {
  const area: Block = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
  return { sheet: name, area };
}
