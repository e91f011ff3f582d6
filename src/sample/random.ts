/** Numbers that look drawn by chance and are the same on every computer. */
export interface Chance {
  /** From 0 (included) to 1 (excluded). */
  next(): number;
  between(low: number, high: number): number;
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  /** One of the choices; throws when there is none. */
  pick<Choice>(choices: readonly Choice[]): Choice;
  /** The choices in another order. */
  shuffled<Choice>(choices: readonly Choice[]): Choice[];
  /** A factor within `1 ± spread`, never negative. */
  factor(spread: number): number;
}

function seedOf(text: string): number {
  // FNV-1a: neighbouring texts give unrelated seeds.
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * A source of chance named by a text: each part of the sample has its own, so that changing one part
 * leaves the others as they were. (mulberry32: small, and only whole-number arithmetic.)
 */
export function chanceOf(name: string): Chance {
  let state = seedOf(name);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    between: (low, high) => low + next() * (high - low),
    pick: (choices) => {
      const index = whole(0, choices.length - 1);
      const choice = choices[index];
      if (choice === undefined) throw new RangeError('Nothing to pick from.');
      return choice;
    },
    shuffled: (choices) =>
      choices
        .map((choice) => ({ choice, rank: next() }))
        .sort((one, other) => one.rank - other.rank)
        .map(({ choice }) => choice),
    factor: (spread) => Math.max(0, 1 + spread * (2 * next() - 1)),
  };
}
