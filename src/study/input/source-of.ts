import type { Consolidation } from '../../consolidation';
import { leavesOf } from '../../formula';
import type { StudyCell, StudyReference, StudySource } from '../data';

/**
 * A consolidation as its internal workbook would say it, without the detour by a file.
 * @param file what the study calls it
 */
export function sourceOfConsolidation(consolidation: Consolidation, file: string): StudySource {
  const { catalogue, territory, year } = consolidation;
  return {
    file,
    title: '',
    internal: true,
    territory,
    year,
    catalogueVersion: catalogue.version,
    cells: consolidation.cells.map((one): StudyCell => {
      const { code, territory: at, unit, expected, status } = one;
      const shown = status === 'computed' || status === 'published';
      return {
        ...{ code, territory: at, year, unit, expected, status, extrapolatedShare: shown ? 0 : null },
        value: shown ? one.value : null,
        low: shown ? one.low : null,
        high: shown ? one.high : null,
        respondents: shown ? one.respondents : null,
        coverage: shown ? one.coverage : null,
      };
    }),
    references: referencesOf(consolidation),
  };
}

/** The figures of reference that entered an indicator, each once. */
function referencesOf({ catalogue, cells, references }: Consolidation): StudyReference[] {
  const found = new Map<string, StudyReference>();
  for (const { code: indicator, territory, year, inputs, reason } of cells) {
    if (reason === 'publication_only' || reason === 'campaign_only') continue;
    const definition = catalogue.indicators.get(indicator);
    for (const leaf of definition ? leavesOf(definition.inlined) : []) {
      if (leaf.kind !== 'reference' || found.has(`${leaf.code} ${territory}`)) continue;
      const { code } = leaf;
      const value = inputs.find(({ key }) => key === `ref.${code}`)?.value;
      if (value === undefined || !Number.isFinite(value)) continue;
      const point = catalogue.dataPoints.get(code);
      const given = references.find(
        (one) => one.code === code && one.territory === territory && one.year === year,
      );
      found.set(`${code} ${territory}`, {
        ...{ code, territory, year, value },
        label: point?.label.fr ?? code,
        unit: point?.unit ?? '',
        source: given?.source ?? 'Calculé par la consolidation',
      });
    }
  }
  return [...found.values()];
}
