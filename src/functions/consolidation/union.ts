import type { Adjusted } from '../../campaign';
import type { Catalogue } from '../../catalogue';
import { campaignTerritory, type AskedCampaign, type PerimeterLine } from '../../consolidation';
import { type Contribution, readAnswers, type Table, tableNames } from '../../contribution';
import type { Locale } from '../../formula';
import type { Call } from '../arguments/call';
import { ContentMemo } from '../arguments/content';
import type { Grid } from '../arguments/grid';
import { wrong } from '../failure';
import { referencesOf } from '../indicators/dataset';
import type { FunctionContext } from '../model';
import { byLandlord } from './by-landlord';
import { rangeGiven } from './columns';
import { consolidationNow } from './engine-source';
import { journalIn, withoutJournal } from './journal';
import { perimeterOf } from './perimeter';

/** What all landlords of a region answer, read from the ranges of one call. */
export interface Union {
  /** The year most rows are about; of equals the latest. */
  readonly usualYear: number;
  /** @param asked stands for the whole where no row and no perimeter names a territory */
  campaign(year: number, asked: string | undefined): AskedCampaign;
  /** What became of the adjustments for that year; throws FunctionFailure where no journal is given. */
  journalSaid(year: number, asked: string | undefined, locale: Locale): string;
}

const parts = {
  faits: tableNames.facts,
  loyers: tableNames.rents,
  travaux: tableNames.works,
  listes: tableNames.lists,
} as const;
const names = [
  ...(Object.keys(parts) as (keyof typeof parts)[]),
  'perimetre',
  'references',
  'journal',
] as const;
type Name = (typeof names)[number];

const memos = new WeakMap<Catalogue, ContentMemo<Union>>();

/** Reads the ranges of a call, or gives back what was read of the same content before. */
export function unionOf(call: Call, { catalogue }: FunctionContext): Union {
  // Asked for first: reading 26,000 rows to learn that the engine must be fetched would be reading them twice.
  consolidationNow();
  const memo = memos.get(catalogue) ?? new ContentMemo<Union>(2);
  memos.set(catalogue, memo);
  const grids = names.map((name) => rangeGiven(call, name));
  return memo.get(grids, () => read(new Map(names.map((name, at) => [name, grids[at]])), catalogue));
}

function read(grids: ReadonlyMap<Name, Grid | undefined>, catalogue: Catalogue): Union {
  if (!grids.get('faits'))
    throw wrong(
      '« faits » est vide : donnez la table des réponses de tous les bailleurs avec ses titres, CONSO_FAITS[#Tout].',
      '"faits" is blank: give the table of all landlords\' answers with its headings, CONSO_FAITS[#All].',
    );
  const perimeter = perimeterOf(grids.get('perimetre'));
  const contributions = contributionsOf(grids, perimeter ?? [], catalogue);
  const references = referencesOf(grids.get('references'));
  const journal = journalIn(grids.get('journal'), catalogue);
  const known = new Map<string, AskedCampaign>();
  return {
    usualYear: usualYearOf(contributions),
    campaign(year, asked) {
      const territory = territoryOf(contributions, perimeter, asked);
      const key = `${year} ${territory ?? ''}`;
      const campaign = known.get(key) ?? opened({ year, territory });
      known.set(key, campaign);
      return campaign;
    },
    journalSaid(year, asked, locale) {
      if (!journal) throw withoutJournal();
      const territory = territoryOf(contributions, perimeter, asked);
      return consolidationNow().journalSaid(journal, adjusted({ year, territory }), locale);
    },
  };

  function adjusted({ year, territory }: Asked): Adjusted {
    const given = contributions.map((one) => ofYear(one, year));
    if (!journal) return { contributions: given, applied: [], remarks: [] };
    // What a blank territory stands for, in the journal as in the facts.
    const whole = campaignTerritory({ contributions: given, perimeter, territory }) ?? '';
    const campaign = { settings: { territory: whole }, journal: journal.journal };
    return consolidationNow().applyAdjustments(given, campaign, catalogue);
  }

  function opened({ year, territory }: Asked): AskedCampaign {
    const { askCampaign, CampaignError } = consolidationNow();
    try {
      return askCampaign({
        contributions: adjusted({ year, territory }).contributions,
        catalogue,
        references,
        year,
        unchecked: true,
        ...(perimeter ? { perimeter } : {}),
        ...(territory === undefined ? {} : { territory }),
      });
    } catch (problem) {
      throw problem instanceof CampaignError ? unsettled() : problem;
    }
  }
}

interface Asked {
  readonly year: number;
  readonly territory: string | undefined;
}

function contributionsOf(
  grids: ReadonlyMap<Name, Grid | undefined>,
  perimeter: readonly PerimeterLine[],
  catalogue: Catalogue,
): readonly Contribution[] {
  const tables = new Map<string, Record<string, Table>>();
  const called = new Map(perimeter.flatMap(({ siren, name }) => (name === '' ? [] : [[siren, name]])));
  for (const [name, table] of Object.entries(parts)) {
    const grid = grids.get(name as keyof typeof parts);
    if (!grid) continue;
    const split = byLandlord(grid, table);
    for (const [siren, own] of split.tables) tables.set(siren, { ...tables.get(siren), [table]: own });
    for (const [siren, words] of split.names) if (!called.has(siren)) called.set(siren, words);
  }
  return [...tables].map(([siren, own]) => {
    const { remarks, ...body } = readAnswers(own, siren, catalogue);
    const identity = { siren, name: called.get(siren) ?? siren, year: 0 };
    return { file: siren, identity, ...body, remarks, status: 'accepted' };
  });
}

/** The import has settled which workbook each figure comes from: what is in the table is what counts. */
const ofYear = (one: Contribution, year: number): Contribution =>
  one.identity ? { ...one, identity: { ...one.identity, year } } : one;

function usualYearOf(contributions: readonly Contribution[]): number {
  const years = new Map<number, number>();
  for (const { facts, rows, members } of contributions)
    for (const list of [facts, rows, members])
      for (const { year } of list) years.set(year, (years.get(year) ?? 0) + 1);
  const [usual] = [...years].sort(([one, count], [other, others]) => others - count || other - one);
  return usual?.[0] ?? 0;
}

/** What a blank territory stands for; where nothing names a territory, the one asked, or all of France. */
function territoryOf(
  contributions: readonly Contribution[],
  perimeter: readonly PerimeterLine[] | undefined,
  asked: string | undefined,
): string | undefined {
  const found = campaignTerritory({ contributions });
  if (found !== undefined) return found;
  const named = [
    ...(perimeter ?? []),
    ...contributions.flatMap(({ facts, rows, members }) => [...facts, ...rows, ...members]),
  ].some((one) => one.territory !== '');
  return named ? undefined : (asked ?? 'FR');
}

function unsettled() {
  return wrong(
    'Les lignes portent sur plusieurs régions, ou rien ne dit sur quel territoire : donnez « perimetre », avec une ligne par bailleur pour le territoire entier.',
    'The rows are about several regions, or nothing says which territory: give "perimetre", with a line a landlord for the whole territory.',
  );
}
