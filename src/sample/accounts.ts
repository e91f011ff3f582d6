import { apportion, sum } from './apportion';
import { type LedgerRow, amount } from './ledger';
import type { Operation } from './operations';
import type { Profile } from './profile';
import { type Chance, chanceOf } from './random';
import { type Region, totalOf } from './region';
import type { Residence } from './residences';
import { taste } from './taste';

/** What the accounts of a landlord rest on. */
interface Basis {
  readonly landlord: Profile;
  readonly dwellings: number;
  readonly inPriority: number;
  readonly monthlyRent: number;
  readonly staff: readonly LedgerRow[];
  readonly operations: readonly Operation[];
  /** Shares of the regional totals. */
  readonly major: number;
  readonly routine: number;
}

/** account | label | heading of the landlord's own analysis | how its heading's amount is split */
const chart = `
704100 | Loyers des logements | Loyers | 97
704300 | Loyers des annexes | Loyers | 3
703100 | Récupération des charges locatives | Charges récupérées | 1
411000 | Créances nées dans l'exercice | Impayés de l'année | 1
704900 | Réduction de loyer de solidarité | RLS | 1
615210 | Gros entretien : façades et couvertures | Gros entretien | 46
615220 | Gros entretien : installations techniques | Gros entretien | 33
615230 | Gros entretien : abords | Gros entretien | 21
615110 | Entretien courant du patrimoine | Entretien courant | 61
615120 | Remise en état des logements | Entretien courant | 39
606100 | Fluides des locaux de service | Fonctionnement | 7
611000 | Sous-traitance générale | Fonctionnement | 22
616000 | Assurances | Fonctionnement | 16
622600 | Honoraires | Fonctionnement | 14
623000 | Communication | Fonctionnement | 4
625000 | Déplacements | Fonctionnement | 5
626000 | Courrier et télécommunications | Fonctionnement | 8
628000 | Informatique et services divers | Fonctionnement | 24
628500 | Cotisations au groupement de moyens | Intragroupe | 1
641000 | Rémunérations du personnel | Salaires | 1
645000 | Charges de sécurité sociale | Charges sociales | 88
647000 | Autres charges sociales | Charges sociales | 12
635120 | Taxe foncière sur les propriétés bâties | TFPB | 1
631000 | Taxe sur les salaires | Autres taxes | 55
637000 | Contributions à la CGLLS | Autres taxes | 45
695000 | Impôt sur les sociétés | Impôt sur les sociétés | 1
445710 | TVA sur livraisons à soi-même | TVA | 1
131100 | Subventions de l'État | Aides : État | 1
131200 | Subventions des collectivités | Aides : collectivités | 1
131500 | Subventions de l'Anru | Aides : Anru | 1
758800 | Certificats d'économies d'énergie | Aides : CEE | 1
131800 | Autres aides publiques | Aides : autres | 1
657000 | Subventions aux associations | Associations | 1
661100 | Intérêts des emprunts | Frais financiers | 1
681100 | Dotations aux amortissements | Dotations | 1
900100 | Analyse : abattement de TFPB en QPV | Abattement QPV | 1
900200 | Analyse : actions en contrepartie | Contreparties QPV | 1
900300 | Analyse : gestion de proximité en QPV | Proximité QPV | 1
900400 | Analyse : coûts de gestion | Coûts de gestion | 1
900500 | Analyse : autofinancement net | Autofinancement | 1
900600 | Analyse : produits du ratio réglementaire | Produits du ratio | 1
`;

const accounts = chart
  .trim()
  .split('\n')
  .map((line) => {
    const [compte = '', libelle = '', rubrique = '', share] = line.split('|').map((cell) => cell.trim());
    return { compte, libelle, rubrique, share: Number(share) };
  });

/** The balance of every landlord, in whole euros. */
export function buildAccounts(
  region: Region,
  residencesOf: (landlord: Profile) => readonly Residence[],
  operationsOf: (landlord: Profile) => readonly Operation[],
  staffOf: (landlord: Profile) => readonly LedgerRow[],
): Map<Profile, LedgerRow[]> {
  const { landlords } = region;
  const share = (code: string): number[] =>
    apportion(
      totalOf(region, code),
      landlords.map((landlord) => landlord.size * taste(landlord, code, 0.35)),
    );
  const major = share('dep_ge');
  const routine = share('dep_ec');
  return new Map(
    landlords.map((landlord, index) => {
      const rows = residencesOf(landlord).map(({ row }) => row);
      const headings = amounts({
        landlord,
        dwellings: sum(rows.map((row) => amount(row, 'logements'))),
        inPriority: sum(rows.map((row) => (row.qpv === 'Oui' ? amount(row, 'logements') : 0))),
        monthlyRent: sum(rows.map((row) => amount(row, 'loyer'))),
        staff: staffOf(landlord),
        operations: operationsOf(landlord),
        major: major[index] ?? 0,
        routine: routine[index] ?? 0,
      });
      return [landlord, balance(headings)];
    }),
  );
}

/** Amount of each heading. */
function amounts(basis: Basis): ReadonlyMap<string, number> {
  const { landlord, dwellings, inPriority, monthlyRent, staff } = basis;
  const chance = chanceOf(`accounts ${landlord.slug}`);
  const around = (value: number, spread: number): number => Math.round(value * chance.factor(spread));
  const rents = around(monthlyRent * 12.05, 0.02);
  const charges = around(rents * 0.2, 0.25);
  const operating = around(dwellings * 520, 0.2);
  const pay = sum(staff.map((row) => amount(row, 'salaires')));
  const relief = inPriority === 0 ? 0 : around(inPriority * 96, 0.2);
  return new Map<string, number>([
    ['Loyers', rents],
    ['Charges récupérées', charges],
    ["Impayés de l'année", around((rents + charges) * 0.044, 0.35)],
    ['RLS', around(rents * 0.043, 0.2)],
    ['Gros entretien', basis.major],
    ['Entretien courant', basis.routine],
    ['Fonctionnement', operating],
    ['Intragroupe', landlord.group === undefined ? 0 : around(operating * 0.12, 0.4)],
    ['Salaires', pay],
    ['Charges sociales', around(pay * 0.43, 0.1)],
    ['TFPB', around(dwellings * 455, 0.2)],
    ['Autres taxes', around(dwellings * 62, 0.3)],
    ['Impôt sur les sociétés', landlord.family === 'OPH' ? 0 : around(dwellings * 14, 0.8)],
    ['Associations', around(dwellings * 8, 0.7)],
    ['Frais financiers', around(rents * 0.14, 0.3)],
    ['Dotations', around(rents * 0.34, 0.2)],
    ['Abattement QPV', relief],
    ['Contreparties QPV', around(relief, 0.2)],
    ['Proximité QPV', around(relief * 1.3, 0.3)],
    ['Coûts de gestion', around(dwellings * 1080, 0.2)],
    ['Autofinancement', around(rents * 0.105, 0.6)],
    ['Produits du ratio', around(rents * 1.09, 0.03)],
    ...aids(basis, chance),
  ]);
}

/** Public aid and VAT follow the operations. */
function aids({ operations, major, routine }: Basis, chance: Chance): [string, number][] {
  const spent = (natures: readonly string[], qpv?: string): number =>
    sum(
      operations
        .filter(({ row }) => natures.includes(String(row.nature)) && (qpv === undefined || row.qpv === qpv))
        .map(({ row }) => amount(row, 'depense')),
    );
  const building = spent(['Construction neuve', 'VEFA', 'Acquisition-amélioration']);
  const works = spent(['Réhabilitation', 'Composants']);
  const renewal = spent(['Réhabilitation', 'Démolition'], 'Oui');
  const part = (value: number, rate: number): number => Math.round(value * rate * chance.factor(0.4));
  return [
    ['TVA', Math.round((building + works + major + routine) * chance.between(0.06, 0.1))],
    ['Aides : État', part(building, 0.022)],
    ['Aides : collectivités', part(building + works, 0.035)],
    ['Aides : Anru', part(renewal, 0.11)],
    ['Aides : CEE', part(works, 0.024)],
    ['Aides : autres', part(works, 0.012)],
  ];
}

function balance(headings: ReadonlyMap<string, number>): LedgerRow[] {
  const parts = new Map<string, number[]>();
  for (const [rubrique, total] of headings) {
    const lines = accounts.filter((account) => account.rubrique === rubrique);
    parts.set(
      rubrique,
      apportion(
        total,
        lines.map(({ share }) => share),
      ),
    );
  }
  return accounts.map(({ compte, libelle, rubrique }) => ({
    compte: Number(compte),
    libelle,
    rubrique,
    montant: parts.get(rubrique)?.shift() ?? 0,
  }));
}
