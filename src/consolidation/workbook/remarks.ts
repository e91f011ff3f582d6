import type { Remark } from '../../contribution';
import { cell, inside, palette, styles, type CellModel, type SheetModel } from '../../xlsx';
import { frame, type Plan } from './plan';
import { pageFooter, tableFirstRow, tableSheet } from './sheet-frame';
import type { Places } from './sources';

export const remarksSheetName = 'Remarques';

const levels: Readonly<Record<Remark['level'], string>> = {
  blocking: 'bloquante',
  warning: 'avertissement',
};

/** Everything a person should look at, the blocking ones first, with a link to the figure concerned. */
export function remarksSheet(plan: Plan, places: Places): SheetModel {
  const { consolidation, title } = plan;
  const all = [
    ...consolidation.remarks.map((remark) => ({ remark, siren: '', landlord: 'La campagne' })),
    ...consolidation.contributions.flatMap(({ remarks, identity, file }) =>
      remarks.map((remark) => ({ remark, siren: identity?.siren ?? '', landlord: identity?.name ?? file })),
    ),
  ];
  const sorted = [
    ...all.filter(({ remark }) => remark.level === 'blocking'),
    ...all.filter(({ remark }) => remark.level === 'warning'),
  ];
  return tableSheet({
    name: remarksSheetName,
    title: 'Remarques',
    explanation:
      'À examiner avec chaque bailleur. Une remarque bloquante écarte le chiffre ; un avertissement ne retire jamais rien.',
    table: 'CONSO_REMARQUES',
    columns: [
      { heading: 'Niveau', width: 15 },
      { heading: 'Bailleur', width: 30 },
      { heading: 'Message', width: 80 },
      { heading: 'Donnée', width: 26 },
      { heading: 'Fichier', width: 36 },
      { heading: 'Feuille', width: 20 },
      { heading: 'Cellule', width: 9 },
      { heading: 'Voir', width: 14 },
    ],
    rows: sorted.map(({ remark, siren, landlord }) => [
      cell(levels[remark.level], styles.textLined),
      cell(landlord, styles.strong),
      cell(remark.message, styles.textLined),
      cell(subjectWords(plan, remark), styles.muted),
      cell(remark.source.file, styles.muted),
      cell(remark.source.sheet, styles.muted),
      cell(remark.source.cell, styles.muted),
      linkCell(plan, remark, siren, places),
    ]),
    highlights: [
      {
        ref: `A${tableFirstRow + 1}:A${tableFirstRow + Math.max(sorted.length, 1)}`,
        formula: `$A${tableFirstRow + 1}="${levels.blocking}"`,
        color: palette.bad,
        fill: palette.badFill,
      },
    ],
    footer: pageFooter(title),
    tabColor: palette.primary,
  });
}

function subjectWords({ consolidation: { catalogue } }: Plan, { subject }: Remark): string | undefined {
  if (subject === undefined) return undefined;
  return (
    catalogue.dataPoints.get(subject)?.label.fr ?? catalogue.indicators.get(subject)?.label.fr ?? subject
  );
}

/** To the fact where it is shown, else to the landlord's cell of the matrix. */
function linkCell(plan: Plan, remark: Remark, siren: string, places: Places): CellModel {
  const fact = places.of(remark.source);
  if (fact) return { ...cell('le chiffre', styles.link), link: { to: inside(fact.sheet, fact.row, 0) } };
  const territory = plan.territories.get(plan.consolidation.territory);
  const at = territory?.landlords.findIndex((one) => one.siren === siren) ?? -1;
  if (!territory || at < 0) return cell(null, styles.muted);
  const column = plan.leafColumns.get(remark.subject ?? '') ?? 0;
  const to = inside(territory.matrix, frame.firstRow + at, column);
  return { ...cell('ses réponses', styles.link), link: { to } };
}
