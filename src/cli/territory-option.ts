import { parseTerritory } from '../territory';
import type { Arguments } from './arguments';
import { CannotRun } from './errors';

/** `--territory` as a code; CannotRun when it is none. */
export function territoryOption(args: Arguments): { territory?: string } {
  const text = args.text('territory');
  if (text === undefined) return {};
  const place = parseTerritory(text);
  if (!place)
    throw new CannotRun(`« ${text} » n’est pas un territoire connu : écrivez par exemple REG:28 ou DEP:14.`);
  return { territory: place.code };
}
