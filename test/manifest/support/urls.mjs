import { readFileSync } from 'node:fs';
import { manifestFor, publishedUrl } from '../../../scripts/urls.mjs';

const { manifest, addresses } = JSON.parse(readFileSync(0, 'utf8'));
const results = addresses.map((address) => {
  try {
    const url = publishedUrl({ IMPACT_URL: address });
    return { url, manifest: manifestFor(manifest, url) };
  } catch (error) {
    return { refused: error.message };
  }
});
console.log(JSON.stringify(results));
