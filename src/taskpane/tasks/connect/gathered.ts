import {
  joinMarketRents,
  marketRentsAmong,
  mergeRpls,
  rplsPoints,
  withYear,
  withZonings,
  type JoinedRents,
  type MarketRents,
} from '../../../importers';
import { isInside, type Zoning } from '../../../territory';
import type { Engine } from '../../engine';
import type { ReadFile } from '../../jobs';
import type { WorkbookView } from '../../session';
import { harvestOf, type Harvest, type HeldRent, type MarketCell } from '../../workbook/harvest';
import { rentsWithoutMarket } from '../../workbook/held-rents';
import type { IdentityDraft } from '../start/identity-form';
import type { ConnectState } from './connect-store';

const onlyParts = new Map(
  rplsPoints.flatMap(({ code, onlyPart }) => (onlyPart === undefined ? [] : [[code, onlyPart] as const])),
);

/** The files of a sort among those read. */
export const ofKind = <Kind extends ReadFile['kind']>(files: readonly ReadFile[], kind: Kind) =>
  files.filter((one): one is Extract<ReadFile, { kind: Kind }> => one.kind === kind);

/** What the files read so far come to, taken together. */
export interface Gathered {
  /** As read, an RPLS with what the zones known let it answer. */
  readonly files: readonly ReadFile[];
  /** What the market rents joined are worth, in French. */
  readonly rentWarnings: readonly string[];
  readonly harvest: Harvest;
}

export function gather(
  { files: read, ledgers }: Pick<ConnectState, 'files' | 'ledgers'>,
  engine: Engine,
  /** Of the answers: for the figures that nothing dates. */
  year: number,
  workbook?: Pick<WorkbookView, 'tables' | 'references'>,
): Gathered {
  const references = ofKind(read, 'references');
  const zonings = zoningsKnown(
    references.flatMap(({ imported }) => imported.zonings),
    workbook?.references?.zonings ?? [],
  );
  const files = read.map((one) =>
    one.kind === 'rpls' ? { ...one, imported: withZonings(one.imported, zonings, engine.catalogue) } : one,
  );
  const declared = ofKind(files, 'rpls').map(({ imported }) => imported);
  const rpls = declared.length > 0 ? mergeRpls(declared) : undefined;
  const given = references.flatMap(({ market }) => market ?? []);
  const markets = withoutTwins(given, marketRentsAmong(workbook?.references?.figures ?? []));
  const rents = rpls && joinMarketRents<MarketCell>(rpls.cells, markets);
  const heldRents = heldJoined(given, workbook, engine);
  const sources = {
    ...(rpls && { rpls }),
    ...(rents && { rents }),
    heldRents: heldRents.cells.filter(({ marketRent }) => marketRent !== undefined),
    fec: ledgers?.imports ?? [],
    references: references.map(({ imported }) => withYear(imported, year)),
    onlyParts,
  };
  return {
    files,
    rentWarnings: [rents, heldRents].flatMap((one) => (one && one.filled > 0 ? one.warnings : [])),
    harvest: harvestOf(sources, engine),
  };
}

/** Tables just read, and those held under other names: what is given now prevails. */
const zoningsKnown = (given: readonly Zoning[], held: readonly Zoning[]): readonly Zoning[] => [
  ...given,
  ...held.filter(({ name }) => !given.some((one) => one.name === name)),
];

/** The same for market rents, by type of dwelling. */
const withoutTwins = (
  given: readonly MarketRents[],
  held: readonly MarketRents[],
): readonly MarketRents[] => [
  ...given,
  ...held.filter(({ kind }) => !given.some((one) => one.kind === kind)),
];

/** Market rents that come after the RPLS was written: for the rent cells of the workbook. */
function heldJoined(
  given: readonly MarketRents[],
  workbook: Pick<WorkbookView, 'tables'> | undefined,
  engine: Engine,
): JoinedRents<HeldRent> {
  const content = given.length > 0 ? workbook?.tables.get(engine.tableNames.rents) : undefined;
  return joinMarketRents(content ? rentsWithoutMarket(content, engine) : [], given);
}

/** What files and sheets say of the landlord; the most recent year is that of the answers. */
export function identityHints({ files, found }: ConnectState): Partial<IdentityDraft> {
  const declared = ofKind(files, 'rpls').map(({ imported }) => imported);
  const ledgers = ofKind(files, 'fec').map(({ ledger }) => ledger);
  const sirens = [
    ...new Set([
      ...declared.flatMap((one) => (one.landlord ? [one.landlord.siren] : [])),
      ...ledgers.map(({ siren }) => siren),
      ...declared.flatMap((one) => (one.sirens.length === 1 ? one.sirens : [])),
      found?.identity.siren ?? '',
    ]),
  ].filter((one) => one !== '');
  const [siren] = sirens;
  const name = declared.find(({ landlord }) => landlord?.name)?.landlord?.name ?? found?.identity.name;
  const years = [
    ...declared.filter(({ yearOrigin }) => yearOrigin !== 'none').map(({ year }) => year),
    ...ledgers.map(({ closing }) => Math.floor(closing / 10_000)),
  ];
  const year = years.length > 0 ? Math.max(...years) : found?.year;
  return {
    // Two landlords: nobody guesses which.
    ...(siren !== undefined && sirens.length === 1 && { siren }),
    ...(name !== undefined && { name }),
    ...(year !== undefined && { year: String(year) }),
  };
}

/**
 * The territory that the rows are written for, if the whole stock read lies in it: what the landlord spends as a whole
 * then is spent there. Else undefined: amounts of the whole landlord keep rows of their own.
 */
export function wholeOf(files: readonly ReadFile[], territory: string | undefined): string | undefined {
  const communes = ofKind(files, 'rpls').flatMap(({ imported }) => imported.communes);
  const holds = (commune: string) =>
    territory === `COM:${commune}` || isInside(`COM:${commune}`, territory ?? '');
  return territory !== undefined && communes.every(holds) ? territory : undefined;
}

/** Rows that a harvest would write, whatever the table. */
export const sizeOf = ({ facts, rents, lists, zonings, references }: Harvest): number =>
  facts.length + [rents, lists, zonings, references].reduce((sum, { rows }) => sum + rows.length, 0);
