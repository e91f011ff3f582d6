import { developmentUrl } from '../urls.mjs';

/** What a check says of one element. */
export const fault = (element, message) => ({ line: element.line, message });

/** The texts or addresses an element carries: its own value, or that of one language. */
export const values = (element) =>
  ['DefaultValue', 'Value'].flatMap((name) => element.attributes[name] ?? []);

/** The page or file of the add-in an address leads to, or undefined for any other address. */
export function pathOf(url = '') {
  return url.startsWith(`${developmentUrl}/`) ? url.slice(developmentUrl.length + 1) : undefined;
}
