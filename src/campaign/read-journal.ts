import type { Catalogue } from '../catalogue';
import { type Answer, parseFrenchNumber, type Remark, tidySiren } from '../contribution';
import { parseTerritory } from '../territory';
import { CampaignTable, type CampaignTableData, shortened } from './campaign-table';
import { campaignHeadings } from './format';
import type { Adjustment } from './model';

const meaning = ['siren', 'code', 'annee', 'territoire', 'ancien', 'nouveau', 'motif'] as const;

/**
 * Reads `IMPACT_JOURNAL`. An adjustment that cannot be used (unknown landlord's SIREN, unknown data, no reason, no
 * author, a value that is none) is left out with a blocking remark: a figure is never changed without them. One
 * that was cancelled is kept, whatever it says.
 */
export function readJournal(table: CampaignTable, catalogue: Catalogue): Adjustment[] {
  if (!table.requires(campaignHeadings.journal)) return [];
  return table.rows(meaning).flatMap((row) => {
    const read = adjustmentAt(table, row);
    if (read.cancelledBy !== '') return [read];
    const problem = problemOf(read, table, row, catalogue);
    if (!problem) return [read];
    const [heading, message] = problem;
    table.say('blocking', 'invalid_adjustment', row, heading, `${message} L’ajustement n’est pas appliqué.`);
    return [];
  });
}

/** The adjustments of a journal that is given by itself, and what `readJournal` says of its rows. */
export function journalOfTable(
  data: CampaignTableData,
  file: string,
  catalogue: Catalogue,
): { readonly journal: readonly Adjustment[]; readonly remarks: readonly Remark[] } {
  const table = new CampaignTable(data, file, false);
  return { journal: readJournal(table, catalogue), remarks: table.remarks };
}

function adjustmentAt(table: CampaignTable, row: number): Adjustment {
  const when = table.date(row, 'quand');
  const siren = table.value(row, 'siren');
  const place = table.text(row, 'territoire');
  return {
    ...(when ? { when } : {}),
    by: table.text(row, 'qui'),
    siren: tidySiren(typeof siren === 'number' ? siren : table.text(row, 'siren')),
    code: table.text(row, 'code'),
    year: Number(table.text(row, 'annee')),
    territory: place === '' ? '' : (parseTerritory(place)?.code ?? place),
    before: answerAt(table, row, 'ancien'),
    after: answerAt(table, row, 'nouveau'),
    reason: table.text(row, 'motif'),
    cancelledBy: table.text(row, 'annule_par'),
    source: table.source(row, 'nouveau'),
  };
}

type Heading = (typeof campaignHeadings.journal)[number];

function problemOf(
  read: Adjustment,
  table: CampaignTable,
  row: number,
  { dataPoints }: Catalogue,
): readonly [Heading, string] | undefined {
  const shown = (heading: Heading): string => `« ${shortened(table.text(row, heading))} »`;
  if (!/^\d{9}$/.test(read.siren))
    return ['siren', `${shown('siren')} n’est pas un SIREN (9 chiffres) : corrigez-le.`];
  const point = dataPoints.get(read.code);
  if (!point || point.kind !== 'sum') {
    return [
      'code',
      `${shown('code')} n’est pas une donnée chiffrée du questionnaire : prenez un code de la feuille « Données demandées ».`,
    ];
  }
  if (!(read.year >= 1900 && read.year <= 2100)) {
    return ['annee', `${shown('annee')} n’est pas une année : écrivez-la en quatre chiffres.`];
  }
  if (read.territory !== '' && !parseTerritory(read.territory)) {
    return [
      'territoire',
      `${shown('territoire')} n’est pas un territoire connu : écrivez par exemple DEP:14, ou laissez vide.`,
    ];
  }
  if (read.before.kind === 'refused') {
    return [
      'ancien',
      `${shown('ancien')} n’est pas un chiffre : recopiez celui du bailleur, ND, SO, ou laissez vide.`,
    ];
  }
  if (read.after.kind === 'refused' || read.after.kind === 'blank') {
    return ['nouveau', 'Le nouveau chiffre manque ou n’est pas un nombre : écrivez un nombre, ND ou SO.'];
  }
  if (point.nonnegative && read.after.kind === 'number' && read.after.value < 0) {
    return ['nouveau', `« ${point.label.fr} » ne peut pas être négatif : corrigez le nouveau chiffre.`];
  }
  if (read.reason === '') return ['motif', 'Le motif manque : dites pourquoi le chiffre change.'];
  if (read.by === '') return ['qui', 'On ne sait pas qui ajuste : écrivez le nom dans « qui ».'];
  return undefined;
}

function answerAt(table: CampaignTable, row: number, heading: Heading): Answer {
  const value = table.value(row, heading);
  if (typeof value === 'number') return { kind: 'number', value };
  const text = table.text(row, heading);
  if (text === '') return { kind: 'blank' };
  if (text.toUpperCase() === 'ND') return { kind: 'unavailable' };
  if (text.toUpperCase() === 'SO') return { kind: 'not_applicable' };
  const number = parseFrenchNumber(text);
  return number === undefined ? { kind: 'refused' } : { kind: 'number', value: number };
}
