import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contributionSheets } from '../../src/mapping';
import {
  appendSheets,
  bytesSource,
  inflatePortably,
  openArchive,
  openWorkbook,
  WorkbookRefused,
} from '../../src/xlsx';
import { sharedData } from '../support/shared';

describe('sheets added to workbooks that others wrote', () => {
  it('leave every part in place and can be read, or the file is refused by name', async () => {
    const folders = ['data/workbooks', 'data/corpus'].flatMap((path) => sharedData(path) ?? []);
    let done = 0;
    for (const folder of folders) {
      for (const file of readdirSync(folder).filter((name) => /\.xls[xm]$/.test(name))) {
        const before = readFileSync(join(folder, file));
        // Large ones prove nothing more.
        if (before.length > 40_000) continue;
        const names = await openWorkbook(bytesSource(before)).then(
          ({ sheets }) => sheets.map(({ name }) => name),
          () => undefined,
        );
        if (names === undefined) continue;
        const sheets = contributionSheets([], { year: 2024, catalogueVersion: '1' }, names);
        const after = await appendSheets(before, sheets).catch((error: unknown) => {
          if (error instanceof WorkbookRefused) return undefined;
          throw new Error(`${file}: ${String(error)}`);
        });
        if (after === undefined) continue;
        const workbook = await openWorkbook(bytesSource(after));
        expect([file, workbook.sheets.map(({ name }) => name)]).toEqual([
          file,
          [...names, ...sheets.map(({ name }) => name)],
        ]);
        const identity = await workbook.readTable('IMPACT_IDENTITE');
        expect([file, identity.cell(2, 1)]).toEqual([file, 2024]);
        const [old, now] = await Promise.all(
          [before, after].map((bytes) => openArchive(bytesSource(bytes), inflatePortably)),
        );
        const lost = old!.names.filter((name) => !now!.has(name) && !/calcChain/i.test(name));
        expect([file, lost]).toEqual([file, []]);
        done += 1;
      }
    }
    if (folders.length > 0) expect(done).toBeGreaterThan(30);
  });
});
