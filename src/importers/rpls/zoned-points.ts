import type { Catalogue } from '../../catalogue';
import type { Remark } from '../../contribution';
import { territoryName, type Zoning } from '../../territory';
import { measure as m } from './measures';
import type { RplsFact, RplsImport, ZonedCommune } from './model';
import type { Settled } from './settle';

/** A data point that an RPLS answers once the zones of its communes are known. */
interface ZonedPoint {
  readonly code: string;
  /** Points that the file must answer for this one to be answered. */
  readonly like: readonly string[];
  /** The dwellings counted where the commune is in a zone. */
  readonly value: (commune: ZonedCommune) => number;
  readonly tables: readonly string[];
  /** The zones that count; without them any zone of the tables does. */
  readonly zones?: ReadonlySet<string>;
  /** Every commune has a zone in the tables: one without is not known. Else the tables name their members only. */
  readonly everyCommune: boolean;
  /** What is lacking without the tables. */
  readonly lacking: string;
}

/** By the definitions of the catalogue (`find.rpls`); the zones are those of the commune, not of its centre. */
const zonedPoints: readonly ZonedPoint[] = [
  {
    code: 'log_acv_pvd',
    like: ['nb_lls'],
    value: ({ present }) => present,
    tables: ['acv', 'pvd'],
    everyCommune: false,
    lacking: 'il manque la liste Action cœur de ville et Petites villes de demain de l’ANCT',
  },
  {
    code: 'mes_b2c',
    like: ['mes_neuf', 'mes_acq'],
    // Those of `mes_neuf` and `mes_acq`, so that the share in zones B2 and C is a share of them.
    value: ({ newDwellings }) => newDwellings,
    tables: ['abc'],
    zones: new Set(['B2', 'C']),
    everyCommune: true,
    lacking: 'il manque le zonage ABC officiel',
  },
];

/** What the zoned data points count, by commune. */
export const zonedCommunesOf = ({ communes }: Settled): readonly ZonedCommune[] =>
  [...communes].map(([territory, sums]) => ({
    territory,
    present: sums[m.present] ?? 0,
    newDwellings: (sums[m.newBuilt] ?? 0) + (sums[m.newAcquired] ?? 0),
  }));

/**
 * The import with the data points that need the zones of communes, where the tables that tell them are given; else
 * why not. A commune whose zone is not known while it has dwellings to count leaves the point without answer: its sum
 * would be short. May be called again when other zonings are known: the file is not read again.
 * @param catalogue keeps to the data points it has
 */
export function withZonings(
  imported: RplsImport,
  zonings: readonly Zoning[],
  catalogue?: Catalogue,
): RplsImport {
  const zonedCodes = new Set(zonedPoints.map(({ code }) => code));
  const isOwn = ({ code }: { readonly code: string }) => !zonedCodes.has(code);
  const totals = Object.fromEntries(Object.entries(imported.totals).filter(([code]) => isOwn({ code })));
  const facts: RplsFact[] = [];
  const sums: Record<string, number> = {};
  const unanswered: RplsImport['unanswered'][number][] = [];
  for (const point of zonedPoints.filter(({ code }) => !catalogue || catalogue.dataPoints.has(code))) {
    const { code } = point;
    const answer = answerOf(point, imported, new Set(Object.keys(totals)), zonings);
    if (typeof answer === 'string') {
      unanswered.push({ code, why: 'unsupported', reason: answer });
      continue;
    }
    facts.push(...answer.map((one): RplsFact => ({ code, year: imported.year, ...one })));
    sums[code] = answer.reduce((sum, { value }) => sum + value, 0);
  }
  return {
    ...imported,
    facts: byCommune(imported.facts.filter(isOwn), facts),
    totals: { ...totals, ...sums },
    unanswered: [...imported.unanswered.filter(isOwn), ...unanswered],
    remarks: [
      ...imported.remarks.filter((one) => one.code !== NEEDS_ZONING),
      ...remarksOn(unanswered, imported),
    ],
  };
}

/** The dwellings counted in each commune, or why they cannot be. */
function answerOf(
  { like, tables: names, zones, value, everyCommune, lacking }: ZonedPoint,
  { zonedCommunes }: RplsImport,
  answered: ReadonlySet<string>,
  zonings: readonly Zoning[],
): readonly { readonly territory: string; readonly value: number }[] | string {
  const tables = names.flatMap((name) => zonings.find((one) => one.name === name) ?? []);
  if (tables.length < names.length) return lacking;
  const missing = like.filter((one) => !answered.has(one));
  if (missing.length > 0) return `il faut ${missing.join(' et ')}, que ce fichier ne donne pas`;
  const found = zonedCommunes.map((commune) => {
    const { territory } = commune;
    const own = tables.flatMap(({ zoneOf }) => zoneOf.get(territory) ?? []);
    const isIn = own.some((zone) => zones?.has(zone) ?? true);
    const unknown = everyCommune && own.length === 0 && value(commune) > 0;
    return { territory, value: isIn ? value(commune) : 0, unknown };
  });
  const unknown = found.filter((one) => one.unknown);
  if (unknown.length > 0) return unknownZones(unknown);
  return found.map(({ territory, value: count }) => ({ territory, value: count }));
}

/** The facts of a commune together, in the order of the communes. */
function byCommune(facts: readonly RplsFact[], more: readonly RplsFact[]): readonly RplsFact[] {
  if (more.length === 0) return facts;
  return [...facts, ...more].sort((one, other) =>
    one.territory < other.territory ? -1 : one.territory > other.territory ? 1 : 0,
  );
}

const NEEDS_ZONING = 'needs_zoning';

function remarksOn(unanswered: RplsImport['unanswered'], { file }: RplsImport): Remark[] {
  if (unanswered.length === 0) return [];
  const points = unanswered.map(({ code, reason }) => `${code} (${reason})`).join(', ');
  const message = `Restent sans réponse : ${points}. Un fichier de zones se donne avec le RPLS (dans le volet, déposez-le aussi ; en ligne de commande, --zonings) ; sinon, répondez à la main.`;
  return [{ level: 'warning', code: NEEDS_ZONING, message, source: { file, sheet: '', cell: '' } }];
}

function unknownZones(communes: readonly { readonly territory: string }[]): string {
  const names = communes
    .slice(0, 5)
    .map(({ territory }) => `${territoryName(territory)} (${territory.slice(4)})`);
  const more = communes.length > 5 ? ` et ${communes.length - 5} autres communes` : '';
  return `le fichier de zonage ne dit pas la zone de ${names.join(', ')}${more}`;
}
