import type { Remark, RemarkLevel } from '../../contribution';
import type { Gathered } from './gather';
import type { ImportedReferences, LineFate } from './model';

/** What deserves a sentence, and what to do. */
const sentences: readonly {
  readonly fate: LineFate;
  readonly level: RemarkLevel;
  sentence(count: string): string;
}[] = [
  {
    fate: 'unknown_code',
    level: 'warning',
    sentence: (count) =>
      `${count} au code inconnu en France, laissées de côté : vérifiez le code Insee s’il s’agit d’une commune.`,
  },
  {
    fate: 'contradicted',
    level: 'blocking',
    sentence: (count) =>
      `${count} se contredisent pour une même commune d’aujourd’hui : aucune n’est prise, gardez la bonne.`,
  },
  {
    fate: 'carried',
    level: 'warning',
    sentence: (count) =>
      `${count} portent le code d’une ancienne commune ou d’un arrondissement : reprises pour la commune d’aujourd’hui.`,
  },
  {
    fate: 'superseded',
    level: 'warning',
    sentence: (count) =>
      `${count} portent une ancienne commune dont celle d’aujourd’hui a sa propre ligne : c’est elle qui compte.`,
  },
  {
    fate: 'duplicate',
    level: 'warning',
    sentence: (count) => `${count} répètent une commune avec les mêmes valeurs : comptées une fois.`,
  },
  {
    fate: 'no_code',
    level: 'warning',
    sentence: (count) => `${count} sans code de commune (total, note), laissées de côté.`,
  },
];

/** What a person should know of an import; counts are those of the account. */
export function remarksOf(
  imported: Omit<ImportedReferences, 'remarks'>,
  gathered: Gathered | undefined,
): Remark[] {
  const { file, sheet, account, layout } = imported;
  const remarks: Remark[] = [];
  const say = (level: RemarkLevel, code: string, message: string) =>
    void remarks.push({ level, code, message, source: { file, sheet, cell: '' } });
  for (const { fate, level, sentence } of sentences) {
    const count = account.fates[fate];
    if (count === 0) continue;
    const lines = account.examples.filter((one) => one.fate === fate).slice(0, 5);
    const shown = lines.map(({ line, code }) => (code === '' ? `${line}` : `${line} : ${code}`)).join(' ; ');
    const where = lines.length > 0 ? ` (ligne ${shown}${count > lines.length ? ' …' : ''})` : '';
    say(level, `lines_${fate}`, `${sentence(count === 1 ? '1 ligne' : `${count} lignes`)}${where}`);
  }
  if (account.secretCells > 0)
    say(
      'warning',
      'secret_cells',
      `${account.secretCells} valeurs « s » (secret statistique) : inconnues, jamais comptées zéro ; les territoires qui en ont une n’ont pas de total.`,
    );
  if (account.unreadableCells > 0)
    say(
      'warning',
      'unreadable_cells',
      `${account.unreadableCells} cellules ne sont pas des nombres et sont laissées de côté : vérifiez les colonnes reprises.`,
    );
  for (const code of gathered?.undated ?? [])
    say(
      'blocking',
      'missing_year',
      `Rien dans le fichier ne dit l’année de « ${code} » : relancez avec l’année, par exemple --year 2024.`,
    );
  if (imported.undated.length > 0)
    say(
      'warning',
      'assumed_year',
      `Rien dans le fichier ne dit l’année de ses chiffres (${imported.undated.join(', ')}) : celle de vos réponses est retenue ; corrigez la colonne « annee » de la table si ce n’est pas elle.`,
    );
  if ((gathered?.percentages.length ?? 0) > 0)
    say(
      'warning',
      'percentages',
      `Taux écrits sans signe et au-dessus de 1, lus comme des pourcentages (35,28 vaut 35,28 %) : ${gathered?.percentages.join(', ')}.`,
    );
  for (const { code, toConfirm } of imported.series)
    if (toConfirm !== undefined) say('warning', 'to_confirm', `${code} : à confirmer (${toConfirm}).`);
  if (layout === 'loyers-anil')
    say(
      'warning',
      'charges_included',
      'Loyers d’annonce charges comprises, alors que les loyers HLM du RPLS sont hors charges : les comparer surestime l’économie de loyer. Aucune conversion publiée n’est appliquée (à confirmer).',
    );
  return remarks;
}
