import type { Catalogue } from '../catalogue';
import { looseKey } from '../contribution';
import { parseTerritory } from '../territory';
import type { CampaignTable } from './campaign-table';
import { shortened } from './campaign-table';
import { ALL_THEMES, DEFAULT_COEFFICIENTS, settingFields } from './format';
import type { CampaignSettings } from './model';
import { parseThemes } from './themes';

/** Reads `IMPACT_CAMPAGNE`; undefined, with blocking remarks, when year or territory is missing or wrong. */
export function readSettings(table: CampaignTable, catalogue: Catalogue): CampaignSettings | undefined {
  const rows = new Map(table.rows(['champ']).map((row) => [looseKey(table.text(row, 'champ')), row]));
  const rowOf = (field: keyof typeof settingFields) => rows.get(looseKey(settingFields[field]));
  const textOf = (field: keyof typeof settingFields): string => {
    const row = rowOf(field);
    return row === undefined ? '' : table.text(row, 'valeur');
  };
  const say = (
    level: 'blocking' | 'warning',
    code: string,
    field: keyof typeof settingFields,
    message: string,
  ) => table.say(level, code, rowOf(field) ?? 0, 'valeur', message);

  const year = /^(19|20)\d\d$/.test(textOf('year')) ? Number(textOf('year')) : undefined;
  if (year === undefined) {
    const found =
      textOf('year') === '' ? 'L’année manque' : `« ${shortened(textOf('year'))} » n’est pas une année`;
    say(
      'blocking',
      'invalid_year',
      'year',
      `${found} : écrivez-la en quatre chiffres dans le champ « annee », par exemple 2025.`,
    );
  }
  const territory = textOf('territory') === '' ? undefined : parseTerritory(textOf('territory'));
  if (!territory) {
    const found =
      textOf('territory') === ''
        ? 'Le territoire manque'
        : `« ${shortened(textOf('territory'))} » n’est pas un territoire connu`;
    say(
      'blocking',
      'unknown_territory',
      'territory',
      `${found} : écrivez-le dans le champ « territoire », par exemple REG:28 ou DEP:14.`,
    );
  }
  const { themes, unknown } = parseThemes(textOf('themes'), catalogue);
  if (unknown.length > 0) {
    const known = catalogue.dimensions.map(({ code }) => code).join(', ');
    const names = unknown.map((one) => `« ${shortened(one)} »`).join(', ');
    say(
      'warning',
      'unknown_theme',
      'themes',
      `Thème inconnu, ${names} : écrivez « ${ALL_THEMES} », ou des codes parmi ${known}.`,
    );
  }
  const coefficientSet = textOf('coefficientSet');
  if (coefficientSet !== '' && looseKey(coefficientSet) !== looseKey(DEFAULT_COEFFICIENTS)) {
    const message = `Le jeu de coefficients « ${shortened(coefficientSet)} » est noté, mais la consolidation prend les coefficients ${DEFAULT_COEFFICIENTS} du catalogue : écrivez « ${DEFAULT_COEFFICIENTS} », ou dites-le dans votre publication.`;
    say('warning', 'coefficient_set', 'coefficientSet', message);
  }
  const deadlineRow = rowOf('deadline');
  const deadline = deadlineRow === undefined ? undefined : table.date(deadlineRow, 'valeur');
  if (year === undefined || !territory) return undefined;
  return {
    union: textOf('union'),
    year,
    territory: territory.code,
    ...(deadline ? { deadline } : {}),
    themes,
    coefficientSet: coefficientSet || DEFAULT_COEFFICIENTS,
  };
}
