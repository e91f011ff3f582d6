import { parseTerritory, searchTerritories, isInside, territoryName } from '../territory';
import { dataRows, type SheetBlock } from './blocks';
import { loose, type MappingOptions, type RecognisedColumn } from './recognise';
import { communeOfCode } from './roles';
import { contentOf } from './view';

/** How the lines of a block are told by commune: the column, and the values that mean each commune. */
export interface CommunesOf {
  readonly column: RecognisedColumn;
  readonly values: ReadonlyMap<string, readonly (string | number)[]>;
}

/**
 * The communes of a block's lines, by their Insee codes or else by names that only one commune of the territory
 * bears. Undefined, with the reason when there is one to tell, unless every line has its commune.
 */
export function communesOf(
  block: SheetBlock,
  columns: readonly RecognisedColumn[],
  options: MappingOptions,
): { readonly communes?: CommunesOf; readonly reason?: string } {
  const of = (role: string): RecognisedColumn | undefined =>
    columns.find(({ meaning }) => meaning.kind === 'role' && meaning.role === role);
  const insee = of('insee');
  const column = insee ?? of('commune');
  if (column === undefined) return {};
  const values = new Map<string, Set<string | number>>();
  const written = new Set<string>();
  for (const row of dataRows(block)) {
    const content = contentOf(block.view, row, column.column);
    const commune =
      insee === undefined
        ? content.kind === 'text' && options.territory !== undefined
          ? communeNamed(content.text, options.territory)
          : undefined
        : communeOfCode(content);
    if (commune === undefined) {
      const reason =
        content.kind === 'blank'
          ? `une ligne n’a pas de commune (« ${column.heading} », ligne ${row + 1})`
          : insee === undefined && options.territory === undefined
            ? 'les communes n’ont pas de code Insee ; précisez le territoire pour les reconnaître par leur nom'
            : `« ${content.kind === 'text' ? content.text : ''} » n’est pas une commune reconnue (ligne ${row + 1})`;
      return { reason };
    }
    const value = content.kind === 'number' ? content.number : content.kind === 'text' ? content.text : '';
    // The same code as a text and as a number: a criterion would count both twice.
    const other = typeof value === 'number' ? `t${value}` : `n${Number(value)}`;
    if (written.has(other))
      return { reason: `la colonne « ${column.heading} » mêle des codes en texte et en nombre` };
    written.add(typeof value === 'number' ? `n${value}` : `t${Number(value)}`);
    values.set(commune, (values.get(commune) ?? new Set()).add(value));
  }
  if (values.size === 0) return {};
  return { communes: { column, values: new Map([...values].map(([code, some]) => [code, [...some]])) } };
}

const named = new Map<string, string | undefined>();

function communeNamed(name: string, territory: string): string | undefined {
  const key = `${territory} ${loose(name)}`;
  if (!named.has(key)) {
    const code = parseTerritory(territory)?.code ?? territory;
    const found = searchTerritories(name, 40).filter(
      (one) =>
        one.startsWith('COM:') &&
        loose(territoryName(one)) === loose(name) &&
        (code === 'FR' || isInside(one, code)),
    );
    named.set(key, found.length === 1 ? found[0] : undefined);
  }
  return named.get(key);
}
