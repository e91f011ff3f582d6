import type { Catalogue } from '../../catalogue';
import type { Answer } from '../../contribution';
import {
  area,
  cell,
  cellAddress,
  dateFormat,
  palette,
  styles,
  type CellModel,
  type SheetModel,
} from '../../xlsx';
import { campaignHeadings, campaignSheets, campaignTables } from '../format';
import type { Campaign } from '../model';
import { askedQuestions } from '../themes';
import { columnOfSheet } from './landlord-sheets';
import { campaignTableSheet, FIRST_ROW } from './table-sheet';

const BLANK_ENTRIES = 25;

const input = { ...styles.input, wrap: false } as const;
const number = { ...input, align: 'right', format: '#,##0.######' } as const;
const cells = {
  date: { ...input, align: 'left', format: dateFormat },
  text: input,
  code: { ...input, format: '@' },
  year: { ...input, align: 'center', format: '0' },
  number,
  words: styles.input,
} as const;

const columnStyles = [
  cells.date,
  cells.text,
  cells.code,
  cells.text,
  cells.year,
  cells.text,
  cells.number,
  cells.number,
  cells.words,
  cells.words,
] as const;

/** The adjustments: figures that the union changed, with their reason; cancelled ones stay. */
export function journalSheet(campaign: Campaign, codes: number, footer: string): SheetModel {
  const { journal, followUp } = campaign;
  const rows = journal.map((one) =>
    [
      one.when,
      one.by,
      one.siren,
      one.code,
      one.year,
      one.territory || undefined,
      valueOf(one.before),
      valueOf(one.after),
      one.reason,
      one.cancelledBy || undefined,
    ].map((value, column) => cell(value ?? null, columnStyles[column])),
  );
  return campaignTableSheet({
    name: campaignSheets.journal,
    explanation:
      'Un ajustement par ligne : l’ancien chiffre tel que le bailleur l’a donné (ou vide), le nouveau, et le motif. Pour y renoncer, écrivez votre nom dans « annule_par » : la ligne reste, le chiffre revient.',
    table: campaignTables.journal,
    headings: campaignHeadings.journal,
    widths: [12, 22, 12, 24, 8, 14, 15, 15, 52, 22],
    rows,
    blank: { count: BLANK_ENTRIES, cells: columnStyles.map((style) => cell(null, style)) },
    frozenColumns: 0,
    validations: (first, last) => [
      {
        ref: area(first, 2, last, 2),
        kind: 'list',
        formula: columnOfSheet(
          campaignSheets.followUp,
          0,
          FIRST_ROW,
          FIRST_ROW + Math.max(followUp.length, 1) - 1,
        ),
        error: { title: 'Bailleur inconnu', text: 'Choisissez le SIREN d’un bailleur du suivi.' },
      },
      {
        ref: area(first, 3, last, 3),
        kind: 'list',
        formula: columnOfSheet(campaignSheets.asked, 0, FIRST_ROW, FIRST_ROW + Math.max(codes, 1) - 1),
        error: { title: 'Donnée inconnue', text: 'Choisissez un code de la feuille « Données demandées ».' },
      },
      {
        ref: area(first, 4, last, 4),
        kind: 'custom',
        formula: `AND(ISNUMBER(${cellAddress(first, 4)}),${cellAddress(first, 4)}>=2000,${cellAddress(first, 4)}<=2100)`,
        error: { title: 'Année attendue', text: 'Écrivez une année sur quatre chiffres.' },
      },
      {
        ref: area(first, 6, last, 7),
        kind: 'custom',
        formula: `OR(ISNUMBER(${cellAddress(first, 6)}),UPPER(TRIM(${cellAddress(first, 6)}))="ND",UPPER(TRIM(${cellAddress(first, 6)}))="SO")`,
        error: { title: 'Chiffre attendu', text: 'Écrivez un nombre, ND ou SO.' },
      },
    ],
    highlights: (first, last) => [
      {
        ref: area(first, 0, last, 9),
        formula: `LEN($J${first + 1})>0`,
        color: palette.muted,
        fill: palette.neutralFill,
      },
    ],
    tabColor: palette.accent,
    footer,
  });
}

function valueOf(answer: Answer): CellModel['value'] | undefined {
  if (answer.kind === 'number') return answer.value;
  return answer.kind === 'unavailable' ? 'ND' : answer.kind === 'not_applicable' ? 'SO' : undefined;
}

/** What the campaign asks: the codes that the journal's drop-down offers. */
export function askedSheet(
  { settings }: Campaign,
  catalogue: Catalogue,
  footer: string,
): { sheet: SheetModel; count: number } {
  const themes = new Map(catalogue.dimensions.map(({ code, label }) => [code, label.fr]));
  const questions = askedQuestions(settings, catalogue).filter(({ dataPoint }) => dataPoint?.kind === 'sum');
  const sheet = campaignTableSheet({
    name: campaignSheets.asked,
    explanation: 'Les données chiffrées que la campagne demande, avec le code à écrire dans le journal.',
    table: campaignTables.asked,
    headings: campaignHeadings.asked,
    widths: [26, 60, 30, 16],
    rows: questions.map((one) => [
      cell(one.code, styles.strong),
      cell(one.label, styles.textLined),
      cell(themes.get(one.theme) ?? one.theme, styles.muted),
      cell(one.unit || null, styles.unit),
    ]),
    frozenColumns: 1,
    tabColor: palette.muted,
    footer,
  });
  return { sheet, count: questions.length };
}
