import type { Family } from '../../contribution';
import type { LedgerName } from '../ledger';
import type { Habit, Profile, Reporting } from '../profile';
import { fictitiousSiren } from '../siren';

/** Which of their sheets landlords connect. */
const bundles: Readonly<Record<string, readonly LedgerName[]>> = {
  complet: ['stock', 'tenancy', 'operations', 'suppliers'],
  gestion: ['stock', 'tenancy', 'accounts', 'staff'],
  terrain: ['stock', 'agencies', 'allocations', 'accounts'],
  technique: ['stock', 'operations', 'fluids'],
  achats: ['stock', 'suppliers', 'accounts'],
  bilan: ['stock', 'dashboard', 'accounts'],
  court: ['stock', 'accounts'],
  parc: ['stock', 'tenancy'],
};

/**
 * 52 landlords that do not exist. The places in their names are invented.
 * slug | name | family | head of group | size | départements | reporting | sheets | habits
 */
const table = `
seine-vallon | Seine-Vallon Habitat | OPH | | 35600 | 76 | departements | complet | structured
hautebrise | Hautebrise Habitat | OPH | | 27800 | 76 | both | gestion |
brumeval | Logis de Brumeval | ESH | brumeval | 25400 | 76:55 27:30 14:15 | departements | complet |
calvance | Calvance Habitat | OPH | | 22600 | 14 | departements | gestion | structured
valmorand | Valmorand, société d'HLM | ESH | valmorand | 21300 | 76:50 27:20 14:18 50:12 | both | complet | thousands
eurelande | Eurélande Habitat | OPH | | 14900 | 27 | departements | terrain |
manchevent | Manchevent Habitat | OPH | | 14600 | 50 | departements | complet |
clairpre | Le Foyer de Clairpré | ESH | | 11200 | 14:60 61:25 50:15 | departements | technique |
ornevie | Ornévie Logement | OPH | | 9900 | 61 | both | terrain | structured
falaisiere | La Falaisière, société d'HLM | ESH | | 9400 | 76 | departements | achats |
plaineval | Plaineval Métropole Habitat | OPH | | 8800 | 14 | departements | complet |
aubepine | Aubépine Habitat | ESH | brumeval | 7900 | 76:40 27:60 | departements | gestion |
roncefort | Roncefort Logement | ESH | valmorand | 7200 | 14:45 50:35 61:20 | departements | bilan |
estuarine | Estuarine Habitat | OPH | | 6800 | 76 | departements | parc |
boisneuville | Habitat du Grand Boisneuville | OPH | | 6300 | 27 | both | technique | structured
marescot | Société immobilière Marescot | SEM | | 5600 | 76 | departements | court |
cotevive | Côte-Vive Habitat | ESH | | 5100 | 50:80 14:20 | departements | complet |
presverts | Les Prés Verts, société d'HLM | ESH | | 4800 | 14:50 27:50 | both | achats | late
argenval | Argenval Habitat | OPH | | 4300 | 61 | departements | gestion |
quatrevents | Quatrevents Logement | ESH | | 4100 | 76:70 27:30 | region | terrain |
lainerie | La Lainerie Habitat | OPH | | 3700 | 76 | departements | bilan | mistaken
closmarin | Clos-Marin Coopérative | COOP | brumeval | 3300 | 76:80 14:20 | departements | complet |
sablonval | Sablonval Habitat | OPH | | 3100 | 50 | communes | parc | formerCodes
tourvelle | Tourvelle Développement | SEM | | 2900 | 27 | departements | achats |
chaumelle | Chaumelle, société d'HLM | ESH | valmorand | 2700 | 14:30 76:70 | departements | technique | twice
hetraie | La Hêtraie Habitat | ESH | | 2500 | 27:65 61:35 | departements | court | thousands
passerive | Passerive Habitat | OPH | coordination | 2300 | 14 | departements | gestion |
monthellain | Monthellain Logement | ESH | | 2100 | 61:60 14:40 | both | bilan | typed rural
rivage | Rivage et Bocage | COOP | | 1900 | 50:60 14:40 | departements | parc |
abbayette | L'Abbayette Habitat | OPH | coordination | 1750 | 50 | communes | terrain |
grandspres | Grands Prés Habitat | ESH | | 1600 | 27:50 76:50 | region | court |
lieuvaine | Lieuvaine Habitat | SEM | | 1450 | 14 | departements | achats | noRentTable
pommeraye | La Pommeraye Accession | COOP | | 1300 | 14:60 50:40 | departements | technique |
vexinois | Le Toit Vexinois de l'Aunelle | ESH | | 1200 | 27 | departements | parc | rural
durvanel | Durvanel Habitat | ESH | roncier | 1100 | 76 | departements | court |
roncier | Le Roncier Immobilier | SEM | roncier | 1020 | 76 | departements | gestion |
bellegarenne | Bellegarenne, société d'HLM | ESH | | 940 | 61:70 27:30 | both | court | rural
coordination | Coordination Bocage-Littoral | SC | coordination | 880 | 50:50 14:50 | departements | bilan | noRentTable
chenevotte | La Chenevotte Logement | ESH | | 820 | 76 | blank | parc |
mareclaire | Mare-Claire Habitat | COOP | | 760 | 76:60 27:40 | departements | court |
touquelan | Touquelan Habitat | SEM | | 700 | 14 | blank | court |
andainville | Les Toits d'Andainvert | ESH | | 640 | 61 | communes | parc | structured
havrelle | Havrelle Jeunes et Familles | ESH | | 590 | 76 | departements | bilan | noRentTable rural
sainfoin | Sainfoin Coopérative d'habitat | COOP | | 540 | 27 | departements | technique |
granvaise | Granvaise Immobilier social | SEM | | 490 | 50 | departements | court |
lavandieres | Les Lavandières, société d'HLM | ESH | | 440 | 14 | region | parc | noRentTable rural
bocassin | Bocassin Habitat | ESH | | 400 | 50:55 61:45 | departements | court | rural
petitcaux | Le Petit Logis du Caudret | COOP | | 350 | 76 | departements | technique |
moulinel | Moulinel Habitat solidaire | ESH | | 310 | 76 | blank | court | noRentTable
campagnelle | Campagnelle Logement rural | ESH | | 270 | 61 | communes | parc | rural
perchelune | Perchelune Patrimoine | SEM | | 230 | 61 | departements | court |
solidaire | Foncière solidaire des Trois Rivières | ESH | | 190 | 27:50 76:50 | departements | court | noRentTable
`;

function departementsOf(text: string): Profile['departements'] {
  const parts = text.split(' ').map((part) => part.split(':'));
  return parts.map(([code = '', share = '1']) => ({ code: `DEP:${code}`, share: Number(share) }));
}

function profileOf(line: string, index: number, lines: readonly string[]): Profile {
  const cells = line.split('|').map((cell) => cell.trim());
  const [slug = '', name = '', family, group = '', size, departements = '', reporting, bundle = '', habits] =
    cells;
  const peers = lines.flatMap((one, place) => (one.split('|')[2]?.trim() === family ? [place] : []));
  return {
    slug,
    name,
    family: family as Family,
    group: group === '' ? undefined : group,
    siren: fictitiousSiren(100 + index * 7),
    peer: { rank: peers.indexOf(index), of: peers.length },
    size: Number(size),
    departements: departementsOf(departements),
    reporting: reporting as Reporting,
    sheets: bundles[bundle] ?? [],
    habits: new Set((habits ?? '').split(' ').filter((habit) => habit !== '') as Habit[]),
    manner: index,
  };
}

export const landlords: readonly Profile[] = table.trim().split('\n').map(profileOf);
