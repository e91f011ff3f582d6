const utf8 = new TextDecoder('utf-8', { fatal: true });
/**
 * What windows-1252 shows for the bytes 0x80 to 0x9F (the others are those of latin-1), from the WHATWG
 * encoding standard. By hand: some versions of Node decode « windows-1252 » as latin-1 and lose € and Œ.
 */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Below this, building the string by hand costs less than calling a decoder. */
const SHORT = 24;

/**
 * Text of some bytes: UTF-8 if they are valid UTF-8, else windows-1252 (of which latin-1 is the printable part).
 * Decided value by value: files put together from several sources mix both, and French text in windows-1252
 * is practically never valid UTF-8.
 */
export function decodeText(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let at = start;
  while (at < end && (bytes[at] ?? 0) < 128) at += 1;
  const part = bytes.subarray(start, end);
  if (at === end && end - start <= SHORT) return String.fromCharCode(...part);
  try {
    return utf8.decode(part);
  } catch {
    return fromWindows1252(part);
  }
}

function fromWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += byte < 0x80 || byte > 0x9f ? String.fromCharCode(byte) : HIGH.charAt(byte - 0x80);
  }
  return text;
}

function toWindows1252(character: string): number | undefined {
  const high = HIGH.indexOf(character);
  if (high >= 0) return high + 0x80;
  const code = character.charCodeAt(0);
  return code < 0x100 ? code : undefined;
}

/**
 * Text that went through the wrong encoding once (`MÃ©tropole`), as it was (`Métropole`). Text that is not
 * of that sort comes back unchanged; what became `?` is lost and stays so.
 */
export function repairMojibake(text: string): string {
  if (!/[ÂÃâ][\u0080-\u00bf\u0152-\u2122]/.test(text)) return text;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const byte = toWindows1252(text.charAt(at));
    if (byte === undefined) return text;
    bytes[at] = byte;
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return text;
  }
}
