import { rm } from 'node:fs/promises';

export default async function stop() {
  await rm(process.env.IMPACT_TEMPORARY, { recursive: true, force: true });
}
