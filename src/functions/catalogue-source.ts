import type { Catalogue } from '../catalogue';

/** Thrown by a call that needs the catalogue before it is there: `load` fetches it, then the call is made again. */
export class CatalogueNotLoaded extends Error {
  override readonly name = 'CatalogueNotLoaded';
}

let source: (() => Catalogue) | undefined;

/** Says where the catalogue comes from; the add-in fetches it, tests and benches have it at once. */
export function provideCatalogue(get: () => Catalogue): void {
  source = get;
}

/** The catalogue; throws CatalogueNotLoaded as long as it is not there. */
export function catalogueNow(): Catalogue {
  if (!source) throw new CatalogueNotLoaded('The catalogue has not been provided (provideCatalogue).');
  return source();
}

/** Fetches the catalogue, a part of the program of its own. */
export async function loadCatalogue(): Promise<void> {
  if (source) return;
  const { catalogue } = await import(/* webpackChunkName: "catalogue" */ '../catalogue');
  provideCatalogue(() => catalogue);
}

/** Fetches the texts of the catalogue, which no calculation needs: definitions, questions, worked examples. */
export async function loadCatalogueTexts(): Promise<void> {
  const { loadTexts } = await import(/* webpackChunkName: "catalogue" */ '../catalogue');
  await loadTexts();
}
