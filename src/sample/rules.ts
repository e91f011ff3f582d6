import { type LedgerName, type LedgerRow, type Ledgers, amount } from './ledger';

/** `nature = "VEFA"`, or `annee > 0`: which lines of a ledger count. */
export interface Condition {
  readonly column: string;
  readonly relation: '=' | '>';
  readonly value: string | number;
}

/** A sum over a column of a ledger. */
export interface Term {
  readonly column: string;
  readonly where: readonly Condition[];
}

/** How a data point comes out of a landlord's own files: the sum of its terms, all over one ledger. */
export interface Rule {
  readonly code: string;
  readonly ledger: LedgerName;
  readonly terms: readonly Term[];
}

/** `code column`, then `[heading=value]`; several terms are parted by `+`. */
const table: Readonly<Record<LedgerName, string>> = {
  stock: `
nb_lls logements
nb_individuel logements [type=I]
nb_collectif logements [type=C]
log_qpv logements [qpv=Oui]
log_acv_pvd logements [centre=Oui]
surface_totale surface
somme_ages ageTotal
nb_age_connu logements [annee>0]
dpe_a dpe_a
dpe_b dpe_b
dpe_c dpe_c
dpe_d dpe_d
dpe_e dpe_e
dpe_f dpe_f
dpe_g dpe_g
dpe_inconnu dpe_inconnu
dpe_ancien dpeAncien
somme_conso_shab conso
somme_ges_shab ges
somme_shab_dpe surfaceDpe
nb_ascenseurs ascenseurs
log_asc_rdc ascRdc
log_pmr pmr
log_label_senior senior
nb_reseau_enr enr`,
  tenancy: `
nb_occupants nb_occupants
nb_occupes nb_occupes
nb_loues nb_loues
nb_proposes_location nb_proposes_location
nb_vacants nb_vacants
nb_vac3m nb_vac3m
nb_loc_1an nb_loc_1an
nb_emmenag_hors_neuf nb_emmenag_hors_neuf
somme_loyers_mois loyer
somme_shab_loue surfaceLouee`,
  operations: `
mes_neuf livres [nature=Construction neuve] + livres [nature=VEFA]
mes_acq livres [nature=Acquisition-amélioration]
acc_psla livres [nature=Accession PSLA]
acc_brs livres [nature=Accession BRS]
acc_autre livres [nature=Accession sociale]
agr_plai plai
agr_plus plus
agr_pls pls
inv_neuf depense [nature=Construction neuve] + depense [nature=VEFA] + depense [nature=Acquisition-amélioration]
inv_rehab depense [nature=Réhabilitation] + depense [nature=Composants]
inv_demol depense [nature=Démolition]
inv_qpv depense [qpv=Oui]
nb_neufs livres [nature=Construction neuve] + livres [nature=VEFA] + livres [nature=Accession PSLA] + livres [nature=Accession BRS] + livres [nature=Accession sociale]
nb_rehab rehabilites
nb_reno_ener renoves
nb_sorties_fg sortiesFg
mes_sans_artif sansArtif
surface_artif artif
mes_label label
mes_b2c b2c
heures_insertion heuresInsertion
heures_travaillees heuresTravaillees`,
  allocations: `
nb_attributions attributions
attr_moins30 moins30
attr_sans_logement sansLogement
attr_hqpv hqpv
attr_q1_hqpv q1Hqpv
attr_qpv qpv
attr_nonq1_qpv nonQ1Qpv
attr_prioritaires prioritaires
attr_al actionLogement
nb_mutations mutations
nb_relocations relocations
jours_vacance_com joursVacance`,
  agencies: `
parc_debut parcDebut
ventes_part ventes
ventes_bailleurs ventesBailleurs
demolitions demolitions
changements_usage changements
menages_enquetes enquetes
menages_rep_ops repondants
menages_lt60 moins60
menages_mono monoparentales
titulaires_65p plus65
loc_retard retard
loc_imp3m imp3m
loc_imp12m imp12m
plans_apurement plans
expulsions_cfp expulsions
menages_accompagnes accompagnes
log_adaptes adaptes
dep_adapt depenseAdaptation
questionnaires_envoyes questionnaires
rep_recues reponses
rep_exprimees exprimees
rep_satisf satisfaits
nb_recl reclamations
somme_delais delais
pannes_asc pannes`,
  accounts: `
loyers montant [rubrique=Loyers]
charges_recup montant [rubrique=Charges récupérées]
quittancement montant [rubrique=Loyers] + montant [rubrique=Charges récupérées]
impayes_annee montant [rubrique=Impayés de l'année]
rls_montant montant [rubrique=RLS]
dep_ge montant [rubrique=Gros entretien]
dep_ec montant [rubrique=Entretien courant]
achats_fonctionnement montant [rubrique=Fonctionnement]
achats_intragroupe montant [rubrique=Intragroupe]
salaires_bruts montant [rubrique=Salaires]
charges_sociales montant [rubrique=Charges sociales]
tfpb montant [rubrique=TFPB]
autres_taxes montant [rubrique=Autres taxes]
impot_societes montant [rubrique=Impôt sur les sociétés]
tva montant [rubrique=TVA]
subv_etat montant [rubrique=Aides : État]
subv_collectivites montant [rubrique=Aides : collectivités]
subv_anru montant [rubrique=Aides : Anru]
subv_cee montant [rubrique=Aides : CEE]
subv_autres montant [rubrique=Aides : autres]
subventions montant [rubrique=Aides : État] + montant [rubrique=Aides : collectivités] + montant [rubrique=Aides : Anru] + montant [rubrique=Aides : CEE] + montant [rubrique=Aides : autres]
part_assoc_eur montant [rubrique=Associations]
abatt_tfpb montant [rubrique=Abattement QPV]
dep_contrepartie_tfpb montant [rubrique=Contreparties QPV]
dep_gup_qpv montant [rubrique=Proximité QPV]
couts_gestion montant [rubrique=Coûts de gestion]
afn montant [rubrique=Autofinancement]
produits_hors_recup montant [rubrique=Produits du ratio]`,
  suppliers: `
achats_total montant
achats_geolocalises montant [localise=Oui]
achats_locaux montant [normandie=Oui]
achats_pme montant [pme=Oui]
montant_factures paye
delai_pondere montantJours`,
  staff: `
effectif effectif
cdi cdi
etp etp
etp_proximite etp [proximite=Oui]
etp_femmes etp [sexe=F]
etp_hommes etp [sexe=H]
remun_femmes salaires [sexe=F]
remun_hommes salaires [sexe=H]
heures heures
heures_formation formation
acc accidents
alternants alternants`,
  fluids: `
conso_gaz quantite [poste=Gaz]
conso_elec_ch quantite [poste=Électricité de chauffage]
conso_elec_autres quantite [poste=Électricité des parties communes]
conso_fioul quantite [poste=Fioul]
conso_bois quantite [poste=Bois]
conso_reseau quantite [poste=Chaleur de réseau]
ges_reseau quantite [poste=Émissions des réseaux]
eau_m3 quantite [poste=Eau]
eco_ef_gaz quantite [poste=Gain gaz]
eco_ef_elec quantite [poste=Gain électricité]
eco_ef_reseau quantite [poste=Gain réseau]
eco_ef_autres quantite [poste=Gain autres énergies]
ges_s1 quantite [poste=Scope 1]
ges_s2 quantite [poste=Scope 2]
ges_s3 quantite [poste=Scope 3]
cee_kwhcumac quantite [poste=CEE]`,
  dashboard: `
nb_eq_foyer valeur [libelle=Équivalents-logements en foyers]
log_geres valeur [libelle=Logements gérés, foyers et mandats compris]
places_ra valeur [libelle=Places en résidence autonomie]
places_hi valeur [libelle=Places en habitat inclusif]
membres_instances valeur [libelle=Membres des instances]
femmes_instances valeur [libelle=dont femmes]
part_assoc_nb valeur [libelle=Conventions avec des associations]
locaux_nb valeur [libelle=Locaux mis à disposition]
locaux_m2 valeur [libelle=Surface des locaux mis à disposition]
t_total valeur [libelle=Déchets de chantier]
t_valor valeur [libelle=Déchets de chantier valorisés]
lm3_t1 valeur [libelle=LM3 : dépense initiale]
lm3_t2 valeur [libelle=LM3 : dépense locale]
lm3_t3 valeur [libelle=LM3 : redépense locale]
emplois_directs valeur [libelle=Emplois directs]
emplois_indirects valeur [libelle=Emplois indirects]
emplois_induits valeur [libelle=Emplois induits]`,
};

function termOf(text: string): Term {
  const [, column = '', heading, relation, value = ''] =
    /^(\w+)(?: \[(\w+)([=>])(.+)\])?$/.exec(text.trim()) ?? [];
  if (heading === undefined) return { column, where: [] };
  const condition: Condition =
    relation === '>'
      ? { column: heading, relation: '>', value: Number(value) }
      : { column: heading, relation: '=', value };
  return { column, where: [condition] };
}

function ruleOf(ledger: LedgerName, line: string): Rule {
  const space = line.indexOf(' ');
  return { code: line.slice(0, space), ledger, terms: line.slice(space).split(' + ').map(termOf) };
}

/** By data point. */
export const rules: ReadonlyMap<string, Rule> = new Map(
  (Object.entries(table) as [LedgerName, string][]).flatMap(([ledger, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line) => ruleOf(ledger, line))
      .map((rule): [string, Rule] => [rule.code, rule]),
  ),
);

export function holds(row: LedgerRow, { column, relation, value }: Condition): boolean {
  return relation === '=' ? row[column] === value : amount(row, column) > Number(value);
}

/** The value of a data point over a landlord's ledgers, the lines narrowed by one more condition if given. */
export function valueOf(rule: Rule, ledgers: Ledgers, place?: Condition): number {
  let total = 0;
  for (const { column, where } of rule.terms) {
    const conditions = place === undefined ? where : [...where, place];
    for (const row of ledgers[rule.ledger]) {
      if (conditions.every((condition) => holds(row, condition))) total += amount(row, column);
    }
  }
  return total;
}
