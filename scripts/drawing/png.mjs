import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/**
 * A square PNG of 8-bit RGBA pixels, row by row from the top.
 * @param {Uint8Array} pixels `size × size × 4` bytes
 */
export function encodePng(pixels, size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8); // 8 bits a channel, RGBA
  const rows = Buffer.alloc(size * (size * 4 + 1)); // each row begins with its filter: 0, none
  for (let y = 0; y < size; y++)
    rows.set(pixels.subarray(y * size * 4, (y + 1) * size * 4), y * (size * 4 + 1) + 1);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * Width and height in pixels, from the header alone.
 * @returns {{width: number, height: number} | undefined} undefined when the file is not a PNG
 */
export function pngSize(file) {
  if (file.length < 24 || !file.subarray(0, 8).equals(signature)) return undefined;
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

/** The pixels of a PNG that `encodePng` wrote: one IDAT, no filter. Lets a test compare drawings. */
export function decodePng(file) {
  const { width: size } = pngSize(file);
  const length = file.readUInt32BE(33);
  const rows = inflateSync(file.subarray(41, 41 + length));
  const pixels = new Uint8Array(size * size * 4);
  for (let y = 0; y < size; y++) {
    const start = y * (size * 4 + 1) + 1;
    pixels.set(rows.subarray(start, start + size * 4), y * size * 4);
  }
  return { size, pixels };
}
