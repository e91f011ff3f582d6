/** Every address of the add-in derives from these; manifest.xml is written with the development one. */
export const developmentUrl = 'https://localhost:3000';

/** Where Excel takes office.js from, and where our own server offers the npm copy for tests and the simulation. */
export const officeJs = {
  production: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  local: '/office-js/office.js',
};

/**
 * The address the add-in will be published at: IMPACT_URL, else the development address.
 * @returns {string} without a final slash; may have a path (`https://union.example.fr/impact`)
 * @throws {Error} when IMPACT_URL is not an https address: Excel refuses anything else
 */
export function publishedUrl(environment = process.env) {
  const given = environment.IMPACT_URL?.trim();
  if (!given) return developmentUrl;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.protocol !== 'https:' || url.search || url.hash) {
    throw new Error(
      `IMPACT_URL vaut « ${given} » : donnez une adresse https sans paramètre, par exemple https://impact.mon-union.fr.`,
    );
  }
  return url.href.replace(/\/+$/, '');
}

/**
 * The manifest for another address than the development one. `AppDomain` takes an origin, everything else may
 * have a path.
 */
export function manifestFor(manifest, url) {
  const domain = (base) => `<AppDomain>${base}</AppDomain>`;
  return manifest
    .replaceAll(domain(developmentUrl), domain(new URL(url).origin))
    .replaceAll(`"${developmentUrl}/`, `"${url}/`);
}

/** What the built add-in serves under the names the manifest gives; all other files have a hash in their name. */
export const addinFiles = {
  pane: 'taskpane.html',
  functions: 'functions.js',
  metadata: { fr: 'functions-fr.json', en: 'functions-en.json' },
  guide: { fr: 'aide/', en: 'aide/en/' },
};
