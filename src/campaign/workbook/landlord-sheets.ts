import { families } from '../../contribution';
import {
  area,
  cell,
  cellAddress,
  columnName,
  dateFormat,
  palette,
  styles,
  type SheetModel,
  type ValidationModel,
} from '../../xlsx';
import { campaignHeadings, campaignSheets, campaignTables } from '../format';
import { type Campaign, type FollowUp, states } from '../model';
import { reminderOf } from '../reminders';
import { campaignTableSheet } from './table-sheet';

const asText = { ...styles.input, wrap: false, format: '@' } as const;
const input = { ...styles.input, wrap: false } as const;
const whole = { ...styles.number, format: '#,##0' } as const;

/** Rows to paste a perimeter into, where there is none yet. */
const BLANK_LANDLORDS = 30;

/** Who is expected, with their dwellings by territory. */
export function perimeterSheet({ perimeter }: Campaign, footer: string): SheetModel {
  const dwellings = { ...input, align: 'right', format: '#,##0.##' } as const;
  const blanks = campaignHeadings.perimeter.map((name) =>
    cell(null, name === 'logements' ? dwellings : asText),
  );
  return campaignTableSheet({
    name: campaignSheets.perimeter,
    explanation:
      'Une ligne par bailleur pour le territoire de la campagne ; d’autres lignes par département servent à la couverture. Collez votre liste ici.',
    table: campaignTables.perimeter,
    headings: campaignHeadings.perimeter,
    widths: [13, 44, 11, 13, 18, 13],
    rows: perimeter.map((one) => [
      cell(one.siren, asText),
      cell(one.name, input),
      cell(one.family ?? null, input),
      cell(one.group ?? null, asText),
      cell(one.territory || null, input),
      cell(one.dwellings, dwellings),
    ]),
    ...(perimeter.length === 0 ? { blank: { count: BLANK_LANDLORDS, cells: blanks } } : {}),
    frozenColumns: 2,
    validations: (first, last) => [
      {
        ref: area(first, 2, last, 2),
        kind: 'list',
        values: families,
        severity: 'warning',
        error: familyError,
      },
      {
        ref: area(first, 5, last, 5),
        kind: 'custom',
        formula: `AND(ISNUMBER(${cellAddress(first, 5)}),${cellAddress(first, 5)}>=0)`,
        error: { title: 'Nombre attendu', text: 'Écrivez le nombre de logements, sans texte.' },
      },
    ],
    tabColor: palette.primary,
    footer,
  });
}

const familyError = { title: 'Famille inconnue', text: `Choisissez dans la liste : ${families.join(', ')}.` };

const stateColours: Readonly<Record<FollowUp['state'], { readonly fill: string; readonly color: string }>> = {
  attendu: { fill: palette.neutralFill, color: palette.muted },
  reçu: { fill: palette.band, color: palette.primary },
  'en revue': { fill: palette.input, color: palette.ink },
  renvoyé: { fill: palette.warnFill, color: palette.warn },
  accepté: { fill: palette.goodFill, color: palette.good },
};

/** Where each landlord stands. */
export function followUpSheet({ followUp }: Campaign, footer: string): SheetModel {
  const date = { ...input, align: 'left', format: dateFormat } as const;
  const shown = { ...styles.textLined, format: '@' } as const;
  return campaignTableSheet({
    name: campaignSheets.followUp,
    explanation:
      'Choisissez l’état, la date et écrivez qui l’a décidé ; le commentaire part avec le fichier renvoyé. Les autres colonnes sont remplies à la réception.',
    table: campaignTables.followUp,
    headings: campaignHeadings.followUp,
    widths: [12, 38, 12, 12, 22, 13, 21, 40, 26, 13, 18, 40],
    rows: followUp.map((one) => [
      cell(one.siren, shown),
      cell(one.name, styles.strong),
      cell(one.state, input),
      cell(one.date ?? null, date),
      cell(one.by || null, input),
      cell(one.filled ?? null, { ...styles.number, format: '0%' }),
      cell(one.blocking ?? null, whole),
      cell(one.comment || null, styles.input),
      cell(one.sentBy || null, styles.textLined),
      cell(one.sentAt ?? null, { ...styles.textLined, align: 'left', format: dateFormat }),
      cell(one.version || null, { ...styles.muted, format: '@' }),
      cell(one.file || null, styles.muted),
    ]),
    frozenColumns: 2,
    printedColumns: 10,
    validations: (first, last): ValidationModel[] => [
      {
        ref: area(first, 2, last, 2),
        kind: 'list',
        values: states,
        error: { title: 'État inconnu', text: `Choisissez dans la liste : ${states.join(', ')}.` },
      },
      {
        ref: area(first, 3, last, 3),
        kind: 'custom',
        formula: `ISNUMBER(${cellAddress(first, 3)})`,
        error: { title: 'Date attendue', text: 'Écrivez une date, par exemple 15/03/2026.' },
      },
    ],
    highlights: (first, last) => [
      ...states.map((state) => ({
        ref: area(first, 2, last, 2),
        formula: `$C${first + 1}="${state}"`,
        ...stateColours[state],
      })),
      {
        ref: area(first, 6, last, 6),
        formula: `AND(ISNUMBER($G${first + 1}),$G${first + 1}>0)`,
        color: palette.bad,
        fill: palette.badFill,
      },
    ],
    tabColor: palette.primary,
    footer,
  });
}

/** What to write to those who have not answered, or whose workbook went back. */
export function remindersSheet(campaign: Campaign, footer: string): SheetModel {
  const due = campaign.followUp.flatMap((one) => {
    const reminder = reminderOf(one, campaign.settings);
    return reminder ? [{ one, reminder }] : [];
  });
  const none = [cell(null), cell('Aucune relance : tous ont répondu.', styles.note)];
  return campaignTableSheet({
    name: campaignSheets.reminders,
    explanation:
      'Un texte par bailleur dont rien n’est venu, ou dont le classeur a été renvoyé : copiez la cellule dans un message.',
    table: campaignTables.reminders,
    headings: campaignHeadings.reminders,
    widths: [12, 34, 12, 40, 96],
    rows:
      due.length === 0
        ? [none]
        : due.map(({ one, reminder }) => [
            cell(one.siren, { ...styles.textLined, format: '@' }),
            cell(one.name, styles.strong),
            cell(one.state, styles.textLined),
            cell(reminder.subject, styles.textLined),
            cell(reminder.text, styles.textLined),
          ]),
    frozenColumns: 2,
    tabColor: palette.muted,
    footer,
  });
}

/** A column of a sheet of the campaign, as a validation names it. */
export function columnOfSheet(sheet: string, column: number, first: number, last: number): string {
  const name = columnName(column);
  return `'${sheet}'!$${name}$${first + 1}:$${name}$${last + 1}`;
}
