import { formatNumber } from '../../formula';
import { unknown, wrong } from '../failure';
import type { FunctionSpec } from '../model';
import { totalOf } from './emplois';

export const LM3: FunctionSpec = {
  id: 'LM3',
  family: 'economy',
  description: {
    fr: 'Multiplicateur local LM3 classique : (T1 + T2 + T3) / T1, de 1 à 3.',
    en: 'Classic local multiplier LM3: (T1 + T2 + T3) / T1, from 1 to 3.',
  },
  parameters: [
    {
      name: 'depense',
      description: { fr: 'T1 : dépense initiale, en €', en: 'T1: initial spending, in €' },
      kind: 'range',
    },
    {
      name: 'locale',
      description: {
        fr: 'T2 : part de T1 versée à des salariés et fournisseurs du territoire, en €',
        en: 'T2: part of T1 paid to staff and suppliers of the territory, in €',
      },
      kind: 'range',
    },
    {
      name: 'redepense',
      description: {
        fr: 'T3 : part de T2 redépensée par eux dans le territoire, en €',
        en: 'T3: part of T2 spent again by them in the territory, in €',
      },
      kind: 'range',
    },
  ],
  result: 'cell',
  help: {
    fr: 'Convention classique (NEF) : chaque tour est une part du précédent, le résultat va de 1 à 3. Une autre convention (LM3 Online) donne des valeurs sous 1 : ne les mélangez pas, et nommez la convention. Un seul territoire pour les trois montants.',
    en: 'Classic convention (NEF): each round is a part of the one before, the result goes from 1 to 3. Another convention (LM3 Online) gives values below 1: do not mix them, and name the convention. One territory for the three amounts.',
  },
  references: ['lm3_nef'],
  examples: [
    { given: [100000, 60000, 20000], expected: 1.8, reason: '(100 000 + 60 000 + 20 000) / 100 000' },
  ],
  run(call) {
    const [first, second, third] = (['depense', 'locale', 'redepense'] as const).map((name) => ({
      name,
      amount: totalOf(call, name),
    }));
    if (!first || !second || !third) throw new RangeError('LM3 has three rounds.');
    if (first.amount === 0)
      throw unknown(
        '« depense » vaut 0 : sans dépense initiale il n’y a pas de multiplicateur.',
        '"depense" is 0: without an initial spending there is no multiplier.',
      );
    for (const [part, whole] of [
      [second, first],
      [third, second],
    ] as const) {
      if (part.amount <= whole.amount) continue;
      const figure = (value: number, locale: 'fr' | 'en') => formatNumber(value, { locale });
      throw wrong(
        `« ${part.name} » (${figure(part.amount, 'fr')}) dépasse « ${whole.name} » (${figure(whole.amount, 'fr')}), dont c’est une part : vérifiez les montants.`,
        `"${part.name}" (${figure(part.amount, 'en')}) exceeds "${whole.name}" (${figure(whole.amount, 'en')}), of which it is a part: check the amounts.`,
      );
    }
    return (first.amount + second.amount + third.amount) / first.amount;
  },
};
