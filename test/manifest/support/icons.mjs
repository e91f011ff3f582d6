import { icons } from '../../../scripts/icons.mjs';
import { decodePng } from '../../../scripts/drawing/png.mjs';

const drawn = icons().map(({ file, content }) => ({
  file,
  pixels: Buffer.from(decodePng(content).pixels).toString('base64'),
}));
console.log(JSON.stringify(drawn));
