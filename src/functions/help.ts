import type { Bilingual, Catalogue } from '../catalogue';
import type { Locale } from '../formula';
import type { Example, FunctionFamily, FunctionSpec, Scalar } from './model';
import { families } from './model';
import { functionTable } from './table';

/** What the functions are called by in a formula: `IMPACT.LOYER_M2`. */
export const NAMESPACE = 'IMPACT';

/** What people call the families of functions. */
export const familyLabels: Readonly<Record<FunctionFamily, Bilingual>> = {
  catalogue: { fr: 'Catalogue', en: 'Catalogue' },
  housing: { fr: 'Logements et loyers', en: 'Housing and rents' },
  economy: { fr: 'Économie', en: 'Economy' },
  energy: { fr: 'Énergie', en: 'Energy' },
  territory: { fr: 'Territoire', en: 'Territory' },
  consolidation: { fr: 'Consolidation régionale', en: 'Regional consolidation' },
  quality: { fr: 'Qualité des données', en: 'Data quality' },
};

/** Everything a card of the gallery or a page of the help says of a function, in one language. */
export interface FunctionHelp {
  readonly id: string;
  /** `IMPACT.LOYER_M2`, as typed and as written through the API. */
  readonly name: string;
  readonly family: FunctionFamily;
  readonly description: string;
  readonly help: string;
  /** `IMPACT.LOYER_M2(loyers; surfaces)`, with the separators of the locale. */
  readonly syntax: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly kind: 'cell' | 'range';
    readonly optional: boolean;
  }[];
  readonly examples: readonly {
    /** `=IMPACT.LOYER_M2({300;420};{60;70})`, as typed in Excel in that language. */
    readonly call: string;
    readonly expected: Example['expected'];
    readonly reason: string;
  }[];
  readonly sources: readonly string[];
}

export interface FamilyHelp {
  readonly family: FunctionFamily;
  readonly label: string;
  readonly functions: readonly FunctionHelp[];
}

/** The functions by family, for the gallery and the reference pages. */
export function functionHelp(locale: Locale, catalogue: Catalogue): readonly FamilyHelp[] {
  return families.map((family) => ({
    family,
    label: familyLabels[family][locale],
    functions: functionTable
      .filter((one) => one.family === family)
      .map((one) => helpOf(one, locale, catalogue)),
  }));
}

function helpOf(spec: FunctionSpec, locale: Locale, catalogue: Catalogue): FunctionHelp {
  const { id, family, description, help, parameters, examples, references } = spec;
  const written = parameters.map((one) => (one.optional ? `[${one.name}]` : one.name));
  return {
    id,
    name: `${NAMESPACE}.${id}`,
    family,
    description: description[locale],
    help: help[locale],
    syntax: `${NAMESPACE}.${id}(${written.join(separators[locale].argument)})`,
    parameters: parameters.map((one) => ({
      name: one.name,
      description: one.description[locale],
      kind: one.kind,
      optional: one.optional === true,
    })),
    examples: examples.map((one) => ({
      call: exampleCall(spec, one, locale),
      expected: one.expected,
      reason: one.reason,
    })),
    sources: references.map((key) => catalogue.references.get(key)?.title ?? key),
  };
}

/** French Excel writes `;` between arguments and between rows of a constant, `.` between its columns. */
const separators = {
  fr: { argument: '; ', row: ';', column: '.' },
  en: { argument: ', ', row: ';', column: ',' },
} as const;

/** A call as a person types it in Excel in a language; ranges become array constants. */
export function exampleCall(spec: FunctionSpec, { given }: Example, locale: Locale): string {
  const { argument, row, column } = separators[locale];
  const written = given.map((one) => {
    if (one === null) return '';
    if (!Array.isArray(one)) return literal(one as Scalar, locale);
    const rows = one as readonly (readonly Scalar[])[];
    return `{${rows.map((cells) => cells.map((cell) => literal(cell, locale)).join(column)).join(row)}}`;
  });
  return `=${NAMESPACE}.${spec.id}(${written.join(argument)})`;
}

function literal(value: Scalar, locale: Locale): string {
  // A constant array cannot hold a blank cell; the functions read "" alike.
  if (value === null) return '""';
  if (typeof value === 'boolean')
    return { fr: ['FAUX', 'VRAI'], en: ['FALSE', 'TRUE'] }[locale][Number(value)] ?? '';
  if (typeof value === 'string') return `"${value.replaceAll('"', '""')}"`;
  return locale === 'fr' ? String(value).replace('.', ',') : String(value);
}
