import { type CellValue, UNCALCULATED } from '../xlsx';
import { readYear, recalculate, writtenText } from './cells';
import { type IdentityField, identityFields, longest } from './format';
import { families, parseConsent, parseDate, parseFamily, parseStatus, statuses } from './identity-values';
import type { Identity, Source } from './model';
import type { RemarkList } from './remarks';
import { isValidSiren, tidySiren } from './siren';
import { isBlank, type TableView } from './table-view';
import { compact, looseKey, quoted } from './words';

interface Field {
  readonly cell: CellValue;
  readonly source: Source;
}

/**
 * Reads `IMPACT_IDENTITE`. Undefined, each reason being a blocking remark, when the SIREN, the name or the
 * year is missing or wrong; any other field that cannot be understood is left out with a warning.
 */
export function readIdentity(table: TableView, date1904: boolean, remarks: RemarkList): Identity | undefined {
  const fields = readFields(table, remarks);
  const whole: Source = { ...table.source(0, 'champ'), cell: '' };
  const siren = readSiren(fields.get('siren'), whole, remarks);
  const name = readName(fields.get('raison_sociale'), whole, remarks);
  const year = readExercice(fields.get('exercice'), whole, remarks);

  /** An optional field; what cannot be understood is told, and left out. */
  const optional = <T>(
    field: IdentityField,
    code: string,
    parse: (cell: CellValue) => T | undefined,
    ask: string,
  ) => {
    const found = fields.get(field);
    if (!found) return undefined;
    const value = parse(found.cell);
    if (value === undefined) remarks.warning(code, notUnderstood(field, found.cell, ask), found.source);
    return value;
  };
  const text = (field: IdentityField) => cutText(fields.get(field), longest.name, remarks) || undefined;
  const written = (parse: (text: string) => Identity['family'] | undefined) => (cell: CellValue) =>
    parse(writtenText(cell));

  const identity = {
    family: optional('famille', 'invalid_family', written(parseFamily), `écrivez ${oneOf(families)}`),
    group: optional(
      'groupe',
      'invalid_group',
      sirenIn,
      'écrivez le SIREN de la tête de groupe, neuf chiffres',
    ),
    status: optional(
      'statut',
      'invalid_status',
      (cell) => parseStatus(writtenText(cell)),
      `écrivez ${oneOf(statuses)}`,
    ),
    sentAt: optional(
      'transmis_le',
      'invalid_date',
      (cell) => parseDate(cell, date1904),
      'écrivez une date, par exemple 31/03/2020',
    ),
    catalogueVersion: text('version_catalogue'),
    contact: text('contact'),
    mayBeNamed: optional('accord_nominatif', 'invalid_consent', parseConsent, 'écrivez oui ou non'),
  };
  if (siren === undefined || name === undefined || year === undefined) return undefined;
  return { siren, name, year, ...identity };
}

/** The fields filled in, by name; a field given twice keeps its first value, with a remark if they differ. */
function readFields(table: TableView, remarks: RemarkList): Map<IdentityField, Field> {
  const byKey = new Map(identityFields.map((field) => [looseKey(field), field]));
  const fields = new Map<IdentityField, Field>();
  for (let row = 0; row < table.rowCount; row++) {
    const field = byKey.get(looseKey(writtenText(table.cell(row, 'champ'))));
    const cell = table.cell(row, 'valeur');
    if (field === undefined || isBlank(cell)) continue;
    const source = table.source(row, 'valeur');
    const first = fields.get(field);
    if (!first) {
      fields.set(field, { cell, source });
    } else if (compact(writtenText(first.cell)) !== compact(writtenText(cell))) {
      const message = `Le champ « ${field} » est rempli deux fois, ${quoted(writtenText(first.cell))} (${first.source.cell}) et ${quoted(writtenText(cell))} (${source.cell}) : gardez une seule ligne.`;
      if (identityFields.indexOf(field) < 3) {
        remarks.blocking('conflicting_field', message, source);
        fields.set(field, { cell: undefined, source });
      } else {
        remarks.warning('conflicting_field', `${message} La première est retenue.`, source);
      }
    }
  }
  return fields;
}

function readSiren(field: Field | undefined, whole: Source, remarks: RemarkList): string | undefined {
  if (!field) {
    const message =
      'Le SIREN de l’organisme manque : remplissez le champ « siren » de la table IMPACT_IDENTITE (neuf chiffres).';
    remarks.blocking('missing_siren', message, whole);
    return undefined;
  }
  if (isBlank(field.cell)) return undefined;
  const siren = sirenIn(field.cell);
  if (siren === undefined) {
    const written = writtenText(field.cell);
    const digits = typeof field.cell === 'number' ? String(field.cell) : written.replace(/\s/gu, '');
    const remedy = /^\d{14}$/.test(digits)
      ? `c’est un SIRET, gardez ses neuf premiers chiffres, ${digits.slice(0, 9)}.`
      : /^\d{9}$/.test(digits)
        ? 'sa clé de contrôle est fausse, un chiffre est mal saisi : vérifiez-le sur un avis Insee.'
        : 'un SIREN a neuf chiffres.';
    remarks.blocking('invalid_siren', `SIREN incorrect, ${shown(field.cell)} : ${remedy}`, field.source);
  }
  return siren;
}

function readName(field: Field | undefined, whole: Source, remarks: RemarkList): string | undefined {
  if (field && isBlank(field.cell)) return undefined;
  const name = typeof field?.cell === 'object' ? '' : cutText(field, longest.name, remarks);
  if (name) return name;
  if (field && field.cell === UNCALCULATED) {
    remarks.blocking('missing_name', `Nom de l’organisme : ${recalculate}`, field.source);
    return undefined;
  }
  const message =
    'Le nom de l’organisme manque : remplissez le champ « raison_sociale » de la table IMPACT_IDENTITE.';
  remarks.blocking('missing_name', message, field?.source ?? whole);
  return undefined;
}

function readExercice(field: Field | undefined, whole: Source, remarks: RemarkList): number | undefined {
  if (!field) {
    const message =
      'L’exercice manque : remplissez le champ « exercice » de la table IMPACT_IDENTITE, par exemple 2019.';
    remarks.blocking('missing_year', message, whole);
    return undefined;
  }
  const read = readYear(field.cell);
  if (read.kind === 'year') return read.year;
  if (read.kind === 'refused') remarks.blocking(read.code, `Exercice : ${read.message}`, field.source);
  return undefined;
}

/** A SIREN in a cell, a number or a text; undefined if it is not one. */
function sirenIn(cell: CellValue): string | undefined {
  if (typeof cell !== 'string' && typeof cell !== 'number') return undefined;
  const siren = tidySiren(cell);
  return isValidSiren(siren) ? siren : undefined;
}

/** The text of a field, on one line, cut with a warning if it is too long; empty if there is none. */
function cutText(field: Field | undefined, most: number, remarks: RemarkList): string {
  const text = writtenText(field?.cell);
  if (!field || text.length <= most) return text;
  remarks.warning(
    'text_cut',
    `Texte de ${text.length} caractères, coupé à ${most} : raccourcissez-le.`,
    field.source,
  );
  return text.slice(0, most);
}

function notUnderstood(field: string, cell: CellValue, ask: string): string {
  return `Champ « ${field} » non compris, ${shown(cell)} : ${ask}. Il est laissé de côté.`;
}

const shown = (cell: CellValue): string =>
  cell === UNCALCULATED ? `formule sans résultat (${recalculate})` : quoted(writtenText(cell));

/** `brouillon, transmis ou validé` */
const oneOf = (words: readonly string[]): string =>
  `${words.slice(0, -1).join(', ')} ou ${words.at(-1) ?? ''}`;
