import { isValidSiren, isValidSiret, parseFrenchNumber } from '../../contribution';
import { textIn } from '../arguments/cell';
import { eachCell } from '../arguments/each';
import { wrong } from '../failure';
import type { FunctionSpec, Parameter } from '../model';

/** A number typed in a cell loses its leading zeros. */
const digitsOf = (cell: unknown, length: number): string =>
  typeof cell === 'number' ? String(cell).padStart(length, '0') : textIn(cell);

const column = (name: string, fr: string, en: string): Parameter => ({
  name,
  description: { fr: `${fr} ; une cellule ou une colonne`, en: `${en}; a cell or a column` },
  kind: 'range',
});

const SIREN_VALIDE: FunctionSpec = {
  id: 'SIREN_VALIDE',
  family: 'quality',
  description: {
    fr: 'Dit si un numéro SIREN est bien formé (neuf chiffres, clé de contrôle).',
    en: 'Tells whether a SIREN number is well formed (nine digits, check digit).',
  },
  parameters: [column('sirens', 'Numéros SIREN', 'SIREN numbers')],
  result: 'range',
  help: {
    fr: 'Les espaces et les zéros perdus devant un nombre ne comptent pas. Un numéro bien formé peut ne pas exister : rien n’est demandé à l’extérieur. Une cellule vide reste vide.',
    en: 'Spaces, and zeros lost in front of a number, do not matter. A well-formed number may not exist: nothing is asked outside. A blank cell stays blank.',
  },
  references: [],
  examples: [
    { given: ['732 829 320'], expected: true, reason: 'clé de Luhn : la somme vaut 40' },
    {
      given: [[['732829320'], [null], ['732829321']]],
      expected: [[true], [''], [false]],
      reason: 'un chiffre changé fausse la clé',
    },
  ],
  run: (call) => eachCell(call.grid('sirens'), [], (cell) => isValidSiren(digitsOf(cell, 9))),
};

const SIRET_VALIDE: FunctionSpec = {
  id: 'SIRET_VALIDE',
  family: 'quality',
  description: {
    fr: 'Dit si un numéro SIRET est bien formé (quatorze chiffres, clés de contrôle).',
    en: 'Tells whether a SIRET number is well formed (fourteen digits, check digits).',
  },
  parameters: [column('sirets', 'Numéros SIRET', 'SIRET numbers')],
  result: 'range',
  help: {
    fr: 'Le SIREN qui commence le SIRET est vérifié aussi. Les établissements de La Poste (356 000 000) suivent leur propre règle : la somme des chiffres est un multiple de cinq.',
    en: 'The SIREN that begins the SIRET is checked too. The sites of La Poste (356 000 000) follow a rule of their own: the sum of the digits is a multiple of five.',
  },
  references: [],
  examples: [
    { given: ['12002701600563'], expected: true, reason: 'Insee, direction générale : somme de Luhn 30' },
    { given: ['35600000000001'], expected: true, reason: 'La Poste : 3 + 5 + 6 + 1 = 15' },
    { given: [12002701600564], expected: false, reason: 'somme de Luhn 31' },
  ],
  run: (call) => eachCell(call.grid('sirets'), [], (cell) => isValidSiret(digitsOf(cell, 14))),
};

const NOMBRE_FR: FunctionSpec = {
  id: 'NOMBRE_FR',
  family: 'quality',
  description: {
    fr: 'Lit un nombre saisi comme du texte à la française : 1 234,5.',
    en: 'Reads a number typed as text in French style: 1 234,5.',
  },
  parameters: [column('textes', 'Textes à lire', 'Texts to read')],
  result: 'range',
  help: {
    fr: 'Espaces ordinaires ou insécables entre les milliers, virgule décimale, signe devant. 1.234 n’est pas lu : mille deux cent trente-quatre ou un virgule deux, un chiffre ne se devine pas. Un vrai nombre reste ce qu’il est ; ND, SO et un vide restent ND, SO et vide.',
    en: 'Ordinary or no-break spaces between thousands, decimal comma, sign in front. 1.234 is not read: it may be one thousand or one and a bit, and a figure is never guessed. A real number stays as it is; ND, SO and a blank stay ND, SO and blank.',
  },
  references: [],
  examples: [
    { given: ['1 234,5'], expected: 1234.5, reason: 'espace des milliers, virgule décimale' },
    {
      given: [[['-12\u00a0000'], [7], ['nd']]],
      expected: [[-12000], [7], ['ND']],
      reason: 'espace insécable ; un nombre et ND restent tels quels',
    },
  ],
  run: (call) =>
    eachCell(call.grid('textes'), [], (cell) => {
      if (typeof cell === 'number') return cell;
      const text = textIn(cell);
      const word = text.toUpperCase();
      if (word === 'ND' || word === 'SO') return word;
      const number = typeof cell === 'boolean' ? undefined : parseFrenchNumber(String(cell));
      if (number !== undefined) return number;
      throw wrong(
        `« ${text} » n’est pas un nombre à la française : écrivez-le sans point, avec une virgule pour les décimales (1234,5).`,
        `"${text}" is not a number in French style: write it without a point, with a comma for decimals (1234,5).`,
      );
    }),
};

export const qualityFunctions: readonly FunctionSpec[] = [SIREN_VALIDE, SIRET_VALIDE, NOMBRE_FR];
