import { shared } from './start.mjs';

export default async function stop() {
  await shared.browser?.close();
  await shared.server?.close();
}
