import { otherDataParameters, referencesParameter } from '../indicators/dataset';
import type { Parameter } from '../model';

/** A table of the landlord, with whose rows they are. */
const ofAll = ({ name, description }: Parameter): Parameter => ({
  name,
  description: {
    fr: `${description.fr.split(' avec leurs titres')[0] ?? ''} de tous les bailleurs, avec une colonne siren`,
    en: `${description.en.split(' with their headings')[0] ?? ''} of all landlords, with a column siren`,
  },
  kind: 'range',
  optional: true,
});

/** What CONSOLIDER and COUVERTURE are asked with. */
export const campaignParameters: readonly Parameter[] = [
  {
    name: 'codes',
    description: {
      fr: 'Codes d’indicateurs : une cellule, une colonne ou une ligne',
      en: 'Indicator codes: a cell, a column or a row',
    },
    kind: 'range',
  },
  {
    name: 'faits',
    description: {
      fr: 'Réponses de tous les bailleurs avec leurs titres (siren, code, annee, territoire, valeur), par exemple CONSO_FAITS[#Tout] du classeur régional',
      en: 'Answers of all landlords with their headings (siren, code, annee, territoire, valeur), for example CONSO_FAITS[#All] of the regional workbook',
    },
    kind: 'range',
  },
  {
    name: 'annee',
    description: {
      fr: 'Année ; sinon celle de la plupart des lignes, la plus récente en cas d’égalité',
      en: 'Year; else that of most rows, the latest one if equal',
    },
    kind: 'cell',
    optional: true,
  },
  {
    name: 'territoires',
    description: {
      fr: 'Codes de territoires, par exemple DEP:14 ; sinon le territoire entier de la campagne',
      en: 'Territory codes, for example DEP:14; else the whole territory of the campaign',
    },
    kind: 'range',
    optional: true,
  },
  {
    name: 'perimetre',
    description: {
      fr: 'Bailleurs attendus avec leurs titres, par exemple IMPACT_PERIMETRE[#Tout] du classeur de campagne ; sinon ceux de « faits »',
      en: 'Landlords expected with their headings, for example IMPACT_PERIMETRE[#All] of the campaign workbook; else those of "faits"',
    },
    kind: 'range',
    optional: true,
  },
  ...otherDataParameters.filter((one) => one !== referencesParameter).map(ofAll),
  referencesParameter,
  {
    name: 'journal',
    description: {
      fr: 'Ajustements de l’union avec leurs titres : IMPACT_JOURNAL[#Tout] du classeur de campagne ; sinon les chiffres des bailleurs',
      en: "Adjustments of the union with their headings: IMPACT_JOURNAL[#All] of the campaign workbook; else the landlords' figures",
    },
    kind: 'range',
    optional: true,
  },
];
