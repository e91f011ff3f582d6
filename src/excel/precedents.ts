import { parseArea, printArea, splitAddress } from './address';
import { toContent } from './contents';
import type { CellContent, CellReference } from './model';
import { diagnose } from './diagnose';
import { run } from './run';

export interface Precedent extends CellReference {
  /** Top left cell of the block. */
  readonly value: CellContent;
}

/** The blocks of cells that the formula of a cell reads directly; none for a value or a lone constant. */
export async function precedents(sheet: string, address: string): Promise<readonly Precedent[]> {
  const label = { fr: `Recherche des sources de ${address}`, en: `Looking for the sources of ${address}` };
  const cell = printArea(parseArea(address));
  try {
    return await run(label, (context) => readPrecedents(context, sheet, cell), { repeatable: true });
  } catch (thrown) {
    const problem = diagnose(thrown);
    // Excel says « not found » of a cell that reads no other; the sheet itself was found before.
    if (problem.code === 'missing' && !problem.facts.names) return [];
    throw problem;
  }
}

async function readPrecedents(
  context: Excel.RequestContext,
  sheet: string,
  cell: string,
): Promise<readonly Precedent[]> {
  const range = context.workbook.worksheets.getItem(sheet).getRange(cell).load('formulas');
  await context.sync();
  const formula: unknown = range.formulas[0]?.[0];
  if (typeof formula !== 'string' || !formula.startsWith('=')) return [];
  const found = range.getDirectPrecedents().load('addresses');
  await context.sync();
  const places = found.addresses.flatMap((addresses) => splitList(addresses, sheet));
  const firsts = places.map((place) =>
    context.workbook.worksheets
      .getItem(place.sheet)
      .getRange(place.address)
      .getCell(0, 0)
      .load('values,valueTypes'),
  );
  await context.sync();
  return places.map((place, index) => ({
    ...place,
    value: toContent(firsts[index]?.values[0]?.[0], firsts[index]?.valueTypes[0]?.[0]),
  }));
}

/** `Feuil1!A1:B2,'Ma feuille'!C3` cut at its commas, save those inside a quoted sheet name. */
function splitList(addresses: string, sheet: string): CellReference[] {
  const parts = addresses.match(/(?:'(?:[^']|'')*'|[^',])+/gu) ?? [];
  let current = sheet;
  return parts.map((part) => {
    const { sheet: named, address } = splitAddress(part.trim());
    current = named ?? current;
    return { sheet: current, address };
  });
}
