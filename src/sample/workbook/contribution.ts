import type { Catalogue } from '../../catalogue';
import { tableNames } from '../../contribution';
import type { SheetModel, WorkbookModel } from '../../xlsx';
import type { Book } from '../books';
import type { SampleFact } from '../facts';
import type { Profile } from '../profile';
import { chanceOf } from '../random';
import type { Region } from '../region';
import { type Block, sheetOf } from './blocks';
import { factsBlock } from './facts-block';
import { type OwnSheet, layOut } from './own-sheet';
import { listsBlock, rentsBlock, worksBlock } from './tables';

/** When a workbook was sent. */
export interface Sending {
  readonly status: 'transmis' | 'validé';
  readonly sentAt: Date;
}

/** Dates are days: midnight in universal time is what a workbook stores, wherever it is made. */
const day = (year: number, month: number, date: number): Date => new Date(Date.UTC(year, month - 1, date));

/** Contributions on a year are due on 30 September of the next. */
export function sendingOf(landlord: Profile, year: number): Sending {
  const chance = chanceOf(`sending ${landlord.slug}`);
  const status = chance.next() < 0.25 ? 'validé' : 'transmis';
  if (landlord.habits.has('late')) return { status, sentAt: day(year + 1, 11, 19) };
  return { status, sentAt: day(year + 1, chance.whole(5, 9), chance.whole(1, 28)) };
}

/** The workbook of a landlord: its own sheets, and the contribution tables that point into them. */
export function contributionWorkbook(
  book: Book,
  facts: readonly SampleFact[],
  region: Region,
  catalogue: Catalogue,
  sending: Sending,
): WorkbookModel {
  const { landlord, ledgers } = book;
  const own = landlord.sheets.map((ledger) => layOut(ledger, ledgers[ledger], landlord, region.year));
  const identity = identityBlock(landlord, region, catalogue, sending);
  const data = factsBlock(facts, landlord, region.year, own);
  const rents = rentsBlock(book, region);
  const works = worksBlock(book, region);
  const tables: SheetModel[] = [
    ...firstSheets(landlord, identity, data),
    sheetOf('Listes', 'Communes et fournisseurs', [listsBlock(book, region)], plainLayout),
    ...(rents ? [sheetOf('Loyers par commune', 'Loyers HLM et de marché', [rents], plainLayout)] : []),
    ...(works ? [sheetOf('Travaux énergie', 'Rénovations réceptionnées', [works], worksLayout)] : []),
  ];
  return {
    title: `Contribution ${region.year} — ${landlord.name} (exemple fictif)`,
    creator: `${landlord.name} (exemple fictif)`,
    modified: sending.sentAt,
    sheets: landlord.manner % 2 === 0 ? [...tables, ...sheetsOf(own)] : [...sheetsOf(own), ...tables],
  };
}

const plainLayout = { indent: false, widths: [24, 12, 14, 14, 14, 14] };
const worksLayout = { indent: false, widths: [10, 14, 44, 12, 12, 12, 12, 12] };

const sheetsOf = (own: readonly OwnSheet[]): SheetModel[] => own.map(({ sheet }) => sheet);

/** One sheet with both tables, or one sheet each. */
function firstSheets(landlord: Profile, identity: Block, data: Block): SheetModel[] {
  const indent = landlord.manner % 3 === 1;
  const widths = data.headings.map((heading) => (/^lib/i.test(heading) ? 46 : 18));
  if (landlord.manner % 4 === 2) {
    return [
      sheetOf('Contribution', 'Contribution à l’étude régionale', [identity, data], { indent, widths }),
    ];
  }
  return [
    sheetOf('Identité', 'Qui répond', [identity], { indent, widths: [24, 44] }),
    sheetOf('Données', 'Réponses au questionnaire', [data], { indent, widths }),
  ];
}

function identityBlock(
  landlord: Profile,
  region: Region,
  catalogue: Catalogue,
  { status, sentAt }: Sending,
): Block {
  const head = region.landlords.find((one) => one.slug === landlord.group);
  const fields: [string, string | number | Date | undefined][] = [
    ['siren', landlord.siren],
    ['raison_sociale', landlord.name],
    ['exercice', region.year],
    ['famille', landlord.family],
    ['groupe', head?.siren],
    ['statut', status],
    ['transmis_le', sentAt],
    ['version_catalogue', catalogue.version],
    ['contact', `etudes@${landlord.slug}.example`],
    ['accord_nominatif', landlord.manner % 3 === 0 ? 'oui' : 'non'],
  ];
  return {
    table: tableNames.identity,
    headings: ['champ', 'valeur'],
    rows: fields
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [
        { value: field },
        { value, ...(field === 'siren' ? { style: { format: '@' } } : {}) },
      ]),
  };
}
