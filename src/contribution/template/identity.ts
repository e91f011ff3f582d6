import {
  area,
  cell,
  dateFormat,
  Grid,
  headings,
  palette,
  styles,
  type CellModel,
  type SheetModel,
  type ValidationModel,
} from '../../xlsx';
import { families, statuses } from '../identity-values';
import type { Family } from '../model';

/** Who the workbook is for. */
export interface TemplateIdentity {
  readonly siren: string;
  readonly name: string;
  readonly year: number;
  readonly family?: Family;
  readonly territory?: string;
}

interface Field {
  readonly key: string;
  readonly help: string;
  readonly value?: CellModel['value'];
  readonly format?: string;
  readonly choices?: readonly string[];
  /** A message when the answer, `$B$n`, is not right. */
  readonly control?: (answer: string) => string;
}

const sheet = 'Identité';
const table = 'IMPACT_IDENTITE';
const columns = ['champ', 'valeur', 'controle', 'aide'];
const headingRow = 3;

/** Nine digits and their key (Luhn: every second digit counts double, digits of the double added). */
function sirenControl(answer: string, required: boolean): string {
  const digits = `SUBSTITUTE(${answer}," ","")`;
  const odd = `SUMPRODUCT(MID(${digits},{1,3,5,7,9},1)*1)`;
  const even = `SUMPRODUCT(MOD(MID(${digits},{2,4,6,8},1)*2,10)+INT(MID(${digits},{2,4,6,8},1)/5))`;
  const right = `IF(LEN(${digits})=9,IFERROR(MOD(${odd}+${even},10)=0,FALSE),FALSE)`;
  const blank = required ? '"Obligatoire"' : '""';
  return `IF(ISBLANK(${answer}),${blank},IF(${right},"OK","SIREN inexact : neuf chiffres, vérifiez la saisie"))`;
}

function fieldsOf({ siren, name, year, family }: TemplateIdentity, version: string): readonly Field[] {
  return [
    {
      key: 'siren',
      value: siren,
      format: '@',
      control: (answer) => sirenControl(answer, true),
      help: 'Les neuf chiffres de votre organisme. Obligatoire.',
    },
    {
      key: 'raison_sociale',
      value: name,
      control: (answer) => `IF(ISBLANK(${answer}),"Obligatoire","OK")`,
      help: 'Le nom de votre organisme. Obligatoire.',
    },
    {
      key: 'exercice',
      value: year,
      format: '0',
      control: (answer) =>
        `IF(ISNUMBER(${answer}),IF(AND(${answer}>=2000,${answer}<=2100),"OK","À vérifier : une année, par exemple ${year}"),"Obligatoire")`,
      help: 'L’année des réponses. Obligatoire.',
    },
    {
      key: 'famille',
      ...(family === undefined ? {} : { value: family }),
      choices: families,
      help: 'Votre famille : à choisir dans la liste.',
    },
    {
      key: 'groupe',
      format: '@',
      control: (answer) => sirenControl(answer, false),
      help: 'Le SIREN de la tête de votre groupe, si vous en avez un.',
    },
    {
      key: 'statut',
      value: 'brouillon',
      choices: statuses,
      help: 'À passer de « brouillon » à « transmis » quand le classeur est prêt.',
    },
    { key: 'transmis_le', format: dateFormat, help: 'La date d’envoi, par exemple 15/03/2020.' },
    { key: 'version_catalogue', value: version, format: '@', help: 'Ne pas modifier.' },
    { key: 'contact', help: 'La personne à qui poser une question : nom, courriel ou téléphone.' },
    {
      key: 'accord_nominatif',
      choices: ['oui', 'non'],
      help: '« oui » si vos résultats peuvent être montrés avec votre nom ; sans réponse, c’est non.',
    },
  ];
}

/** The identity: the table IMPACT_IDENTITE, a field a row, with its help and a check. */
export function identitySheet(identity: TemplateIdentity, catalogueVersion: string): SheetModel {
  const grid = new Grid();
  grid.add([cell('Identité', styles.title)], 28);
  grid.add([cell('Qui répond, pour quelle année.', styles.subtitle)]);
  grid.skip();
  grid.add(headings(columns, styles.heading), 24);
  const validations: ValidationModel[] = [];
  for (const field of fieldsOf(identity, catalogueVersion)) {
    const row = grid.next;
    const answer = `$B$${row + 1}`;
    const control = field.control?.(answer);
    grid.add(
      [
        cell(field.key, styles.strong),
        cell(field.value, {
          ...styles.input,
          ...(field.format ? { format: field.format } : {}),
          align: 'left',
        }),
        control === undefined
          ? cell(null, styles.textLined)
          : { value: cachedControl(field), formula: control, style: styles.textLined },
        cell(field.help, styles.muted),
      ],
      field.help.length > 60 ? 32 : 20,
    );
    if (field.choices) validations.push(choice(`B${row + 1}`, field.choices));
  }
  const last = grid.next - 1;
  return {
    name: sheet,
    columns: [{ width: 22 }, { width: 40 }, { width: 34 }, { width: 62 }],
    rows: grid.rows(),
    freeze: { rows: headingRow + 1, columns: 1 },
    tables: [{ name: table, ref: area(headingRow, 0, last, columns.length - 1), columns }],
    validations,
    highlights: [
      {
        ref: area(headingRow + 1, 2, last, 2),
        formula: `AND($C${headingRow + 2}<>"",$C${headingRow + 2}<>"OK")`,
        color: palette.bad,
        fill: palette.badFill,
      },
      { ref: area(headingRow + 1, 2, last, 2), formula: `$C${headingRow + 2}="OK"`, color: palette.good },
    ],
    print: { landscape: true, fitToWidth: true, footer: '&RPage &P / &N' },
    gridLines: false,
    tabColor: palette.accent,
  };
}

/** What the control shows before anyone types: the given SIREN, name and year are right, the rest is blank. */
function cachedControl({ key, value }: Field): string {
  if (value !== undefined && value !== '') return 'OK';
  return key === 'groupe' ? '' : 'Obligatoire';
}

function choice(ref: string, values: readonly string[]): ValidationModel {
  return {
    ref,
    kind: 'list',
    values,
    error: { title: 'Choix impossible', text: `Choisissez dans la liste : ${values.join(', ')}.` },
  };
}
