import type { Catalogue } from '../../catalogue';
import type { Zoning } from '../../territory';
import {
  forEachBlock,
  LineTooLong,
  openText,
  type ByteChunks,
  type OpenedText,
  type ReadingOptions,
} from '../text';
import { accountOf } from './accounts';
import { foreignTable } from './foreign';
import { layoutNames, type RplsLayout } from './layout';
import { financings, measure as m, typologies } from './measures';
import type { RplsFact, RplsImport, RplsRentCell, YearOrigin } from './model';
import { missingField, rplsPoints, unsupported, type RplsPoint } from './points';
import { recogniseRpls } from './recognise';
import { remarksOf } from './remarks';
import { settle, type Settled } from './settle';
import { RplsTally } from './tally';
import { withZonings, zonedCommunesOf } from './zoned-points';

export interface RplsOptions extends ReadingOptions {
  /** Name of the file, for the remarks. */
  readonly file?: string;
  /** Keeps to the data points it has. */
  readonly catalogue?: Catalogue;
  /** Reporting year; without it, the file's own. */
  readonly year?: number;
  /** Zones of communes, for the data points that need them: `abc`, `acv`, `pvd`. */
  readonly zonings?: readonly Zoning[];
  /** Only the dwellings of this landlord, in a file of several. */
  readonly landlordSiren?: string;
}

/** The bytes of the file, or better a way to open it again: a year deduced wrongly at first then costs nothing. */
export type RplsSource = ByteChunks | (() => ByteChunks);

/**
 * Reads an RPLS file of any layout and adds it up by commune. Bytes go by once; no line is kept.
 * Throws NotRpls (a sentence) for a file of another kind, TableNotLoaded without the communes, or the reason of
 * the signal.
 */
export async function importRpls(source: RplsSource, options: RplsOptions = {}): Promise<RplsImport> {
  const open = () => openText(typeof source === 'function' ? source() : source);
  const opened = await open();
  const layout = recogniseRpls(opened);
  const known = options.year ?? layout.year;
  const guess = known ?? datedBySample(opened, layout) ?? 0;
  const first = await tallyOf(opened, layout, options, guess, known === undefined);
  const dated = known ?? yearOfDates(first.tally, layout);
  if (dated === undefined) return conclude(first.tally, layout, options, 0, 'none', opened);
  const origin: YearOrigin =
    options.year !== undefined
      ? 'asked'
      : known === undefined
        ? 'dates'
        : layout.landlord
          ? 'header'
          : 'headings';
  if (dated === first.year) return conclude(first.tally, layout, options, dated, origin, opened);
  if (typeof source !== 'function') return conclude(first.tally, layout, options, 0, 'none', opened);
  const { tally } = await tallyOf(await open(), layout, options, dated, false);
  return conclude(tally, layout, options, dated, origin, opened);
}

async function tallyOf(
  opened: OpenedText,
  layout: RplsLayout,
  options: RplsOptions,
  year: number,
  dated: boolean,
) {
  const tally = new RplsTally(layout, opened.lineEnd, { year, dated, ...siren(options) });
  try {
    await forEachBlock(opened, tally.take, options);
  } catch (error) {
    if (error instanceof LineTooLong) throw foreignTable([]);
    throw error;
  }
  return { tally, year };
}

function siren({ landlordSiren }: RplsOptions): { siren?: string } {
  return landlordSiren === undefined ? {} : { siren: landlordSiren };
}

/** The year that the first lines suggest; the whole file has the last word. */
function datedBySample({ sample, lineEnd }: OpenedText, layout: RplsLayout): number | undefined {
  const tally = new RplsTally(layout, lineEnd, { year: 0, dated: true });
  tally.take(sample, 0, sample.lastIndexOf(lineEnd) + 1);
  return yearOfDates(tally, layout);
}

function yearOfDates({ years }: RplsTally, { yearAtLeast }: RplsLayout): number | undefined {
  const { latest } = years;
  return latest === undefined ? undefined : Math.max(latest, yearAtLeast ?? latest);
}

function conclude(
  tally: RplsTally,
  layout: RplsLayout,
  options: RplsOptions,
  year: number,
  yearOrigin: YearOrigin,
  opened: OpenedText,
): RplsImport {
  const settled = settle(tally);
  const counts = accountOf(tally.outcomes, settled);
  const rows = counts.lines - counts.headings - counts.blank;
  const { answered, unanswered } = answers(tally, layout, settled, options.catalogue);
  const told = yearOrigin === 'none' ? [] : answered;
  const file = options.file ?? '';
  const landlord = layout.landlord;
  const result = {
    file,
    layout: { kind: layout.kind, label: layoutNames[layout.kind] },
    year,
    yearOrigin,
    ...(landlord ? { landlord: { siren: landlord.siren, name: landlord.name } } : {}),
    sirens: landlord?.siren
      ? [landlord.siren]
      : [...tally.landlords].map((one) => String(one).padStart(9, '0')),
    rows,
    counts,
    facts: factsOf(settled, told, year),
    cells: told.some(({ code }) => code === 'somme_loyers_mois') ? cellsOf(settled, year) : [],
    zonedCommunes: zonedCommunesOf(settled),
    communes: [...settled.communes]
      .filter(([, sums]) => (sums[m.present] ?? 0) > 0)
      .map(([code]) => code.slice(4)),
    totals: Object.fromEntries(told.map(({ code, value }) => [code, value(settled.totals)])),
    financing: layout.columns.FINAN === undefined ? [] : financingOf(settled.totals),
    unanswered,
  };
  const remarks = remarksOf({
    ...result,
    layout,
    settled,
    answered: told,
    landlords: options.landlordSiren === undefined ? tally.landlords.size : 1,
    badlyEncoded: hasMojibake(opened.sample),
    ...otherLandlord(layout, options),
  });
  return withZonings({ ...result, remarks }, options.zonings ?? [], options.catalogue);
}

const isWanted = (code: string, catalogue: Catalogue | undefined): boolean =>
  catalogue === undefined || catalogue.dataPoints.has(code);

/** Which data points the file answers, and why not the others. */
function answers(
  tally: RplsTally,
  layout: RplsLayout,
  { totals }: Settled,
  catalogue: Catalogue | undefined,
) {
  const answered: RplsPoint[] = [];
  const unanswered: RplsImport['unanswered'][number][] = [];
  const wanted = (code: string) => isWanted(code, catalogue);
  for (const point of rplsPoints) {
    if (!wanted(point.code)) continue;
    const missing = missingField(point, layout, tally.dwellings.filled, totals);
    if (!missing) answered.push(point);
    else unanswered.push({ code: point.code, why: missing.why, reason: missing.field });
  }
  for (const [code, reason] of unsupported) {
    if (wanted(code)) unanswered.push({ code, why: 'unsupported', reason });
  }
  return { answered, unanswered };
}

function factsOf({ communes }: Settled, answered: readonly RplsPoint[], year: number): RplsFact[] {
  return [...communes].flatMap(([territory, sums]) =>
    answered.map(({ code, value }): RplsFact => ({ code, territory, year, value: value(sums) })),
  );
}

function cellsOf({ communes }: Settled, year: number): RplsRentCell[] {
  return [...communes].flatMap(([territory, sums]) =>
    typologies.flatMap((typology, at): RplsRentCell[] => {
      const area = sums[m.cellArea + at] ?? 0;
      return area > 0 ? [{ territory, year, typology, rent: sums[m.cellRents + at] ?? 0, area }] : [];
    }),
  );
}

function financingOf(totals: Float64Array): RplsImport['financing'] {
  const labels = [...financings.map(([, label]) => label), 'Autre code', 'Non renseigné'];
  return labels
    .map((label, at) => ({ label, dwellings: totals[m.financing + at] ?? 0 }))
    .filter(({ dwellings }) => dwellings > 0);
}

function otherLandlord(layout: RplsLayout, { landlordSiren }: RplsOptions): { otherLandlord?: string } {
  const declared = layout.landlord?.siren ?? '';
  if (landlordSiren === undefined) return {};
  if (layout.kind === 'open') {
    return {
      otherLandlord:
        'Les données ouvertes ne disent pas à quel bailleur sont les logements : tous sont comptés ; importez plutôt votre déclaration.',
    };
  }
  return declared === '' || declared === landlordSiren
    ? {}
    : {
        otherLandlord: `Cette déclaration est celle du SIREN ${declared}, non du ${landlordSiren} demandé : vérifiez le fichier.`,
      };
}

/** UTF-8 encoded twice, as « Ã© »; told from the first bytes. */
function hasMojibake(sample: Uint8Array): boolean {
  for (let at = sample.indexOf(0xc3); at >= 0; at = sample.indexOf(0xc3, at + 1)) {
    if (sample[at + 1] === 0x83 && sample[at + 2] === 0xc2) return true;
  }
  return false;
}
