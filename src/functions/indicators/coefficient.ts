import type { Coefficient } from '../../catalogue';
import type { Call } from '../arguments/call';
import type { FunctionContext, FunctionSpec, ResultCell } from '../model';
import { sourcesInWords } from './answer';
import { measured, pickCoefficient } from './pick';
import { territoryIn } from './place';

const asked = ['valeur', 'bas', 'haut', 'unite', 'source', 'annee', 'jeu'] as const;
type Asked = (typeof asked)[number];

export const COEFFICIENT: FunctionSpec = {
  id: 'COEFFICIENT',
  family: 'catalogue',
  description: {
    fr: 'Donne un coefficient ou un repère du catalogue : valeur, fourchette, source.',
    en: 'Gives a coefficient or a benchmark of the catalogue: value, range, source.',
  },
  parameters: [
    {
      name: 'code',
      description: {
        fr: 'Code, par exemple emplois_par_meur_neuf ou bm_loyer_m2',
        en: 'Code, for example emplois_par_meur_neuf or bm_loyer_m2',
      },
      kind: 'cell',
    },
    {
      name: 'annee',
      description: {
        fr: 'La valeur connue cette année-là ; sinon celle du jeu retenu',
        en: 'The value known that year; else that of the set retained',
      },
      kind: 'cell',
      optional: true,
    },
    {
      name: 'jeu',
      description: { fr: 'Jeu de coefficients, par exemple bdt_2019', en: 'Set, for example bdt_2019' },
      kind: 'cell',
      optional: true,
    },
    {
      name: 'mesure',
      description: {
        fr: 'valeur (sinon), bas, haut, unite, source, annee ou jeu',
        en: 'valeur (default), bas, haut, unite, source, annee or jeu',
      },
      kind: 'cell',
      optional: true,
    },
    {
      name: 'territoire',
      description: {
        fr: 'Pour un repère : FR, REG:28…',
        en: 'For a benchmark: FR, REG:28…',
      },
      kind: 'cell',
      optional: true,
    },
  ],
  result: 'cell',
  help: {
    fr: 'Les valeurs publiées se contredisent : une étude retient un jeu et imprime la fourchette. Sans jeu, c’est celui que retient le catalogue ; l’année ne change jamais de jeu en silence. Un pourcentage est une fraction (0,174).',
    en: 'Published values contradict one another: a study retains one set and prints the range. Without a set, it is the one the catalogue retains; the year never changes the set silently. A percentage is a fraction (0.174).',
  },
  references: ['bdt_emplois_2019', 'bdt_emplois_2019_derive', 'rpls_2019'],
  examples: [
    {
      given: ['emplois_par_meur_neuf'],
      expected: 16.2,
      reason: '180 000 emplois / 11,1 Md€ (Banque des Territoires, 2019)',
    },
    { given: ['emplois_par_meur_neuf', null, null, 'bas'], expected: 7.6, reason: 'Haute-Normandie, 2010' },
    { given: ['coef_ep_elec', 2024], expected: 2.3, reason: 'arrêté du 31 mars 2021, jusqu’à fin 2025' },
    { given: ['bm_loyer_m2', 2019, null, null, 'REG:28'], expected: 5.31, reason: 'RPLS 2019, Normandie' },
  ],
  run(call: Call, { catalogue, locale }: FunctionContext) {
    const code = call
      .required('code', 'heures_etp')
      .toLowerCase()
      .replace(/^coef\./, '');
    const one = pickCoefficient(
      {
        code,
        set: call.text('jeu'),
        year: call.year('annee'),
        territory: territoryIn(call.text('territoire')),
      },
      catalogue,
    );
    const measure = call.choice<Asked>('mesure', asked);
    switch (measure) {
      case 'unite':
        return one.unit;
      case 'annee':
        return one.year;
      case 'jeu':
        return one.set;
      case 'source':
        return sourceOf(one, locale);
      default:
        return measured(one, measure);
    }
  },
};

function sourceOf(one: Coefficient, locale: 'fr' | 'en'): ResultCell {
  return sourcesInWords({ confidence: one.confidence, references: [`${one.source} (${one.year})`] }, locale);
}
