import { type Parts, relationsPath } from './parts';

/** Takes away the list of cells to calculate, a cache that Excel makes again. */
export function dropCalculationChain(
  parts: Parts,
  main: string,
  relations: readonly { readonly type: string; readonly target: string }[],
): void {
  const chain = relations.find(({ type }) => type === 'calcChain')?.target;
  if (chain === undefined) return;
  parts.delete(chain);
  const path = relationsPath(main);
  parts.set(
    path,
    parts
      .text(path)
      .replace(
        /<(?:[\w.-]+:)?Relationship\s[^>]*\/calcChain"[^>]*?(?:\/>|>\s*<\/(?:[\w.-]+:)?Relationship>)/,
        '',
      ),
  );
  const types = '[Content_Types].xml';
  parts.set(types, parts.text(types).replace(/<(?:[\w.-]+:)?Override\s[^>]*calcChain[^>]*?\/>/, ''));
}
