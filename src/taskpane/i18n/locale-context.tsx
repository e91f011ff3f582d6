import { createContext, useCallback, useContext } from 'react';
import type { Locale } from '../../formula';
import { spoken, translate, type Bilingual, type MessageValues } from './messages';

const LocaleContext = createContext<Locale>('fr');

export const LocaleProvider = LocaleContext.Provider;

/** The language the person reads. */
export const useLocale = (): Locale => useContext(LocaleContext);

export type Translate<Key extends string> = (key: Key, values?: MessageValues) => string;

/** The texts of a table, in the language of the person. */
export function useMessages<Key extends string>(messages: Readonly<Record<Key, Bilingual>>): Translate<Key> {
  const locale = useLocale();
  return useCallback((key, values) => translate(messages[key], locale, values), [messages, locale]);
}

/** Shows texts that ask for no value in the language of the person: labels of the catalogue, problems. */
export function useSpoken(): (text: Bilingual) => string {
  const locale = useLocale();
  return useCallback((text) => spoken(text, locale), [locale]);
}
