import {
  joinMarketRents,
  mergeRpls,
  rplsPoints,
  type JoinedRents,
  type RplsMerged,
} from '../../../importers';
import type { Engine } from '../../engine';
import type { ReadFile } from '../../jobs';
import { harvestOf, type Harvest, type MarketCell } from '../../workbook/harvest';
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
  readonly rpls?: RplsMerged;
  readonly rents?: JoinedRents<MarketCell>;
  readonly harvest: Harvest;
}

export function gather(
  { files, ledgers }: Pick<ConnectState, 'files' | 'ledgers'>,
  engine: Engine,
): Gathered {
  const declared = ofKind(files, 'rpls').map(({ imported }) => imported);
  const references = ofKind(files, 'references');
  const rpls = declared.length > 0 ? mergeRpls(declared) : undefined;
  const markets = references.flatMap(({ market }) => market ?? []);
  const rents = rpls && joinMarketRents<MarketCell>(rpls.cells, markets);
  const sources = {
    ...(rpls && { rpls }),
    ...(rents && { rents }),
    fec: ledgers?.imports ?? [],
    references: references.map(({ imported }) => imported),
    onlyParts,
  };
  return { ...(rpls && { rpls }), ...(rents && { rents }), harvest: harvestOf(sources, engine) };
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

/** Rows that a harvest would write, whatever the table. */
export const sizeOf = ({ facts, rents, lists, zonings, references }: Harvest): number =>
  facts.length + [rents, lists, zonings, references].reduce((sum, { rows }) => sum + rows.length, 0);
