import { type Consolidation, type IndicatorCell, publicationReasons } from '../consolidation';
import type { Source } from '../contribution';
import { formatNumber, formatQuantity } from '../formula';
import { territoryName } from '../territory';
import { cut, textTable } from './table';

const REASONS: Readonly<Record<string, string>> = {
  ...publicationReasons,
  zero_denominator: 'dénominateur nul',
  no_respondent: 'aucune réponse',
  missing_reference: 'référence à fournir',
  campaign_only: 'au territoire de la campagne',
  publication_only: 'à la publication',
  not_consolidated: 'ne se consolide pas',
};

/** What a summary says of a consolidation, or of what is published of it. */
type Summarised = Omit<Consolidation, 'cells'> & {
  readonly cells: readonly (Omit<IndicatorCell, 'reason'> & { readonly reason: string | null })[];
};

/** The results at the campaign's territory, as a table a person reads in a terminal. */
export function summary(result: Summarised): string {
  const cells = result.cells.filter((cell) => cell.territory === result.territory);
  const rows = cells.map((cell) => row(result, cell));
  const counts = statusCounts(result);
  return [
    `${territoryName(result.territory)} (${result.territory}), exercice ${result.year} — ${counts}`,
    '',
    textTable(['Code', 'Indicateur', 'Valeur', 'Réponses', 'Couverture'], rows, [2, 3, 4]),
    ...remarks(result),
  ].join('\n');
}

function row(result: Summarised, cell: Summarised['cells'][number]): string[] {
  const indicator = result.catalogue.indicators.get(cell.code);
  const value =
    cell.value === null
      ? `(${REASONS[cell.reason ?? cell.status] ?? 'sans valeur'})`
      : formatQuantity(cell.value, cell.unit, { locale: 'fr', decimals: indicator?.decimals ?? 0 });
  const coverage =
    cell.coverage === null ? '–' : `${formatNumber(cell.coverage * 100, { locale: 'fr', decimals: 0 })} %`;
  return [
    cell.code,
    cut(indicator?.label.fr ?? '', 62),
    value,
    `${cell.respondents}/${cell.expected}`,
    coverage,
  ];
}

function statusCounts(result: Summarised): string {
  const count = (status: string) => result.contributions.filter((one) => one.status === status).length;
  const parts = [`${count('accepted')} contribution(s)`];
  if (count('superseded') > 0) parts.push(`${count('superseded')} remplacée(s)`);
  if (count('rejected') > 0) parts.push(`${count('rejected')} rejetée(s)`);
  if (result.perimeter) parts.push(`${result.expectedAt(result.territory).length} bailleurs attendus`);
  return parts.join(', ');
}

/** `03-bailleur.xlsx, Données!E12 : ` */
function place({ file, sheet, cell }: Source): string {
  const name = file.split(/[\\/]/).at(-1) ?? '';
  const spot = sheet === '' ? '' : `, ${sheet}${cell === '' ? '' : `!${cell}`}`;
  return name === '' ? '' : `${name}${spot} : `;
}

/** What deserves a look: rejected files first, then a count. */
function remarks(result: Summarised): string[] {
  const all = [...result.contributions.flatMap((one) => one.remarks), ...result.remarks];
  const blocking = all.filter((one) => one.level === 'blocking');
  if (all.length === 0) return [];
  const first = blocking.slice(0, 10).map((one) => `  ${place(one.source)}${one.message}`);
  const more = blocking.length > first.length ? [`  … et ${blocking.length - first.length} autre(s).`] : [];
  return [
    '',
    `${blocking.length} remarque(s) bloquante(s), ${all.length - blocking.length} avertissement(s).`,
    ...first,
    ...more,
  ];
}
