import { looseKey } from '../../../contribution';
import { count, required } from './columns';
import type { Layout, ZoningColumn } from './model';

/** The five zones of the order of 1 August 2014 (art. D304-1 CCH); `A bis` is also written `Abis`. */
function zoneAbc(text: string): string | undefined {
  return ['Abis', 'A', 'B1', 'B2', 'C'].find((zone) => looseKey(zone) === looseKey(text));
}

/** Any filled cell: an identifier of the programme. */
const member =
  (zone: string) =>
  (text: string): string | undefined =>
    ['', '0', 'non', 'faux', 'false', 'na', 'nan'].includes(text.toLowerCase()) ? undefined : zone;

const asWritten = (text: string): string | undefined =>
  text === '' ? undefined : text.replace(/\s+/gu, ' ');

const programme = (name: string, label: string, column: RegExp, zone: string): ZoningColumn => ({
  kind: 'zoning',
  name,
  label,
  column,
  zoneOf: member(zone),
});

/** Official files that put communes in zones, most particular first. */
export const zoningLayouts: readonly Layout[] = [
  {
    name: 'zonage-abc',
    label: 'Zonage ABC (ministère chargé du Logement)',
    columns: [
      required<ZoningColumn>({
        kind: 'zoning',
        name: 'abc',
        label: 'Zonage ABC',
        column: /^zon(age|e)?(abc|envigueur.*|age|2|abcenvigueur.*)?$|^zonageabc/,
        zoneOf: zoneAbc,
      }),
    ],
  },
  {
    name: 'programmes-anct',
    label: 'Programmes Action cœur de ville, Petites villes de demain, Villages d’avenir (ANCT)',
    also: [/^(id)?(pvd|acv2?|va)$/],
    columns: [
      programme('acv', 'Action cœur de ville', /^(id)?acv$/, 'ACV'),
      programme('acv2', 'Action cœur de ville, entrées de ville', /^(id)?acv2$/, 'ACV2'),
      programme('pvd', 'Petites villes de demain', /^(id)?pvd$/, 'PVD'),
      programme('va', 'Villages d’avenir', /^(id)?va$/, 'VA'),
    ],
  },
  {
    name: 'densite-insee',
    label: 'Grille communale de densité (Insee)',
    columns: [
      required<ZoningColumn>({
        kind: 'zoning',
        name: 'densite',
        label: 'Densité, 3 niveaux',
        column: /^libdens$/,
        zoneOf: asWritten,
      }),
      {
        kind: 'zoning',
        name: 'rural',
        label: 'Rural et urbain',
        column: /^libdens$/,
        // Insee's own label of the third level; the two others are its urban ones.
        zoneOf: (text) => (text === '' ? undefined : looseKey(text) === 'rural' ? 'Rural' : 'Urbain'),
      },
      {
        kind: 'zoning',
        name: 'densite_aav',
        label: 'Densité croisée avec les aires d’attraction des villes',
        column: /^libdensaav$/,
        zoneOf: asWritten,
      },
      {
        kind: 'zoning',
        name: 'densite7',
        label: 'Densité, 7 niveaux',
        column: /^libdens7$/,
        zoneOf: asWritten,
      },
      count('population', 'Population municipale', /^pmun\d\d$/, 'personne'),
    ],
  },
  {
    name: 'qpv',
    label: 'Communes avec un quartier prioritaire de la politique de la ville (ANCT)',
    also: [/^(codeqp|codeqpv|codequartier)/],
    columns: [
      required<ZoningColumn>({
        kind: 'zoning',
        name: 'qpv',
        label: 'Communes avec un quartier prioritaire',
        column: /^(codeqp|codeqpv|codequartier)/,
        zoneOf: member('QPV'),
      }),
    ],
  },
];
