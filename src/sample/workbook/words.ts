import type { LedgerName } from '../ledger';

/** How landlords call a sheet of theirs and its columns: three vocabularies, the last one a database's. */
export interface SheetWords {
  readonly names: readonly [string, string, string];
  readonly title: string;
  readonly columns: readonly ColumnWords[];
}

export interface ColumnWords {
  readonly key: string;
  readonly headings: readonly [string, string, string];
  /** Totals make no sense for codes and years. */
  readonly adds: boolean;
}

/** First line: names of the sheet. Then `key | heading | heading | HEADING`; `*` before columns that add up. */
const tables: Readonly<Record<LedgerName, string>> = {
  stock: `
Patrimoine | Base patrimoine | PARC | État du patrimoine
code | Code groupe | Réf. résidence | CODE_GROUPE
nom | Groupe immobilier | Résidence | LIB_GROUPE
insee | Code INSEE | INSEE | INSEE
commune | Commune | Ville | COMMUNE
departement | Département | Dépt | DEPT
type | Type (I/C) | I ou C | TYPE_CONSTRUCTION
qpv | QPV | En QPV ? | QPV
centre | ACV / PVD | Centre-ville | ACV_PVD
annee | Année de construction | Année | ANNEE_CONSTRUCTION
*logements | Nb logements | Logements | NB_LOGEMENTS
*surface | Surface habitable (m²) | SHAB | SHAB
*ageTotal | Âge × logements | Âge cumulé | AGE_CUMULE
*ascenseurs | Ascenseurs | Nb ascenseurs | NB_ASCENSEURS
*ascRdc | Ascenseur ou RDC | Accès facile | ASC_OU_RDC
*pmr | Accessibles PMR | PMR | NB_PMR
*senior | Label senior | HSS | LABEL_SENIOR
*enr | Réseau de chaleur ou ENR | ENR | RESEAU_ENR
*dpe_a | DPE A | A | DPE_A
*dpe_b | DPE B | B | DPE_B
*dpe_c | DPE C | C | DPE_C
*dpe_d | DPE D | D | DPE_D
*dpe_e | DPE E | E | DPE_E
*dpe_f | DPE F | F | DPE_F
*dpe_g | DPE G | G | DPE_G
*dpe_inconnu | DPE non connu | Sans DPE | DPE_NC
*dpeAncien | DPE avant juillet 2021 | Ancien DPE | DPE_ANCIEN
*surfaceDpe | Surface à DPE connu | SHAB DPE | SHAB_DPE
*conso | Consommation (kWhEP/an) | Conso. conventionnelle | CONSO_EP
*ges | Émissions (kgCO2e/an) | GES | GES`,
  tenancy: `
Locatif | Occupation et loyers | GESTION_LOCATIVE | Occupation et loyers de janvier
code | Code groupe | Réf. résidence | CODE_GROUPE
nom | Groupe immobilier | Résidence | LIB_GROUPE
insee | Code INSEE | INSEE | INSEE
commune | Commune | Ville | COMMUNE
departement | Département | Dépt | DEPT
*nb_occupes | Logements occupés | Occupés | NB_OCCUPES
*nb_loues | Logements loués | Loués | NB_LOUES
*nb_proposes_location | Proposés à la location | Offre locative | NB_OFFERTS
*nb_vacants | Vacants | Vacance totale | NB_VACANTS
*nb_vac3m | Vacants > 3 mois | Vacance + 3 mois | NB_VACANTS_3M
*nb_loc_1an | En location depuis 1 an | Loués > 1 an | NB_LOC_1AN
*nb_emmenag_hors_neuf | Emménagements (hors neuf) | Entrées | NB_ENTREES
*nb_occupants | Occupants | Personnes | NB_PERSONNES
*surfaceLouee | Surface louée (m²) | SHAB louée | SHAB_LOUEE
*loyer | Loyers de janvier (€) | Loyers HC du mois | LOYER_MOIS`,
  operations: `
Opérations | Programmation | OPERATIONS | Suivi des opérations
code | N° opération | Code | CODE_OPERATION
nom | Opération | Libellé | LIB_OPERATION
insee | Code INSEE | INSEE | INSEE
commune | Commune | Ville | COMMUNE
departement | Département | Dépt | DEPT
nature | Nature | Type d'opération | NATURE
phase | Avancement | Phase | PHASE
qpv | QPV | En QPV ? | QPV
*logements | Logements | Nb lgts | NB_LOGEMENTS
*livres | Livrés dans l'année | Livraisons | NB_LIVRES
*plai | PLAI agréés | PLAI | PLAI
*plus | PLUS agréés | PLUS | PLUS
*pls | PLS agréés | PLS | PLS
*rehabilites | Réhabilités | Réhab. | NB_REHABILITES
*renoves | Rénovés avec gain d'étiquette | Réno. énergétique | NB_RENOVES
*sortiesFg | Sortis de F ou G | Sorties FG | SORTIES_FG
*demolis | Démolis | Démol. | NB_DEMOLIS
*depense | Dépenses de l'exercice (€) | Réalisé N | DEPENSE_N
*sansArtif | Sans artificialisation | Hors extension | SANS_ARTIF
*artif | Sols artificialisés (m²) | m² consommés | M2_ARTIF
*label | Labellisés | Label | NB_LABEL
*b2c | Zones B2 et C | B2/C | NB_B2C
*heuresInsertion | Heures d'insertion | Insertion (h) | H_INSERTION
*heuresTravaillees | Heures travaillées | Total heures | H_TRAVAILLEES`,
  allocations: `
Attributions | CALEOL | ATTRIBUTIONS | Attributions de l'année
mois | Mois | Période | MOIS
departement | Département | Dépt | DEPT
*attributions | Baux signés | Attributions | NB_BAUX
*qpv | dont QPV | En QPV | NB_QPV
*hqpv | dont hors QPV | Hors QPV | NB_HQPV
*q1Hqpv | 1er quartile hors QPV | Q1 hors QPV | NB_Q1_HQPV
*nonQ1Qpv | Hors 1er quartile en QPV | Mixité QPV | NB_NONQ1_QPV
*moins30 | Moins de 30 ans | < 30 ans | NB_MOINS30
*sansLogement | Sans logement propre | Hébergés, sans abri | NB_SANS_LOGEMENT
*prioritaires | Publics prioritaires | Prioritaires | NB_PRIORITAIRES
*actionLogement | Contingent Action Logement | AL | NB_AL
*mutations | Mutations internes | Mutations | NB_MUTATIONS
*relocations | Relocations | Relocations | NB_RELOCATIONS
*joursVacance | Jours de vacance | Vacance (j) | JOURS_VACANCE`,
  agencies: `
Agences | Tableau des agences | AGENCES | Activité par agence
agence | Agence | Secteur | AGENCE
departement | Département | Dépt | DEPT
*logements | Logements au 31/12 | Parc fin | PARC_FIN
*parcDebut | Logements au 01/01 | Parc début | PARC_DEBUT
*ventes | Ventes à des particuliers | Ventes HLM | NB_VENTES
*ventesBailleurs | Ventes à des bailleurs | Cessions en bloc | NB_CESSIONS
*demolitions | Démolitions | Démolis | NB_DEMOLIS
*changements | Changements d'usage | Restructurations | NB_CHANGEMENTS
*adaptes | Logements adaptés | Adaptations | NB_ADAPTES
*depenseAdaptation | Dépenses d'adaptation (€) | Coût adaptations | EUR_ADAPTATION
*enquetes | OPS : enquêtés | OPS envoyées | OPS_ENQUETES
*repondants | OPS : répondants | OPS reçues | OPS_REPONDANTS
*moins60 | OPS : < 60 % plafonds | Moins de 60 % | OPS_LT60
*monoparentales | OPS : familles monoparentales | Monoparents | OPS_MONO
*plus65 | OPS : titulaires 65 ans et + | 65 ans et plus | OPS_65P
*retard | Ménages en retard | Retards | NB_RETARD
*imp3m | Impayés 3 mois et + | Impayés 3 mois | NB_IMP3M
*imp12m | Impayés > 12 mois | Impayés 12 mois | NB_IMP12M
*plans | Plans d'apurement | Plans signés | NB_PLANS
*expulsions | Expulsions | Expulsions CFP | NB_EXPULSIONS
*accompagnes | Ménages accompagnés | Accompagnement social | NB_ACCOMPAGNES
*questionnaires | Enquête : envoyés | Questionnaires | ENQ_ENVOIS
*reponses | Enquête : reçus | Réponses | ENQ_RECUS
*exprimees | Enquête : exprimés | Exprimés | ENQ_EXPRIMES
*satisfaits | Enquête : satisfaits | Satisfaits | ENQ_SATISFAITS
*reclamations | Réclamations closes | Réclamations | NB_RECLAMATIONS
*delais | Délais cumulés (jours) | Jours de traitement | JOURS_RECLAMATIONS
*pannes | Pannes d'ascenseur | Pannes asc. | NB_PANNES`,
  accounts: `
Comptes | Balance analytique | BALANCE | Balance de l'exercice
compte | Compte | N° compte | COMPTE
libelle | Libellé | Intitulé | LIBELLE
rubrique | Rubrique | Poste | RUBRIQUE
*montant | Montant (€) | Solde | MONTANT`,
  suppliers: `
Fournisseurs | Achats | FOURNISSEURS | Achats de l'exercice par fournisseur
siren | SIREN | N° SIREN | SIREN
nom | Raison sociale | Fournisseur | RAISON_SOCIALE
departement | Département | Dépt | DEPT
localise | Localisé | Adresse connue | LOCALISE
normandie | En Normandie | Région | NORMANDIE
pme | TPE-PME | PME | PME
*montant | Facturé (€) | Chiffre d'affaires N | FACTURE
*paye | Payé (€) | Règlements N | PAYE
*montantJours | Payé × jours | Délai pondéré | PAYE_X_JOURS`,
  staff: `
Personnel | Effectifs | RH | Personnel de l'exercice
metier | Métier | Emploi | EMPLOI
sexe | Sexe | F/H | SEXE
proximite | Proximité | Terrain | PROXIMITE
*effectif | Effectif au 31/12 | Salariés | EFFECTIF
*cdi | dont CDI ou titulaires | CDI | CDI
*etp | ETP moyens | ETP | ETP
*salaires | Rémunérations brutes (€) | Brut annuel | BRUT
*heures | Heures travaillées | Heures | HEURES
*formation | Heures de formation | Formation (h) | H_FORMATION
*accidents | Accidents avec arrêt | AT avec arrêt | NB_AT
*alternants | Alternants | Apprentis | ALTERNANTS`,
  fluids: `
Fluides | Énergie et eau | FLUIDES | Consommations de l'année
departement | Département | Dépt | DEPT
poste | Poste | Énergie ou fluide | POSTE
unite | Unité | Unité | UNITE
quantite | Quantité | Consommation | QUANTITE`,
  dashboard: `
Tableau de bord | Indicateurs RSE | TDB | Tableau de bord de l'exercice
libelle | Indicateur | Donnée | INDICATEUR
unite | Unité | Unité | UNITE
valeur | Valeur | Réalisé | VALEUR`,
};

function parse(text: string): SheetWords {
  const [first = '', ...lines] = text.trim().split('\n');
  const [one = '', two = '', three = '', title = ''] = first.split(' | ');
  return {
    names: [one, two, three],
    title,
    columns: lines.map((line) => {
      const [key = '', plain = '', short = '', code = ''] = line.split(' | ');
      return { key: key.replace('*', ''), headings: [plain, short, code], adds: key.startsWith('*') };
    }),
  };
}

export const sheetWords = Object.fromEntries(
  Object.entries(tables).map(([ledger, text]) => [ledger, parse(text)]),
) as Readonly<Record<LedgerName, SheetWords>>;
