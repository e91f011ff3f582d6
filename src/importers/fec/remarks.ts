import type { Catalogue } from '../../catalogue';
import type { Remark, RemarkLevel } from '../../contribution';
import type { AccountRow } from './account-table';
import { showEuros } from './amounts';
import type { FecImport } from './model';
import { qualityRemarks } from './quality-remarks';
import type { SupplierList } from './supplier-list';

export interface RemarkContext {
  readonly catalogue: Catalogue;
  readonly suppliers?: SupplierList;
  readonly waiting: ReadonlyMap<string, number>;
  readonly table: readonly AccountRow[];
}

type Imported = Omit<FecImport, 'remarks'>;

/** What a person should know before using the figures: the file first, then accounts, then suppliers. */
export function fecRemarks(imported: Imported, context: RemarkContext): readonly Remark[] {
  const file = imported.ledger.files.join(', ');
  const remark = (level: RemarkLevel, code: string, message: string, subject?: string): Remark => ({
    level,
    code,
    message,
    source: { file, sheet: '', cell: '' },
    ...(subject === undefined ? {} : { subject }),
  });
  return [
    ...qualityRemarks(imported.ledger, remark),
    ...accountRemarks(imported, context, remark),
    ...supplierRemarks(imported, context, remark),
  ];
}

export type MakeRemark = (level: RemarkLevel, code: string, message: string, subject?: string) => Remark;

const euros = (amount: number): string => showEuros(Math.round(amount * 100));

function accountRemarks(
  imported: Imported,
  { catalogue, waiting, table }: RemarkContext,
  remark: MakeRemark,
): Remark[] {
  const { accounts, facts, year } = imported;
  const label = (code: string): string => `« ${catalogue.dataPoints.get(code)?.label.fr ?? code} »`;
  const found: Remark[] = [];
  const hasRents = accounts.some((one) => one.account.startsWith('704') || one.account.startsWith('703'));
  if (!hasRents) {
    found.push(
      remark(
        'warning',
        'not_a_landlord',
        'Aucun compte 703 ni 704 (charges récupérées, loyers) : ce ne semble pas être la comptabilité d’un organisme HLM, et la table des comptes lui convient peut-être mal ; vérifiez chaque montant.',
      ),
    );
  }
  const divided = accounts.filter((one) => one.status === 'to_divide' && one.amount !== 0);
  if (divided.length > 0) {
    const total = divided.reduce((sum, one) => sum + Math.round(one.amount * 100), 0);
    const names = [...waiting.keys()].map(label).join(' et ');
    found.push(
      remark(
        'warning',
        'to_divide',
        `${showEuros(total)} sur ${divided.length} compte(s) sont à répartir entre ${names}, qui ne sont donc pas donnés : le plus gros est ${named(divided[0])}. Dites dans la table des comptes (IMPACT_COMPTES) à quelle donnée va chaque compte.`,
      ),
    );
  }
  const unknown = accounts.filter((one) => one.status === 'unclassified' && one.amount !== 0);
  if (unknown.length > 0) {
    found.push(
      remark(
        'warning',
        'unclassified_accounts',
        `${unknown.length} compte(s) ne sont pas classés, dont ${unknown.slice(0, 3).map(named).join(', ')} : classez-les dans la table des comptes (IMPACT_COMPTES), ou écrivez HORS.`,
      ),
    );
  }
  const given = new Set(facts.map((one) => one.code));
  const absent = [...new Set(table.flatMap((row) => row.dataPoints))].filter(
    (code) => !given.has(code) && !waiting.has(code),
  );
  if (absent.length > 0) {
    found.push(
      remark(
        'warning',
        'no_account',
        `Aucun mouvement sur les comptes attendus pour ${absent.map(label).join(', ')} : ces données restent vides. Écrivez 0 vous-même si c’est la réponse, ou complétez la table des comptes.`,
      ),
    );
  }
  const unsure = facts.filter((one) => one.toConfirm);
  if (unsure.length > 0) {
    found.push(
      remark(
        'warning',
        'accounts_to_confirm',
        `Plages de comptes à confirmer pour ${unsure.map((one) => label(one.code)).join(', ')} : comparez chaque montant ${year} à vos états et corrigez au besoin la table des comptes.`,
      ),
    );
  }
  for (const fact of facts) {
    if (fact.value >= 0 || catalogue.dataPoints.get(fact.code)?.nonnegative === false) continue;
    found.push(
      remark(
        'warning',
        'negative_amount',
        `${label(fact.code)} vaut ${euros(fact.value)}, négatif : vérifiez le sens des comptes (${fact.origin}).`,
        fact.code,
      ),
    );
  }
  return found;
}

function named(
  account: { readonly account: string; readonly label: string; readonly amount: number } | undefined,
): string {
  return account ? `${account.account} ${account.label} (${euros(account.amount)})` : '';
}

function supplierRemarks(
  imported: Imported,
  { suppliers: list }: RemarkContext,
  remark: MakeRemark,
): Remark[] {
  const { suppliers, shares } = imported;
  if (suppliers.length === 0) {
    return [
      remark(
        'warning',
        'no_supplier',
        'Aucune facture sur les comptes 401 et 404 : les achats aux fournisseurs ne sont pas donnés.',
      ),
    ];
  }
  const found: Remark[] = [];
  if (!list) {
    found.push(
      remark(
        'warning',
        'no_supplier_list',
        'Sans liste des fournisseurs (--suppliers : code fournisseur, SIRET, code postal), les achats locaux et géolocalisables et la liste des fournisseurs ne sont pas donnés.',
      ),
    );
    return found;
  }
  if (list.invalidSirens > 0) {
    found.push(
      remark(
        'warning',
        'invalid_siren',
        `${list.invalidSirens} SIREN ou SIRET de « ${list.fileName} » sont inexacts : ces fournisseurs manquent à la liste.`,
      ),
    );
  }
  const [share] = shares;
  const biggest = (place: string): string =>
    suppliers
      .filter((one) => one.status[0] === place)
      .slice(0, 3)
      .map((one) => `${one.code}${one.name === '' ? '' : ` ${one.name}`} (${euros(one.amount)})`)
      .join(', ');
  if (share && share.unmatched !== 0) {
    found.push(
      remark(
        'warning',
        'unmatched_suppliers',
        `${euros(share.unmatched)} d’achats viennent de fournisseurs absents de « ${list.fileName} », ou qui y sont deux fois avec des SIREN différents : ${biggest('unmatched')}. Complétez la liste.`,
      ),
    );
  }
  if (share && share.unlocated !== 0) {
    found.push(
      remark(
        'warning',
        'unlocated_suppliers',
        `${euros(share.unlocated)} d’achats viennent de fournisseurs sans code postal ni code INSEE utilisable : ${biggest('unlocated')}. Un SIRET seul ne dit pas où est l’établissement.`,
      ),
    );
  }
  for (const one of shares) {
    if (one.uncertain === 0) continue;
    found.push(
      remark(
        'warning',
        'uncertain_place',
        `${euros(one.uncertain)} d’achats ont un code postal à cheval sur ${one.territory} : ils ne sont pas comptés comme locaux (achats locaux entre ${euros(one.local)} et ${euros(one.local + one.uncertain)}). Donnez le code INSEE de ces fournisseurs.`,
      ),
    );
  }
  const byName = suppliers.filter((one) => one.matchedBy === 'name');
  if (byName.length > 0) {
    found.push(
      remark(
        'warning',
        'matched_by_name',
        `${byName.length} fournisseur(s) ont été rapprochés par leur nom, faute de code commun : ${byName
          .slice(0, 3)
          .map((one) => one.name)
          .join(', ')}. Vérifiez-les.`,
      ),
    );
  }
  return found;
}
