import { generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * A certificate for this computer alone (localhost, 127.0.0.1, ::1), signed with its own key, because Excel takes
 * add-ins by https only. node:crypto reads certificates but does not make them; the few DER structures of RFC 5280
 * that one needs are written here.
 */

const days = 397;

function der(tag, ...contents) {
  const body = Buffer.concat(contents.map((one) => Buffer.from(one)));
  if (body.length < 128) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.from(body.length.toString(16).padStart(body.length > 255 ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
}

const sequence = (...parts) => der(0x30, ...parts);
const set = (...parts) => der(0x31, ...parts);
const integer = (bytes) => der(0x02, bytes);
const octets = (...parts) => der(0x04, ...parts);
const bits = (bytes, unused = 0) => der(0x03, [unused], bytes);
const utf8 = (text) => der(0x0c, Buffer.from(text, 'utf8'));
const utcTime = (date) => der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));

/** An object identifier: the first two numbers share a byte, the others are written in base 128. */
function oid(text) {
  const [first, second, ...rest] = text.split('.').map(Number);
  const bytes = rest.flatMap((number) => {
    const groups = [number & 0x7f];
    for (let left = number >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return der(0x06, [first * 40 + second, ...bytes]);
}

const extension = (id, value, critical = false) =>
  sequence(oid(id), ...(critical ? [der(0x01, [0xff])] : []), octets(value));

/**
 * A fresh key and its certificate, in PEM. P-256, 397 days: what today's browsers and systems accept.
 * @returns {{key: string, cert: string}}
 */
function makeCertificate(now = new Date()) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = sequence(oid('1.2.840.10045.4.3.2')); // ecdsa-with-SHA256
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8('Impact HLM (localhost)'))));
  const end = new Date(now.getTime() + days * 86_400_000);
  const publicDer = publicKey.export({ type: 'spki', format: 'der' });
  const serial = Buffer.concat([Buffer.from([0x01]), randomBytes(8)]); // positive
  const names = sequence(
    der(0x82, Buffer.from('localhost')),
    der(0x87, [127, 0, 0, 1]),
    der(0x87, [...new Array(15).fill(0), 1]),
  );
  const extensions = sequence(
    extension('2.5.29.19', sequence(), true), // not an authority
    extension('2.5.29.15', bits([0x80], 7), true), // digital signature
    extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))), // server
    extension('2.5.29.17', names),
  );
  const body = sequence(
    der(0xa0, integer([2])), // version 3
    integer(serial),
    algorithm,
    name,
    sequence(utcTime(now), utcTime(end)),
    name,
    publicDer,
    der(0xa3, extensions),
  );
  const certificate = sequence(body, algorithm, bits(sign('sha256', body, privateKey)));
  const lines = certificate
    .toString('base64')
    .match(/.{1,64}/g)
    .join('\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

/**
 * The development certificate of this checkout, made on first use and again when it expires within a week.
 * @param {string} folder where `localhost.pem` and `localhost-key.pem` are kept, outside of what is committed
 */
export function developmentCertificate(folder) {
  const [keyFile, certFile] = ['localhost-key.pem', 'localhost.pem'].map((name) => join(folder, name));
  if (existsSync(keyFile) && existsSync(certFile)) {
    const kept = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };
    const end = new Date(new X509Certificate(kept.cert).validTo).getTime();
    if (end - Date.now() > 7 * 86_400_000) return { ...kept, file: certFile };
  }
  const made = makeCertificate();
  mkdirSync(folder, { recursive: true });
  writeFileSync(keyFile, made.key, { mode: 0o600 });
  writeFileSync(certFile, made.cert);
  return { ...made, file: certFile };
}
