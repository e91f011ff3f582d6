import { levelOf, parseTerritory, territoriesAround, territoryName } from '../../territory';
import { eachCell } from '../arguments/each';
import { unknownTerritory } from '../indicators/place';
import { unknown } from '../failure';
import type { FunctionSpec } from '../model';
import { bareCode, communeOf } from './commune-code';

const levels = ['COM', 'EPCI', 'DEP', 'REG', 'FR'] as const;
type Wanted = (typeof levels)[number];

const levelWords: Readonly<Record<Wanted, { readonly fr: string; readonly en: string }>> = {
  COM: { fr: 'commune', en: 'municipality' },
  EPCI: { fr: 'intercommunalité', en: 'intermunicipal body' },
  DEP: { fr: 'département', en: 'département' },
  REG: { fr: 'région', en: 'région' },
  FR: { fr: 'pays', en: 'country' },
};

export const TERRITOIRE: FunctionSpec = {
  id: 'TERRITOIRE',
  family: 'territory',
  description: {
    fr: 'Donne l’EPCI, le département ou la région d’une commune, par son nom ou son code.',
    en: 'Gives the EPCI, département or région of a municipality, by name or code.',
  },
  parameters: [
    {
      name: 'communes',
      description: {
        fr: 'Codes Insee (14118), ou codes de territoire (EPCI:200065597) ; une cellule ou une colonne',
        en: 'INSEE codes (14118), or territory codes (EPCI:200065597); a cell or a column',
      },
      kind: 'range',
    },
    {
      name: 'niveau',
      description: { fr: 'COM, EPCI (sinon), DEP ou REG', en: 'COM, EPCI (default), DEP or REG' },
      kind: 'cell',
      optional: true,
    },
    {
      name: 'forme',
      description: {
        fr: 'nom (sinon) ; code : DEP:14 ; insee : 14',
        en: 'nom (default): the name; code: DEP:14; insee: 14',
      },
      kind: 'cell',
      optional: true,
    },
  ],
  result: 'range',
  help: {
    fr: 'Code officiel géographique d’aujourd’hui : une ancienne commune donne celle qui l’a absorbée, un arrondissement de Paris, Lyon ou Marseille donne sa commune. Un EPCI à cheval sur deux départements n’est dans aucun : #N/A.',
    en: "Today's official geographic code: a former municipality gives the one that absorbed it, an arrondissement of Paris, Lyon or Marseille gives its municipality. An EPCI across two départements lies inside none: #N/A.",
  },
  references: [],
  examples: [
    { given: ['14118', 'DEP'], expected: 'Calvados', reason: 'Caen est dans le Calvados' },
    { given: [14118, 'REG', 'code'], expected: 'REG:28', reason: 'la Normandie est la région 28' },
    {
      given: [[['14118'], [null], ['75101']], 'COM', 'insee'],
      expected: [['14118'], [''], ['75056']],
      reason: 'le 1er arrondissement est dans la commune de Paris, 75056',
    },
  ],
  run(call) {
    const level = call.chosen<Wanted>('niveau', levels) ?? 'EPCI';
    const form = call.choice<'nom' | 'code' | 'insee'>('forme', ['nom', 'code', 'insee']);
    return eachCell(call.grid('communes'), [], (cell) => {
      const written = bareCode(cell);
      const code = communeOf(written) ?? parseTerritory(written)?.code;
      if (code === undefined || levelOf(code) === 'ZONE') throw unknownTerritory(written);
      const found = [...territoriesAround(code), code].find((one) => levelOf(one) === level);
      if (found === undefined) throw outside(code, level);
      if (form === 'nom') return territoryName(found);
      return form === 'code' ? found : found.replace(/^.*:/, '');
    });
  },
};

function outside(code: string, level: Wanted): Error {
  const name = `${code} (${territoryName(code)})`;
  const { fr, en } = levelWords[level];
  return unknown(
    `${name} n’est dans aucun territoire du niveau ${level} (${fr}) : demandez un niveau plus large, par exemple REG.`,
    `${name} lies inside no territory of level ${level} (${en}): ask for a wider level, for example REG.`,
  );
}
