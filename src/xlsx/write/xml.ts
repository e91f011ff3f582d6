/** Excel counts UTF-16 units, and repairs the file above this. */
export const MAX_TEXT = 32_767;

/** What every XML part begins with. */
export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

// A literal `_x0041_` must be escaped too, or Excel would read it as `A`.
const illegal = /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;
// The same set with markup added: one cheap test spares most texts the rest.
const special = /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff&<>]|_x[0-9A-Fa-f]{4}_/;

const escapeUnit = (unit: string): string =>
  `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Text of an element, characters that XML forbids in Excel's own `_xHHHH_` form. */
export function escapeText(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replaceAll('\r\n', '\n')
    .replace(illegal, escapeUnit)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Value of an attribute; line breaks kept. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** A formula is code: only markup is escaped. */
export function escapeFormula(formula: string): string {
  return formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `<t>` keeps its outer spaces only when told to. */
export function textElement(text: string): string {
  const outerSpace = /^\s|\s$|\n/.test(text);
  return `<t${outerSpace ? ' xml:space="preserve"' : ''}>${escapeText(text)}</t>`;
}

/** Cuts a text to at most `max` UTF-16 units, « … » included, never through a pair of units. */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 2);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, splitsPair ? max - 2 : max - 1)}…`;
}

/** ` name="value"` for every value given, in order. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let written = '';
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) {
      written += ` ${name}="${typeof value === 'number' ? value : escapeAttribute(value)}"`;
    }
  }
  return written;
}
