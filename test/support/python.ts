import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Python of this computer that has openpyxl: what many landlords' own scripts write workbooks with. */
export function findOpenpyxl(): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'python3'))
    .find((python) => {
      try {
        accessSync(python, constants.X_OK);
        return spawnSync(python, ['-c', 'import openpyxl']).status === 0;
      } catch {
        return false;
      }
    });
}
