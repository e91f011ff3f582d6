import type { Catalogue, DataPoint } from '../catalogue';
import { isForecast, isRatio, neutral } from './meaning-words';
import { isUnitWord, wordsOf } from './wording';

/** A data point that a text may name, and how surely: 1 when every word is accounted for. */
export interface Candidate {
  readonly point: DataPoint;
  readonly score: number;
}

/** The best candidate, and a second one only when it is nearly as good: a person then chooses. */
export function likely(candidates: readonly Candidate[]): readonly Candidate[] {
  const [best, second] = candidates;
  if (best === undefined || second === undefined) return candidates;
  return best.score - second.score < 0.3 ? [best, second] : [best];
}

interface Phrase {
  readonly point: DataPoint;
  readonly words: ReadonlySet<string>;
  /** Words of the phrase that tell something. */
  readonly telling: readonly string[];
}

/** Every way the catalogue knows of naming its data points, ready for matching. */
export interface Lexicon {
  /** The data points that a text may name, best first; none when it names none. */
  match(text: string, context?: string): readonly Candidate[];
}

const known = new WeakMap<Catalogue, Lexicon>();

/** The lexicon of a catalogue; made once. */
export function lexiconOf(catalogue: Catalogue): Lexicon {
  const found = known.get(catalogue) ?? buildLexicon(catalogue);
  known.set(catalogue, found);
  return found;
}

function buildLexicon(catalogue: Catalogue): Lexicon {
  const phrases = [...catalogue.dataPoints.values()].filter((one) => one.kind === 'sum').flatMap(phrasesOf);
  const byWord = new Map<string, Set<Phrase>>();
  for (const phrase of phrases) {
    for (const word of phrase.words) byWord.set(word, (byWord.get(word) ?? new Set()).add(phrase));
  }
  const ask = (words: readonly string[]): Phrase[] => [
    ...new Set(words.flatMap((word) => [...(byWord.get(word) ?? [])])),
  ];
  return {
    match(text, context = '') {
      const own = wordsOf(text);
      const all = context === '' ? own : [...wordsOf(context), ...own];
      const ratio = isRatio(text, own);
      if (isForecast(own) || own.length > 14) return [];
      const best = new Map<string, Candidate>();
      for (const phrase of ask(all)) {
        const score = Math.max(
          scoreOf(phrase, own),
          context === '' ? 0 : Math.min(0.97, scoreOf(phrase, all)),
          // The context alone never names a line: « Total » below « Logements » needs its own word to be neutral.
        );
        if (score === 0 || (ratio && !isRatio('', phrase.telling))) continue;
        if ((best.get(phrase.point.code)?.score ?? 0) < score) {
          best.set(phrase.point.code, { point: phrase.point, score });
        }
      }
      return [...best.values()].sort((one, other) => other.score - one.score);
    },
  };
}

function phrasesOf(point: DataPoint): Phrase[] {
  const texts = [point.label.fr, point.label.en, ...point.synonyms];
  const seen = new Set<string>();
  return texts.flatMap((text) => {
    // « dont État » is only clear below what it is part of.
    if (/^dont /.test(text)) return [];
    const list = wordsOf(text.replace(/\(.*?\)/g, (inside) => (text === point.label.fr ? '' : inside)));
    const key = [...list].sort().join(' ');
    if (list.length === 0 || seen.has(key)) return [];
    seen.add(key);
    const telling = list.filter((word) => !neutral.has(word));
    return [{ point, words: new Set(list), telling: telling.length > 0 ? telling : list }];
  });
}

/** 1 when heading and phrase say the same; less for words of the heading that nothing accounts for; 0 when a word lacks. */
function scoreOf({ point, words, telling }: Phrase, heading: readonly string[]): number {
  const given = new Set(heading);
  if (!telling.every((word) => given.has(word))) return 0;
  const unit = wordsOf(point.unit);
  const extra = [...given].filter(
    (word) =>
      !words.has(word) &&
      !neutral.has(word) &&
      !isUnitWord(word) &&
      !unit.includes(word) &&
      !/^(19|20)\d\d$/.test(word),
  );
  // Account numbers are no words.
  const strange = extra.filter((word) => !/^\d{3,}$/.test(word));
  if (strange.length === 0) return 1;
  return Math.max(0.3, 0.65 - 0.1 * strange.length);
}
