import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ensureSample } from '../../scripts/sample-workbook.mjs';

/** 720 € for 130 m², in the cell AZ1 of the first sheet; stored as Excel stores it, without its value. */
const cell = '<c r="AZ1"><f>_xldudf_IMPACT_LOYER_M2({300,420},{60,70})</f></c>';

/** Writes the sample workbook with one formula of ours that was never calculated. */
export async function writeWorkbook(folder) {
  const name = 'mesure.xlsx';
  const parts = unzipSync(await readFile(await ensureSample()));
  const sheet = 'xl/worksheets/sheet1.xml';
  const xml = strFromU8(parts[sheet]);
  const [row] = /<row r="1"[^>]*>/u.exec(xml) ?? [];
  const changed = row?.endsWith('/>')
    ? xml.replace(row, `${row.slice(0, -2)}>${cell}</row>`)
    : row
      ? xml.replace('</row>', `${cell}</row>`)
      : xml.replace('<sheetData>', `<sheetData><row r="1">${cell}</row>`);
  if (changed === xml) throw new Error('The first sheet of the sample has no place for a formula.');
  await writeFile(join(folder, name), zipSync({ ...parts, [sheet]: strToU8(changed) }));
  return name;
}
