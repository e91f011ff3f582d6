/**
 * office.js hides `pushState` and `replaceState` behind properties of its own that are null; some libraries then break
 * on the first link. Taking those properties away shows the browser's again.
 */
export function restoreHistory(of: History): void {
  for (const name of ['pushState', 'replaceState'] as const) {
    if (Object.hasOwn(of, name) && of[name] === null) Reflect.deleteProperty(of, name);
  }
}
