import type { FecImport, ImportedReferences, JoinedRents, RentCell, RplsMerged } from '../../importers';
import type { Engine } from '../engine';
import type { FactToWrite } from './facts-plan';
import type { KeyedRows } from './keyed-rows';

/** What files give a workbook, in the shape of its tables. */
export interface Harvest {
  readonly facts: readonly FactToWrite[];
  readonly rents: KeyedRows;
  readonly lists: KeyedRows;
  readonly zonings: KeyedRows;
  readonly references: KeyedRows;
}

/** A rent cell of an RPLS, with the market rent of its commune once joined. */
export interface MarketCell extends RentCell {
  readonly year: number;
  readonly rent: number;
  readonly area: number;
}

/** A rent cell that the workbook holds. */
export interface HeldRent extends RentCell {
  readonly year: number;
}

export interface HarvestSources {
  readonly rpls?: RplsMerged;
  /** Its rent cells, joined with the market's. */
  readonly rents?: JoinedRents<MarketCell>;
  /** Rent cells of the workbook that lacked a market rent and get one. */
  readonly heldRents?: readonly HeldRent[];
  readonly fec: readonly FecImport[];
  readonly references: readonly ImportedReferences[];
  /** What an RPLS leaves out, by data point. */
  readonly onlyParts: ReadonlyMap<string, string>;
}

/** Everything that the files read so far fill; each row says where it comes from. */
export function harvestOf(sources: HarvestSources, engine: Engine): Harvest {
  const { rpls, rents, heldRents = [], fec, references } = sources;
  const communes = (rpls?.communes ?? []).map(({ year, commune }) => ({
    code: 'communes_implantation',
    annee: year,
    territoire: '',
    identifiant: commune,
  }));
  const suppliers = fec.flatMap(({ members }) =>
    members.map(({ code, year, territory, identifier }) => ({
      code,
      annee: year,
      territoire: territory,
      identifiant: identifier,
    })),
  );
  return {
    facts: [...rplsFacts(sources, engine), ...fec.flatMap(fecFacts)],
    rents: {
      keys: ['annee', 'territoire', 'typologie'],
      rows: [
        ...(rents?.cells ?? []).map(({ year, territory, typology, rent, area, marketRent }) => ({
          annee: year,
          territoire: territory,
          typologie: typology,
          loyer_hlm: rent / area,
          loyer_marche: marketRent ?? null,
          surface_louee: area,
        })),
        ...heldRents.map(({ year, territory, typology, marketRent }) => ({
          annee: year,
          territoire: territory,
          typologie: typology,
          loyer_marche: marketRent ?? null,
        })),
      ],
    },
    lists: { keys: ['code', 'annee', 'territoire', 'identifiant'], rows: [...communes, ...suppliers] },
    zonings: {
      keys: ['table', 'territoire'],
      rows: references.flatMap(({ zonings }) =>
        zonings.flatMap(({ name, source, date, zoneOf }) =>
          [...zoneOf].map(([commune, zone]) => ({
            table: name,
            territoire: commune,
            valeur: zone,
            source,
            date: date ?? '',
          })),
        ),
      ),
    },
    references: {
      keys: ['code', 'annee', 'territoire'],
      rows: references.flatMap(({ values, source }) =>
        values.map(({ code, year, territory, value, source: own }) => ({
          code: `ref.${code}`,
          annee: year,
          territoire: territory,
          valeur: value,
          source: own ?? source,
        })),
      ),
    },
  };
}

function rplsFacts({ rpls, onlyParts }: HarvestSources, engine: Engine): FactToWrite[] {
  if (!rpls) return [];
  const named = new Map<number, string>();
  for (const { year, file } of rpls.files)
    named.set(year, [named.get(year), file].filter(Boolean).join(', '));
  return rpls.facts.map(({ code, territory, year, value }) => {
    const partly = onlyParts.get(code);
    const place = engine.territoryName(territory);
    return {
      code,
      year,
      territory,
      value,
      source: `RPLS au 1er janvier ${year + 1} (${named.get(year) ?? ''})`,
      comment: partly === undefined ? place : `${place} — minimum ou approximation : ${partly}`,
    };
  });
}

function fecFacts({ facts, ledger }: FecImport): FactToWrite[] {
  return facts.map(({ code, territory, year, value, origin, toConfirm }) => ({
    code,
    year,
    territory,
    value,
    source: `${origin} (${ledger.files.join(', ')})`,
    ...(toConfirm && { comment: 'Comptes à confirmer : voir la table des comptes du guide' }),
  }));
}
