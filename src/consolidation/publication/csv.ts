import { territoryName } from '../../territory';
import { statusWords } from '../workbook/words';
import type { Publication } from './model';
import { shownCells } from './shown';

const HEADINGS = [
  'code',
  'indicateur',
  'territoire',
  'nom_territoire',
  'annee',
  'valeur',
  'unite',
  'bas',
  'haut',
  'repondants',
  'attendus',
  'couverture',
  'part_extrapolee',
  'etat',
];

/**
 * A publication as a table for other software: UTF-8, `;`, decimal comma, one cell a line. With a byte order mark,
 * without which Excel in French mistakes the accents.
 */
export function publicationToCsv(publication: Publication): string {
  const { catalogue } = publication.consolidation;
  const lines = shownCells(publication).map((cell) => [
    cell.code,
    catalogue.indicators.get(cell.code)?.label.fr ?? '',
    cell.territory,
    territoryName(cell.territory) ?? '',
    cell.year,
    cell.value,
    cell.unit,
    cell.low,
    cell.high,
    cell.respondents,
    cell.expected,
    cell.coverage,
    cell.extrapolatedShare,
    statusWords[cell.status],
  ]);
  return `\uFEFF${[HEADINGS, ...lines].map((line) => line.map(field).join(';')).join('\r\n')}\r\n`;
}

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  // Text that a spreadsheet would take for a formula stays text.
  const text = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
