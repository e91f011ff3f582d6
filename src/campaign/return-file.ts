import type { Catalogue } from '../catalogue';
import { CampaignError, consolidate } from '../consolidation';
import { type Contribution, type Remark, settleContribution } from '../contribution';
import {
  appendSheets,
  bytesSource,
  cell,
  type Inflate,
  inside,
  openWorkbook,
  palette,
  type SheetModel,
  styles,
  UnwritableWorkbook,
  WorkbookRefused,
  writeWorkbook,
} from '../xlsx';
import { applyAdjustments } from './adjustments';
import type { Campaign, FollowUp } from './model';
import { campaignTableSheet } from './workbook/table-sheet';

/** A workbook to send back, and whether it is the landlord's own with a sheet more. */
export interface ReturnedFile {
  readonly bytes: Uint8Array;
  /** False for a file that cannot be opened: the remarks come alone. */
  readonly own: boolean;
  readonly remarks: number;
}

/**
 * Contributions as the campaign sees them: adjusted by the journal, settled, compared with one another. What one
 * landlord is told of the others is what its outliers say: how many, and the range they lie in.
 */
export function reviewed(
  contributions: readonly Contribution[],
  campaign: Campaign,
  catalogue: Catalogue,
): readonly Contribution[] {
  const { settings, perimeter } = campaign;
  const adjusted = applyAdjustments(contributions, campaign, catalogue).contributions;
  try {
    return consolidate({
      contributions: adjusted,
      catalogue,
      ...(perimeter.length > 0 ? { perimeter } : { territory: settings.territory }),
      year: settings.year,
    }).contributions;
  } catch (error) {
    if (!(error instanceof CampaignError)) throw error;
    return adjusted.map((one) => settleContribution(one, settings.territory, catalogue));
  }
}

/**
 * The landlord's own workbook with a sheet « Remarques » at its end: every remark, the blocking ones first, with a
 * link to its cell, and the union's question. Nothing else of the file changes. Of a file that is no readable
 * workbook, the remarks alone, in a workbook of their own.
 */
export async function returnFile(
  bytes: Uint8Array,
  contribution: Contribution,
  row: FollowUp | undefined,
  campaign: Campaign,
  inflate?: Inflate,
): Promise<ReturnedFile> {
  const options = inflate ? { inflate } : {};
  const remarks = sorted(contribution.remarks);
  try {
    const workbook = await openWorkbook(bytesSource(bytes), options);
    const sheets = workbook.sheets.map(({ name }) => name);
    const tables = workbook.tables.map(({ name }) => name);
    const sheet = remarksSheet(remarks, contribution, row, campaign, { sheets, tables });
    return { bytes: await appendSheets(bytes, [sheet], options), own: true, remarks: remarks.length };
  } catch (error) {
    if (!(error instanceof WorkbookRefused || error instanceof UnwritableWorkbook)) throw error;
    const sheet = remarksSheet(remarks, contribution, row, campaign, { sheets: [], tables: [] });
    const title = `Remarques ${contribution.identity?.name ?? ''}`.trim();
    const alone = await writeWorkbook({
      title,
      creator: 'Impact HLM',
      modified: endOf(campaign),
      sheets: [sheet],
    });
    return { bytes: alone, own: false, remarks: remarks.length };
  }
}

const endOf = ({ settings }: Campaign): Date => new Date(Date.UTC(settings.year, 11, 31));

const levels: Readonly<Record<Remark['level'], string>> = { blocking: 'bloquante', warning: 'à vérifier' };

const sorted = (remarks: readonly Remark[]): Remark[] => [
  ...remarks.filter(({ level }) => level === 'blocking'),
  ...remarks.filter(({ level }) => level === 'warning'),
];

function remarksSheet(
  remarks: readonly Remark[],
  { identity }: Contribution,
  row: FollowUp | undefined,
  { settings }: Campaign,
  taken: { readonly sheets: readonly string[]; readonly tables: readonly string[] },
): SheetModel {
  const known = new Map(taken.sheets.map((name) => [name.toLowerCase(), name]));
  const question = row?.comment
    ? [
        [
          cell('question', styles.strong),
          cell(row.comment, styles.textLined),
          cell(settings.union || 'L’union', styles.muted),
        ],
      ]
    : [];
  const rows = remarks.map(({ level, message, source }) => {
    const sheet = known.get(source.sheet.toLowerCase());
    const to = sheet === undefined ? undefined : linkTo(sheet, source.cell);
    const place = [source.sheet, source.cell].filter((text) => text !== '').join(' ! ');
    return [
      cell(levels[level], level === 'blocking' ? { ...styles.strong, color: palette.bad } : styles.textLined),
      cell(message, styles.textLined),
      to === undefined ? cell(place || null, styles.muted) : { ...cell(place, styles.link), link: { to } },
      cell(null, styles.input),
    ];
  });
  const all = [...question, ...rows];
  return campaignTableSheet({
    name: freeName('Remarques', taken.sheets, ' '),
    explanation: `Campagne ${settings.year}${identity ? `, ${identity.name}` : ''} : corrigez la cellule, ou expliquez dans « reponse » ; puis renvoyez le classeur.`,
    table: freeName('IMPACT_REMARQUES', taken.tables, '_'),
    headings: ['niveau', 'remarque', 'cellule', 'reponse'],
    widths: [13, 96, 30, 44],
    rows: all.length > 0 ? all : [[cell('Rien à signaler.', styles.note)]],
    tabColor: palette.bad,
    footer: '&RPage &P / &N',
  });
}

/** To the cell, or the top of the sheet. */
function linkTo(sheet: string, address: string): string {
  const [, letters = 'A', digits = '1'] = /^([A-Z]{1,3})(\d+)/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return inside(sheet, Number(digits) - 1, column);
}

/** A name that the workbook does not have yet: `Remarques`, `Remarques 2` … */
function freeName(name: string, taken: readonly string[], separator: string): string {
  const known = new Set(taken.map((one) => one.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}${separator}${number}`;
    if (!known.has(candidate.toLowerCase())) return candidate;
  }
}
