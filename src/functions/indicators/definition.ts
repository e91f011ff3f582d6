import type { Catalogue, Coefficient, DataPoint, Indicator } from '../../catalogue';
import { formulaInWords, type Locale } from '../../formula';
import type { Call } from '../arguments/call';
import { unknown, wrong } from '../failure';
import type { FunctionContext, FunctionSpec } from '../model';
import { leafLabel, sourcesInWords } from './answer';
import { languageParameter } from './place';

const fields = ['definition', 'libelle', 'formule', 'unite', 'source', 'question', 'note'] as const;
type Field = (typeof fields)[number];

export const DEFINITION: FunctionSpec = {
  id: 'DEFINITION',
  family: 'catalogue',
  description: {
    fr: 'Donne la définition, la formule, l’unité ou la source d’un code du catalogue.',
    en: 'Gives the definition, formula, unit or source of a code of the catalogue.',
  },
  parameters: [
    {
      name: 'code',
      description: {
        fr: 'Indicateur (PAC-01), donnée (nb_lls) ou coefficient (heures_etp)',
        en: 'Indicator (PAC-01), data point (nb_lls) or coefficient (heures_etp)',
      },
      kind: 'cell',
    },
    {
      name: 'champ',
      description: {
        fr: 'definition (sinon), libelle, formule, unite, source, question ou note',
        en: 'definition (default), libelle, formule, unite, source, question or note',
      },
      kind: 'cell',
      optional: true,
    },
    languageParameter,
  ],
  result: 'cell',
  help: {
    fr: 'La question ne vaut que pour une donnée, la formule et la note que pour un indicateur. La source commence par ce qu’elle vaut : sourcé, usage courant ou à confirmer.',
    en: 'The question exists for data points only, the formula and the note for indicators only. The source begins with its worth: sourced, common practice or to be confirmed.',
  },
  references: [],
  examples: [
    {
      given: ['PAC-07', 'formule', 'fr'],
      expected: "Impayés de l'année\u00a0÷\u00a0Quittancement total",
      reason: 'formule du catalogue : impayes_annee / quittancement',
    },
    { given: ['nb_lls', 'unite'], expected: 'logement', reason: 'unité de la donnée au catalogue' },
  ],
  run(call: Call, context: FunctionContext) {
    const { catalogue } = context;
    const locale = call.chosen('langue', ['fr', 'en']) ?? context.locale;
    const code = call.required('code', 'PAC-01').replace(/\s+/gu, '');
    const field = call.choice<Field>('champ', fields);
    const text = textOf(code, field, catalogue, locale);
    if (text !== undefined && text !== '') return text;
    throw unknown(
      `${code} n’a pas de ${field} au catalogue : demandez ${fields.filter((one) => one !== field).join(', ')}.`,
      `${code} has no ${field} in the catalogue: ask for ${fields.filter((one) => one !== field).join(', ')}.`,
    );
  },
};

function textOf(code: string, field: Field, catalogue: Catalogue, locale: Locale): string | undefined {
  const indicator = catalogue.indicators.get(code.toUpperCase());
  if (indicator) return ofIndicator(indicator, field, catalogue, locale);
  const point = catalogue.dataPoints.get(code.toLowerCase().replace(/^ref\./, ''));
  if (point) return ofDataPoint(point, field, locale);
  const name = code.toLowerCase().replace(/^coef\./, '');
  const coefficient = catalogue.coefficient(name) ?? catalogue.coefficients.find((one) => one.code === name);
  if (coefficient) return ofCoefficient(coefficient, field, locale);
  throw wrong(
    `« ${code} » n’est ni un indicateur, ni une donnée, ni un coefficient du catalogue : vérifiez le code.`,
    `"${code}" is neither an indicator, a data point nor a coefficient of the catalogue: check the code.`,
  );
}

function ofIndicator(one: Indicator, field: Field, catalogue: Catalogue, locale: Locale): string | undefined {
  switch (field) {
    case 'definition':
      return one.definition[locale];
    case 'libelle':
      return one.label[locale];
    case 'formule': {
      const text = formulaInWords(one.expression, {
        labelOf: (leaf) => leafLabel(leaf, catalogue, locale),
        indicatorLabelOf: (code) => catalogue.indicators.get(code)?.label[locale] ?? code,
        locale,
      });
      return text.charAt(0).toUpperCase() + text.slice(1);
    }
    case 'unite':
      return one.unit;
    case 'source':
      return sourcesInWords(one, locale);
    case 'note':
      return one.note?.[locale];
    case 'question':
      return undefined;
  }
}

function ofDataPoint(one: DataPoint, field: Field, locale: Locale): string | undefined {
  switch (field) {
    case 'definition':
    case 'question':
      return one.question[locale];
    case 'libelle':
      return one.label[locale];
    case 'unite':
      return one.unit;
    case 'source': {
      const { rpls, fec, other } = one.find;
      const places = [rpls && `RPLS : ${rpls}`, fec && `FEC : ${fec}`, other];
      return sourcesInWords(
        { confidence: one.confidence, references: places.filter((place) => place !== undefined) },
        locale,
      );
    }
    default:
      return undefined;
  }
}

function ofCoefficient(one: Coefficient, field: Field, locale: Locale): string | undefined {
  switch (field) {
    case 'definition':
      return `${one.label[locale]} (${one.scope[locale]})`;
    case 'libelle':
      return one.label[locale];
    case 'unite':
      return one.unit;
    case 'source':
      return sourcesInWords(
        { confidence: one.confidence, references: [`${one.source} (${one.year})`] },
        locale,
      );
    default:
      return undefined;
  }
}
