import { NAMESPACE, type FunctionSpec, type Parameter } from '../../../functions';
import type { Selection, SyntaxLocale } from '../../../excel';
import type { Locale } from '../../../formula';
import { quoteSheetName } from '../../../xlsx';
import { placeOf } from '../../workbook/reference';
import { typedNumber } from '../../workbook/typed-number';

/** How the person writes formulas. */
export interface Syntax {
  readonly language: Locale;
  readonly decimal: string;
  readonly list: string;
}

export function syntaxOf({ language, decimalSeparator, listSeparator }: SyntaxLocale): Syntax {
  return {
    language: /^fr\b/iu.test(language) ? 'fr' : 'en',
    decimal: decimalSeparator,
    list: listSeparator,
  };
}

/** An argument as it goes into a formula. */
export type Argument =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reference'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string };

const STRUCTURED = /^[\p{L}_\\][\p{L}\p{N}_.\\]*\[.*\]$/u;

/** Parts of a table, as Excel writes them in French. */
const parts = [
  ['#Tout', '#All'],
  ['#Données', '#Data'],
  ['#En-têtes', '#Headers'],
  ['#Totaux', '#Totals'],
] as const;

function translated(text: string, from: 0 | 1, to: 0 | 1): string {
  return parts.reduce((sofar, words) => sofar.replace(new RegExp(words[from], 'giu'), words[to]), text);
}

/** Reads an argument as the person typed it: cells, a part of a table, a number, otherwise a text. */
export function readArgument(typed: string, syntax: Syntax): Argument {
  const text = typed.trim();
  if (text === '') return { kind: 'nothing' };
  if (placeOf(text, '')) return { kind: 'reference', text };
  if (STRUCTURED.test(text)) return { kind: 'reference', text: translated(text, 0, 1) };
  const number = typedNumber(text, syntax.decimal === ',' ? 'fr' : 'en');
  if (number !== undefined) return { kind: 'number', value: number };
  const quoted = /^"((?:[^"]|"")*)"$/u.exec(text)?.[1]?.replaceAll('""', '"');
  return { kind: 'text', value: quoted ?? text };
}

/** A whole call as Excel stores it: in English with commas, arguments left out at the end being left out. */
export function storedFormula({ id }: FunctionSpec, drafts: readonly Argument[]): string {
  return written(id, drafts, { decimal: '.', separator: ',', reference: (text) => text });
}

/** The same as the person would type it. */
export function shownFormula({ id }: FunctionSpec, drafts: readonly Argument[], syntax: Syntax): string {
  return written(id, drafts, {
    decimal: syntax.decimal,
    separator: `${syntax.list} `,
    reference: (text) => (syntax.language === 'fr' ? translated(text, 1, 0) : text),
  });
}

interface Writing {
  readonly decimal: string;
  readonly separator: string;
  readonly reference: (text: string) => string;
}

function written(
  id: string,
  drafts: readonly Argument[],
  { decimal, separator, reference }: Writing,
): string {
  const last = drafts.findLastIndex(({ kind }) => kind !== 'nothing');
  const pieces = drafts.slice(0, last + 1).map((one) => {
    switch (one.kind) {
      case 'nothing':
        return '';
      case 'reference':
        return reference(one.text);
      case 'number':
        return String(one.value).replace('.', decimal);
      case 'text':
        return `"${one.value.replaceAll('"', '""')}"`;
    }
  });
  return `=${NAMESPACE}.${id}(${pieces.join(separator)})`;
}

/** The selection as an argument; its sheet is named unless the formula stands on it. */
export function argumentFromSelection(
  { sheet, address }: Pick<Selection, 'sheet' | 'address'>,
  destination: string | undefined,
): string {
  return sheet === destination ? address : `${sheetPrefix(sheet)}!${address}`;
}

/** In quotes unless the name is a plain word that cannot be taken for a cell: `T1` and `Année 2024` need them. */
function sheetPrefix(sheet: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) && !/^([A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/iu.test(sheet);
  return plain ? sheet : quoteSheetName(sheet);
}

/** What an argument is when the workbook has the tables of the format: functions of the catalogue read them. */
export function usualArgument(
  { name }: Parameter,
  { family }: FunctionSpec,
  tables: ReadonlySet<string>,
  syntax: Syntax,
): string {
  const table = family === 'catalogue' ? tablesOfParameters[name] : undefined;
  if (table === undefined || !tables.has(table)) return '';
  return `${table}[${syntax.language === 'fr' ? '#Tout' : '#All'}]`;
}

const tablesOfParameters: Readonly<Record<string, string>> = {
  donnees: 'IMPACT_DONNEES',
  loyers: 'IMPACT_LOYERS',
  travaux: 'IMPACT_TRAVAUX',
  listes: 'IMPACT_LISTES',
};
