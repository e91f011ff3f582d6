import type { Contribution, Remark } from '../../contribution';
import { cell, dateFormat, inside, palette, styles, type CellModel, type SheetModel } from '../../xlsx';
import type { Landlord } from '../model';
import { frame, type Plan } from './plan';
import { pageFooter, tableFirstRow, tableSheet } from './sheet-frame';

export const contributionsSheetName = 'Contributions';

const received: Readonly<Record<Contribution['status'], string>> = {
  accepted: 'prise en compte',
  superseded: 'remplacée',
  rejected: 'rejetée',
};

/** Every workbook received and what became of it, then the landlords expected from whom nothing came. */
export function contributionsSheet(plan: Plan): SheetModel {
  const { consolidation, title } = plan;
  const expected = new Set(consolidation.expectedAt(consolidation.territory));
  const missing = consolidation.landlords.filter((one) => expected.has(one.siren) && one.files.length === 0);
  const rows = [
    ...consolidation.contributions.map((one) => contributionRow(plan, one)),
    ...missing.map((one) => missingRow(one)),
  ];
  return tableSheet({
    name: contributionsSheetName,
    title: 'Contributions',
    explanation: `Classeurs reçus : ${consolidation.contributions.length}. Bailleurs attendus dont rien n’est venu : ${missing.length}.`,
    table: 'CONSO_CONTRIBUTIONS',
    columns: [
      { heading: 'Bailleur', width: 32 },
      { heading: 'SIREN', width: 12 },
      { heading: 'Réception', width: 16 },
      { heading: 'Fichier', width: 34 },
      { heading: 'Famille', width: 10 },
      { heading: 'Exercice', width: 10 },
      { heading: 'Statut déclaré', width: 14 },
      { heading: 'Transmis le', width: 12 },
      { heading: 'Chiffres de l’année', width: 12, numeric: true },
      { heading: 'Remarques bloquantes', width: 13, numeric: true },
      { heading: 'Avertissements', width: 14, numeric: true },
      { heading: 'Motif', width: 54 },
    ],
    rows,
    highlights: [
      {
        ref: `C${tableFirstRow + 1}:C${tableFirstRow + Math.max(rows.length, 1)}`,
        formula: `OR($C${tableFirstRow + 1}="${received.rejected}",$C${tableFirstRow + 1}="non reçue")`,
        color: palette.bad,
        fill: palette.badFill,
      },
    ],
    footer: pageFooter(title),
    tabColor: palette.primary,
  });
}

function contributionRow(plan: Plan, one: Contribution): readonly CellModel[] {
  const { consolidation } = plan;
  const { identity } = one;
  const count = (level: Remark['level']): number => one.remarks.filter((some) => some.level === level).length;
  const territory = plan.territories.get(consolidation.territory);
  const at = territory?.landlords.findIndex((some) => some.siren === identity?.siren) ?? -1;
  const facts = one.facts.filter((fact) => fact.year === consolidation.year && fact.answer.kind !== 'blank');
  const link =
    territory && at >= 0 && one.status === 'accepted'
      ? { link: { to: inside(territory.matrix, frame.firstRow + at, 0), tip: 'Voir ses réponses' } }
      : {};
  return [
    { ...cell(identity?.name ?? '(inconnu)', { ...styles.link, bold: true }), ...link },
    cell(identity?.siren, styles.muted),
    cell(received[one.status], styles.textLined),
    cell(one.file, styles.muted),
    cell(identity?.family, styles.muted),
    cell(identity?.year, { ...styles.center, format: '0' }),
    cell(identity?.status, styles.muted),
    cell(identity?.sentAt, { ...styles.center, format: dateFormat }),
    cell(facts.length, { ...styles.number, format: '#,##0' }),
    cell(count('blocking'), { ...styles.number, format: '0' }),
    cell(count('warning'), { ...styles.number, format: '0' }),
    cell(reasonOf(one), styles.muted),
  ];
}

/** Why a workbook does not count: its blocking remark, or the one that says what replaced it. */
function reasonOf({ status, remarks }: Contribution): string {
  if (status === 'accepted') return '';
  const telling = remarks.find((one) =>
    status === 'superseded' ? one.code === 'superseded' : one.level === 'blocking',
  );
  return (telling ?? remarks.at(-1))?.message ?? '';
}

function missingRow(landlord: Landlord): readonly CellModel[] {
  return [
    cell(landlord.name, styles.strong),
    cell(landlord.siren, styles.muted),
    cell('non reçue', styles.textLined),
    cell(null, styles.muted),
    cell(landlord.family, styles.muted),
    ...Array.from({ length: 6 }, () => cell(null, styles.muted)),
    cell('Attendu dans le périmètre : aucune contribution pour cette année.', styles.muted),
  ];
}
