import { communesOfPostalCode, territoryName } from '../../territory';
import { eachCell } from '../arguments/each';
import { unknown, wrong } from '../failure';
import type { FunctionSpec } from '../model';
import { bareCode } from './commune-code';

export const COMMUNE: FunctionSpec = {
  id: 'COMMUNE',
  family: 'territory',
  description: {
    fr: 'Donne la ou les communes d’un code postal.',
    en: 'Gives the municipality or municipalities of a postal code.',
  },
  parameters: [
    {
      name: 'codes_postaux',
      description: {
        fr: 'Codes postaux ; une cellule ou une colonne',
        en: 'Postal codes; a cell or a column',
      },
      kind: 'range',
    },
    {
      name: 'forme',
      description: {
        fr: 'nom (sinon), insee, ou liste : une ligne par commune, code et nom',
        en: 'nom (default), insee, or liste: a row for each municipality, code and name',
      },
      kind: 'cell',
      optional: true,
    },
  ],
  result: 'range',
  help: {
    fr: 'Un code postal sert souvent plusieurs communes : elles sont toutes données, séparées par un point-virgule, et aucune n’est choisie. Un CEDEX n’est pas dans la table : #N/A.',
    en: 'A postal code often serves several municipalities: all are given, separated by a semicolon, and none is chosen. A CEDEX is not in the table: #N/A.',
  },
  references: [],
  examples: [
    { given: ['14000'], expected: 'Caen', reason: '14000 ne sert que Caen' },
    {
      given: [[[14000], [75001]], 'insee'],
      expected: [['14118'], ['75056']],
      reason: 'codes Insee de Caen et de Paris',
    },
    { given: [14000, 'liste'], expected: [['14118', 'Caen']], reason: '14000 ne sert que Caen' },
  ],
  run(call) {
    const form = call.choice<'nom' | 'insee' | 'liste'>('forme', ['nom', 'insee', 'liste']);
    const codes = call.grid('codes_postaux');
    if (form === 'liste') {
      if (!codes.isSingle)
        throw wrong(
          'La forme « liste » se demande pour un seul code postal : choisissez une cellule, ou la forme « insee ».',
          'The form "liste" is for one postal code: choose one cell, or the form "insee".',
        );
      const error = codes.errorAt(0, 0);
      if (error) throw error;
      return communesAt(codes.at(0, 0)).map((one) => [insee(one), territoryName(one)]);
    }
    return eachCell(codes, [], (cell) =>
      communesAt(cell)
        .map((one) => (form === 'nom' ? territoryName(one) : insee(one)))
        .join(' ; '),
    );
  },
};

const insee = (commune: string): string => commune.slice('COM:'.length);

function communesAt(cell: unknown): readonly string[] {
  const code = bareCode(cell);
  const communes = communesOfPostalCode(code);
  if (communes.length > 0) return communes;
  throw /^\d{5}$/.test(code)
    ? unknown(
        `${code} n’est pas un code postal connu : un CEDEX n’a pas de commune, cherchez celle de l’adresse.`,
        `${code} is not a known postal code: a CEDEX has no municipality, look for that of the address.`,
      )
    : wrong(
        `« ${code} » n’est pas un code postal : il a cinq chiffres, par exemple 14000.`,
        `"${code}" is not a postal code: it has five digits, for example 14000.`,
      );
}
