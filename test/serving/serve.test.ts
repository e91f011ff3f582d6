import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get as getPlain, request, type IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

interface Server {
  readonly url: string;
  readonly port: number;
  readonly certificate?: string;
  readonly stop: () => Promise<unknown>;
}

const home = mkdtempSync(join(tmpdir(), 'impact-'));
const site = join(home, 'site');
const cdn = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

const mounts = [
  { at: '/essai/', folder: site },
  { at: '/sans-casse/', folder: site, ignoreCase: true },
];

/** Starts a server of some folders of ours, and waits until it answers. */
function start(options: object): Promise<Server> {
  const child = spawn(
    'node',
    [join(__dirname, 'server.mjs'), JSON.stringify({ port: 0, mounts, ...options })],
    {
      env: { ...process.env, HOME: home, USERPROFILE: home },
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const ended = new Promise((done) => child.once('exit', done));
  const stop = () => (child.stdin.end(), ended);
  return new Promise((done, fail) => {
    child.once('exit', () => fail(new Error('The server stopped.')));
    createInterface(child.stdout).once('line', (line) => done({ ...JSON.parse(line), stop }));
  });
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Asks for a path as it is written: `fetch` would mend `..` first. */
function ask(
  { url, certificate }: Server,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { port } = new URL(url);
  const get = certificate ? getSecure : getPlain;
  const options = {
    host: 'localhost',
    port,
    path,
    headers,
    ...(certificate && { ca: readFileSync(certificate) }),
  };
  return new Promise((done, fail) => {
    get(options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString(),
        }),
      );
    }).on('error', fail);
  });
}

beforeAll(() => {
  mkdirSync(join(site, 'Images'), { recursive: true });
  writeFileSync(join(home, 'secret.txt'), 'secret');
  writeFileSync(join(site, '.env'), 'secret');
  writeFileSync(join(site, 'index.html'), '<p>été</p>');
  writeFileSync(join(site, 'page.0a1b2c3d.js'), 'let a;');
  writeFileSync(join(site, 'Images/Icone-16.png'), 'png');
  symlinkSync(join(home, 'secret.txt'), join(site, 'lien.txt'));
});

afterAll(() => rmSync(home, { recursive: true }));

describe('the local server', () => {
  let server: Server;
  beforeAll(async () => (server = await start({})));
  afterAll(() => server.stop());

  test('gives a file with its type', async () => {
    const { status, headers, body } = await ask(server, '/essai/');
    expect([status, headers['content-type'], body]).toEqual([200, 'text/html; charset=utf-8', '<p>été</p>']);
  });

  test.each([
    ['/essai/../secret.txt', 400],
    ['/essai/%2e%2e/secret.txt', 400],
    ['/essai/..%2fsecret.txt', 400],
    ['/essai/..%5csecret.txt', 400],
    ['/essai/.env', 400],
    ['/essai/%', 400],
    ['/essai/%00', 400],
    ['/essai/lien.txt', 404],
    ['/essai/rien', 404],
    ['//etc/passwd', 404],
  ])('gives nothing outside of its folders: %s', async (path, expected) => {
    const { status, body } = await ask(server, path);
    expect(status).toBe(expected);
    expect(body).not.toBe('secret');
  });

  test('sends a folder to its own address', async () => {
    const { status, headers } = await ask(server, '/essai');
    expect([status, headers.location]).toEqual([302, '/essai/']);
  });

  test('minds the case of names, except where told not to', async () => {
    expect((await ask(server, '/essai/images/icone-16.PNG')).status).toBe(404);
    expect((await ask(server, '/sans-casse/images/icone-16.PNG')).status).toBe(200);
  });

  // office.js asks for `AgaveErrorUX/index.html`, and npm has the folder in lower case: nothing would start.
  test('finds the consent page of office.js', async () => {
    expect((await ask(server, '/office-js/AgaveErrorUX/index.html')).status).toBe(200);
    expect((await ask(server, '/office-js/office.js')).headers['content-type']).toContain('javascript');
  });

  test('lets a browser keep what has a hash, and says nothing of pictures', async () => {
    const caching = async (path: string) => (await ask(server, path)).headers['cache-control'];
    expect(await caching('/essai/page.0a1b2c3d.js')).toBe('public, max-age=31536000, immutable');
    expect(await caching('/essai/index.html')).toBe('no-cache');
    expect(await caching('/essai/Images/Icone-16.png')).toBeUndefined();
  });

  test('does not send again what the browser has', async () => {
    const { headers } = await ask(server, '/essai/');
    const { status, body } = await ask(server, '/essai/', { 'If-None-Match': String(headers.etag) });
    expect([status, body]).toEqual([304, '']);
  });

  test('takes no orders', async () => {
    const status = await new Promise((done) => {
      request({ host: 'localhost', port: server.port, path: '/essai/', method: 'POST' }, (response) => {
        response.resume();
        done(response.statusCode);
      }).end();
    });
    expect(status).toBe(405);
  });

  test('takes the next port when its own is in use', async () => {
    const other = await start({ port: server.port });
    try {
      expect(other.port).toBeGreaterThan(server.port);
      expect((await ask(other, '/essai/')).status).toBe(200);
    } finally {
      await other.stop();
    }
  });
});

describe('the page of the pane', () => {
  const page = `<script src="${cdn}"></script>`;

  beforeAll(() => {
    mkdirSync(join(home, 'pane'));
    writeFileSync(join(home, 'pane/taskpane.html'), page);
    writeFileSync(join(home, 'pane/manifest.xml'), '<a b="https://localhost:3000/taskpane.html"/>');
    writeFileSync(
      join(home, 'pane/functions-en.json'),
      '{"helpUrl":"https://localhost:3000/aide/en/x.html"}',
    );
  });

  test('takes office.js from npm over http, and may load nothing from elsewhere', async () => {
    const server = await start({ mounts: [{ at: '/', folder: join(home, 'pane') }] });
    try {
      const { headers, body } = await ask(server, '/taskpane.html?_host_Info=Excel');
      expect(body).toBe('<script src="/office-js/office.js"></script>');
      expect(headers['content-security-policy']).toContain("default-src 'self'");
    } finally {
      await server.stop();
    }
  });

  test('takes office.js from Microsoft over https, except in the simulation', async () => {
    const server = await start({ https: true, mounts: [{ at: '/', folder: join(home, 'pane') }] });
    try {
      expect(server.url).toMatch(/^https:\/\/localhost:\d+$/);
      expect((await ask(server, '/taskpane.html')).body).toBe(page);
      expect((await ask(server, '/manifest.xml')).body).toBe(`<a b="${server.url}/taskpane.html"/>`);
      // The help that Excel opens is where the add-in is.
      expect((await ask(server, '/functions-en.json')).body).toBe(
        `{"helpUrl":"${server.url}/aide/en/x.html"}`,
      );
      expect((await ask(server, '/taskpane.html?simulateur&x=1')).body).toContain(
        'src="/office-js/office.js"',
      );
    } finally {
      await server.stop();
    }
  });
});
