import { isValidSiren, isValidSiret } from '../contribution';
import { parseTerritory } from '../territory';
import type { Content } from './view';

/** What a column says about its lines, when it is not an amount. */
export type Role =
  | 'insee'
  | 'postal_code'
  | 'commune'
  | 'department'
  | 'region'
  | 'epci'
  | 'siren'
  | 'siret'
  | 'dpe'
  | 'typology'
  | 'qpv'
  | 'dwelling_kind'
  | 'occupancy'
  | 'gender'
  | 'contract'
  | 'sme'
  | 'operation_nature'
  | 'energy'
  | 'financing'
  | 'construction_year'
  | 'year'
  | 'date'
  | 'unit';

/** How a role is told: by the words of the heading, by the values, or by both. */
interface RoleRule {
  readonly role: Role;
  readonly heading: RegExp;
  readonly not?: RegExp;
  /** Whether a value fits; a column fits when nearly all its values do. Without values the heading decides. */
  readonly fits?: (value: Content) => boolean;
  /** The values must fit, however clear the heading. */
  readonly strict?: boolean;
}

const text =
  (pattern: RegExp) =>
  (value: Content): boolean =>
    value.kind === 'text' && pattern.test(plain(value.text));

/** Lower case, no accents: what values of a list are compared by. */
export const plain = (written: string): string =>
  written.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** The digits of a code, whether typed as text or as a number. */
export function digitsOf(value: Content): string {
  if (value.kind === 'text') return value.text.replace(/\s/gu, '').toUpperCase();
  return value.kind === 'number' && Number.isInteger(value.number) ? String(value.number) : '';
}

/** The commune a code names (`COM:14118`), a lost leading zero put back; undefined when it names none. */
export function communeOfCode(value: Content): string | undefined {
  const code = digitsOf(value);
  if (!/^(\d{4,5}|2[AB]\d{3})$/.test(code)) return undefined;
  return parseTerritory(`COM:${code}`)?.code;
}

const yesNo = text(/^(oui|non|o|n|yes|no|vrai|faux|x)$/);
const isYear = (value: Content): boolean =>
  value.kind === 'number' && Number.isInteger(value.number) && value.number >= 1700 && value.number <= 2100;
const department = (value: Content): boolean =>
  parseTerritory(`DEP:${digitsOf(value)}`) !== undefined || (value.kind === 'text' && !/\d/.test(value.text));
const code5 = (value: Content): boolean => /^(\d{4,5}|2[AB]\d{3})$/.test(digitsOf(value));

/** Values that stand for no DPE known. */
export const noDpe =
  /^(nc|n\.c\.?|nd|ns|vierge|sans|inconnu|non (renseigne|connu|realise|communique)|absent|-|\?|so|na)e?s?$/;
/** Values of a yes. */
export const yes = /^(oui|o|yes|y|vrai|x|1)$/;

/** First that fits wins. */
export const roleRules: readonly RoleRule[] = [
  { role: 'siret', heading: /siret/, fits: (value) => isValidSiret(digitsOf(value)), strict: true },
  { role: 'siren', heading: /siren/, fits: (value) => isValidSiren(digitsOf(value)), strict: true },
  {
    role: 'insee',
    heading: /insee|depcom|codgeo|code (de la |d'une )?commune|commune \(code\)|cod_?com|code geo/,
    fits: (value) => communeOfCode(value) !== undefined,
    strict: true,
  },
  { role: 'postal_code', heading: /code[_ ]?postal|^cp$|postcode|postal code|^cod_?post/, fits: code5 },
  {
    role: 'epci',
    heading: /epci|intercommunalite/,
    not: /libelle|nom|densite/,
    fits: (value) => /^\d{9}$/.test(digitsOf(value)),
  },
  {
    role: 'commune',
    heading: /commune|ville|town|city|localite|libcom|libgeo/,
    not: /population|degre|nombre|nb|code|en ville|acv|centre|densite|part /,
    fits: (value) => value.kind === 'text' && !/^\d+$/.test(value.text),
  },
  {
    role: 'department',
    heading: /^(code |libelle |libelle des |nom )?(du |des )?(dept|dpt|departements?)\.?$|^dep$/,
    fits: department,
  },
  {
    role: 'region',
    heading: /^(code |libelle )?regions?$/,
    fits: (value) => value.kind === 'text' && !yesNo(value),
  },
  {
    role: 'dpe',
    heading: /dpe|etiquette|classe energ|epc|etiq/,
    not: /ges|climat|avant|apres|date|numero|n°|conso|surface|cout|gain|visee|cible|nombre|nb/,
    fits: (value) => text(/^[a-g]$/)(value) || text(noDpe)(value),
    strict: true,
  },
  {
    role: 'typology',
    heading: /typo|type|nb pieces/,
    fits: text(/^([tf] ?\d( ?(bis|'|et plus|\+))?|studio)$/),
    strict: true,
  },
  { role: 'typology', heading: /typologie|^typo$/, not: /nb|nombre/ },
  {
    role: 'qpv',
    heading: /qpv|quartiers? prioritaire/,
    not: /nombre|nb|attribution|montant|depense|invest|abattement|€/,
    fits: (value) => yesNo(value) || text(/^q[np]\d{3,}/)(value) || text(/^(hors )?qpv$/)(value),
    strict: true,
  },
  {
    role: 'dwelling_kind',
    heading: /type|i ?\/ ?c|individuel|construction|nature du logement|habitat/,
    fits: text(
      /^(i|c|e|indiv(iduel)?|coll(ectif)?|individuelle?|collective?|maison|pavillon|appartement|immeuble|etudiant)s?$/,
    ),
    strict: true,
  },
  {
    role: 'occupancy',
    heading: /statut|occup|etat|situation/,
    fits: text(
      /^(lou[ée]|vacant|vide|occupe|libre|en travaux|a vendre|loue|squatte|association|logement de fonction)e?s?$/,
    ),
    strict: true,
  },
  {
    role: 'gender',
    heading: /sexe|genre|f ?\/ ?h|h ?\/ ?f|civilite/,
    fits: text(/^(f|h|m|femmes?|hommes?|mme|mr|m\.|monsieur|madame)$/),
    strict: true,
  },
  {
    role: 'contract',
    heading: /contrat|statut/,
    fits: text(
      /^(cdi|cdd|titulaire|fonctionnaire|contractuel|apprenti(e|ssage)?|alternan(t|ce)e?|contrat pro|interim|stage|stagiaire)s?$/,
    ),
    strict: true,
  },
  { role: 'sme', heading: /\bpme\b|\btpe\b/, fits: yesNo, strict: true },
  {
    role: 'operation_nature',
    heading: /nature|type/,
    fits: text(/construction|neuf|vefa|rehab|renovation|demolition|acquisition|composant|accession/),
    strict: true,
  },
  {
    role: 'energy',
    heading: /energie|poste|fluide|combustible/,
    fits: text(/gaz|electricite|fioul|bois|granule|reseau|chaleur|eau|scope|cee|ges|emission|gain/),
    strict: true,
  },
  {
    role: 'financing',
    heading: /^financement|^type de financement|^produit$/,
    not: /montant|organisme|total|date/,
    fits: (value) => value.kind === 'text',
  },
  {
    role: 'construction_year',
    heading:
      /annee (de |d')?(la )?(construction|livraison|achevement|mise en service)|^(construction|achevement|construct)$/,
    fits: isYear,
  },
  { role: 'year', heading: /^annee$|^exercice$|^millesime$|^year$/, fits: isYear, strict: true },
  { role: 'date', heading: /^date|^dt_|^dt |^date_/, not: /nombre/ },
  {
    role: 'unit',
    heading: /^unites?$|^unit$|^u\.$/,
    fits: (value) => value.kind === 'text' && value.text.length < 20,
  },
];
