import { translate, type Bilingual, type MessageValues } from '../i18n';

/** A text with its values put in, in both languages: what is told can still change language. */
export function filled(message: Bilingual, values: MessageValues = {}): Bilingual {
  return { fr: translate(message, 'fr', values), en: translate(message, 'en', values) };
}

/** A sentence on so many things: `{count|formule figée|formules figées}.` */
export type CountedSentence = readonly [sentence: Bilingual, count: number];

/** The sentences that have something to count, one after the other; `nothing` when none has. */
export function sentences(nothing: Bilingual, ...counted: readonly CountedSentence[]): Bilingual {
  const told = counted.filter(([, count]) => count > 0);
  if (told.length === 0) return nothing;
  const said = told.map(([sentence, count]) => filled(sentence, { count }));
  return { fr: said.map(({ fr }) => fr).join(' '), en: said.map(({ en }) => en).join(' ') };
}
