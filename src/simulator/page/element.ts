/** An element of the page by its id. Throws when the page lacks it: the two files are written together. */
export function element<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new RangeError(`no element ${id}`);
  return found as T;
}

/** Shows a sentence above the grid, or takes it away. */
export function showMessage(text: string | undefined): void {
  const place = element('message');
  place.textContent = text ?? '';
  place.hidden = text === undefined;
}
