import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { developmentCertificate } from './serving/certificate.mjs';
import { cachingOf, findFile, segmentsOf, typeOf } from './serving/files.mjs';
import { addinFiles, manifestFor, officeJs } from './urls.mjs';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

/** Folders served, the longest address first. */
const ownMounts = () => [
  {
    at: '/office-js/',
    // Unmodified, from npm. Its folder is `agaveerrorux`, and the library asks for `AgaveErrorUX`.
    folder: join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist'),
    ignoreCase: true,
  },
  { at: '/simulateur/', folder: join(root, 'dist/simulator') },
  // Workbooks that the simulated Excel opens by name.
  { at: '/exemples/', folder: join(root, 'dist/exemples') },
  { at: '/', folder: join(root, 'dist/addin') },
];

/** In the simulation the page may load nothing from elsewhere: the browser itself proves it. */
const ownOriginOnly =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; " +
  "object-src 'none'; base-uri 'none'";

/**
 * Serves the add-in, the simulated Excel and the npm copy of office.js to this computer alone.
 *
 * The pane's page takes office.js from Microsoft's network, as Excel requires, except over http (which Excel never
 * uses) or with `?simulateur` in its address: there the page is given the npm copy and no other origin.
 *
 * @param {object} [options]
 * @param {number} [options.port] the first one tried, 3000 by default; the next ones when it is in use; 0 for any
 * @param {boolean | {key: string, cert: string}} [options.https] true for the development certificate
 * @param {readonly {at: string, folder: string, ignoreCase?: boolean}[]} [options.mounts] folders to serve besides
 * @returns {Promise<{url: string, port: number, certificate?: string, close: () => Promise<void>}>}
 */
export async function serve({ port = 3000, https = false, mounts = [] } = {}) {
  const certificate = https === true ? developmentCertificate(join(homedir(), '.impact-hlm')) : https;
  const places = [...mounts, ...ownMounts()].sort((a, b) => b.at.length - a.at.length);
  let url;
  const answer = (request, response) =>
    respond(request, response, { places, url, secure: Boolean(certificate) }).catch((error) => {
      if (!response.headersSent) send(response, 500, `Erreur du serveur : ${error.message}`);
      else response.destroy();
    });
  const create = () => (certificate ? createHttps(certificate, answer) : createHttp(answer));
  const { servers, port: taken } = await listen(create, port);
  url = `${certificate ? 'https' : 'http'}://localhost:${taken}`;
  const close = () =>
    Promise.all(
      servers.map((server) => new Promise((done) => (server.close(done), server.closeAllConnections()))),
    ).then(() => undefined);
  return { url, port: taken, certificate: certificate?.file, close };
}

/** Both addresses of localhost on one port: a browser tries either. Some systems have only the first. */
async function listen(create, first) {
  for (let port = first; port < first + 100; port++) {
    const servers = [];
    try {
      for (const host of ['127.0.0.1', '::1']) {
        const server = create();
        await new Promise((done, fail) =>
          server.once('error', fail).listen(servers[0]?.address().port ?? port, host, done),
        );
        servers.push(server);
      }
      return { servers, port: servers[0].address().port };
    } catch (error) {
      const noSecond = servers.length === 1 && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code);
      if (noSecond) return { servers, port: servers[0].address().port };
      for (const server of servers) server.close();
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
      if (first === 0) port = -1; // any free port: the first address found one the second could not take
    }
  }
  throw new Error(
    `Aucun port libre de ${first} à ${first + 99} : fermez un autre serveur ou donnez un autre port.`,
  );
}

function send(response, status, text, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...headers });
  response.end(`${text}\n`);
}

async function respond(request, response, { places, url, secure }) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return send(response, 405, 'Ce serveur ne fait que donner des fichiers.', { Allow: 'GET, HEAD' });
  }
  const [address, query = ''] = request.url.split('?');
  const segments = decoded(address);
  if (!segments) return send(response, 400, 'Cette adresse n’est pas correcte.');
  const path = `/${segments.join('/')}${address.endsWith('/') && segments.length > 0 ? '/' : ''}`;
  const place = places.find(({ at }) => `${path}/`.startsWith(at));
  const inside = segments.slice(place.at.split('/').length - 2);
  const found = await findFile(place, inside, path.endsWith('/'));
  if (found?.folder || (!found && path === '/') || `${path}/` === place.at) {
    const target = path === '/' ? '/simulateur/' : `${path}/`;
    return send(response, 302, target, { Location: target });
  }
  if (!found) return send(response, 404, `${path} n’existe pas ici.`);
  const local = path === `/${addinFiles.pane}` && (!secure || new URLSearchParams(query).has('simulateur'));
  return sendFile(request, response, found, { url, path, local });
}

function decoded(address) {
  try {
    return segmentsOf(decodeURIComponent(address));
  } catch {
    return undefined;
  }
}

async function sendFile(request, response, { file, stats }, { url, path, local }) {
  const caching = cachingOf(file);
  const tag = `"${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}${local ? 'l' : ''}"`;
  const headers = {
    'Content-Type': typeOf(file),
    'X-Content-Type-Options': 'nosniff',
    ETag: tag,
    ...(caching && { 'Cache-Control': caching }),
    ...(local && { 'Content-Security-Policy': ownOriginOnly }),
  };
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers);
    return response.end();
  }
  let content = await readFile(file);
  if (local) content = Buffer.from(content.toString().replace(officeJs.production, officeJs.local));
  // Over http there is nothing to change: Excel would not take it.
  const named = path === '/manifest.xml' || Object.values(addinFiles.metadata).includes(path.slice(1));
  if (named && url.startsWith('https:')) content = Buffer.from(manifestFor(content.toString(), url));
  response.writeHead(200, { ...headers, 'Content-Length': content.length });
  response.end(request.method === 'HEAD' ? undefined : content);
}

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      https: { type: 'boolean' },
      key: { type: 'string' },
      cert: { type: 'string' },
    },
  });
  const given = values.key &&
    values.cert && { key: readFileSync(values.key), cert: readFileSync(values.cert) };
  const { url, certificate } = await serve({
    port: Number(values.port ?? 3000),
    https: given || values.https,
  });
  console.log(`${url}/simulateur/   Excel simulé\n${url}/manifest.xml   à donner à Excel`);
  if (certificate) console.log(`Certificat de cet ordinateur : ${certificate}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
