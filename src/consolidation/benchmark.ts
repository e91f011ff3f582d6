import type { Indicator } from '../catalogue';
import type { Consolidation } from './model';

/** The figure to compare with: the campaign's reference, else the latest published one. */
export function referenceFigureOf(
  consolidation: Pick<Consolidation, 'references' | 'year' | 'catalogue'>,
  { benchmark }: Indicator,
  territory: string,
): number | undefined {
  if (benchmark === undefined) return undefined;
  const given = consolidation.references.find(
    (one) => one.code === benchmark && one.territory === territory && one.year === consolidation.year,
  );
  return given?.value ?? consolidation.catalogue.benchmark(benchmark, territory)?.value;
}
