const plainWords = (text: string): string =>
  ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()} `;

/**
 * A test on labels from words as a person writes them in the table: `réhabilitation ou composants sauf
 * acquisition` holds for a label with one of the first words and none of the last. Whole words, without case or
 * accents; no words: any label.
 */
export function labelTest(words: string): (label: string) => boolean {
  const [asked = '', refused = ''] = words.split(/\bsauf\b/iu);
  const wanted = alternatives(asked);
  const unwanted = alternatives(refused);
  if (wanted.length === 0 && unwanted.length === 0) return () => true;
  return (label) => {
    const plain = plainWords(label);
    const has = (one: string): boolean => plain.includes(one);
    return (wanted.length === 0 || wanted.some(has)) && !unwanted.some(has);
  };
}

function alternatives(words: string): string[] {
  return words
    .split(/\bou\b|;|\|/iu)
    .map(plainWords)
    .filter((one) => one.trim() !== '');
}
