import { useSyncExternalStore } from 'react';
import type { Appearance } from '../ui/theme';

const CONTRAST = '(forced-colors: active)';
const DARK = '(prefers-color-scheme: dark)';

const matches = (query: string): boolean => typeof matchMedia === 'function' && matchMedia(query).matches;

/** Whether a colour (`#1f1f1f`) is dark, by its luminance; undefined for anything else. */
export function isDark(colour: string | undefined): boolean | undefined {
  const [, red = '', green = '', blue = ''] =
    /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/iu.exec(colour ?? '') ?? [];
  if (red === '') return undefined;
  const [r, g, b] = [red, green, blue].map((part) => parseInt(part, 16)) as [number, number, number];
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
}

/** High contrast wins; then Excel's own theme where it tells one; then the system's choice. */
function appearanceOf(officeBackground: string | undefined): Appearance {
  if (matches(CONTRAST)) return 'contrast';
  return (isDark(officeBackground) ?? matches(DARK)) ? 'dark' : 'light';
}

function current(): Appearance {
  const theme = typeof Office === 'undefined' ? undefined : Office.context?.officeTheme;
  return appearanceOf(theme?.bodyBackgroundColor);
}

/** Excel does not say when its theme changes: looked at again when the person comes back to the pane. */
function watch(changed: () => void): () => void {
  const queries = typeof matchMedia === 'function' ? [matchMedia(CONTRAST), matchMedia(DARK)] : [];
  for (const query of queries) query.addEventListener('change', changed);
  window.addEventListener('focus', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
    window.removeEventListener('focus', changed);
  };
}

/** How the pane is to look now. */
export function useAppearance(): Appearance {
  return useSyncExternalStore(watch, current, () => 'light');
}
