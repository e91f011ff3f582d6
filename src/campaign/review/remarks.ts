import type { Catalogue } from '../../catalogue';
import type { Consolidation } from '../../consolidation';
import { questionsOf, type Remark } from '../../contribution';
import { figuresIn } from './figures';
import type { Review, ReviewedLandlord, ReviewRemark } from './model';

/** Remarks on a figure that stands out among those of other landlords. */
const amongPeers = new Set(['outlier', 'unit_slip']);

const byGravity = ['blocking', 'warning'] as const;

/**
 * The remarks of a consolidation and those that its campaign gave rise to, by gravity, each with its landlord, its
 * theme and the figure it is about. Those on a workbook that another replaced are settled, and left out.
 * @param said remarks of the campaign workbook: its follow-up, its journal
 */
export function reviewOf(consolidation: Consolidation, said: readonly Remark[] = []): Review {
  const { catalogue, contributions } = consolidation;
  const themeOf = themesOf(catalogue);
  const figureAt = figuresIn(contributions, catalogue);
  const shown = new Map(consolidation.landlords.map(({ siren, name }) => [siren, name]));
  const counted = contributions.filter(({ status }) => status !== 'superseded');
  const all = [
    ...[...consolidation.remarks, ...said].map((remark) => ({ remark, siren: '', landlord: '' })),
    ...counted.flatMap(({ identity, file, remarks }) => {
      const siren = identity?.siren ?? '';
      const landlord = shown.get(siren) ?? identity?.name ?? file;
      return remarks.map((remark) => ({ remark, siren, landlord }));
    }),
  ];
  const sorted = byGravity.flatMap((level) => all.filter(({ remark }) => remark.level === level));
  const remarks = sorted.map(({ remark, siren, landlord }, id): ReviewRemark => {
    const theme = remark.subject === undefined ? undefined : themeOf(remark.subject);
    const figure = remark.source.cell === '' ? undefined : figureAt(remark.source);
    return {
      ...remark,
      id,
      siren,
      landlord,
      ...(theme === undefined ? {} : { theme }),
      // A remark on a row of rents or on the identity stands in no figure's cell.
      ...(figure ? { figure } : {}),
      amongPeers: amongPeers.has(remark.code) && remark.subject !== undefined,
    };
  });
  return { remarks, landlords: landlordsOf(remarks) };
}

/** The theme of a data point, of a table or of an indicator. */
function themesOf(catalogue: Catalogue): (subject: string) => string | undefined {
  const themes = new Map(questionsOf(catalogue).map(({ code, theme }) => [code, theme]));
  return (subject) => themes.get(subject) ?? catalogue.indicators.get(subject)?.dimension;
}

function landlordsOf(remarks: readonly ReviewRemark[]): readonly ReviewedLandlord[] {
  const found = new Map<string, ReviewedLandlord>();
  for (const { siren, landlord, level } of remarks) {
    if (siren === '') continue;
    const { blocking, warnings } = found.get(siren) ?? { blocking: 0, warnings: 0 };
    found.set(siren, {
      siren,
      name: landlord,
      blocking: blocking + Number(level === 'blocking'),
      warnings: warnings + Number(level === 'warning'),
    });
  }
  return [...found.values()].sort((one, other) =>
    one.name.localeCompare(other.name, 'fr', { numeric: true }),
  );
}
