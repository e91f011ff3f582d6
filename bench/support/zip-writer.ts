import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../src/xlsx/zip/checksum';
import type { SheetWriter, Strings } from './sheet-writer';
import { DECLARATION, escape, MAIN } from './sheet-writer';

interface NamedSheet {
  readonly name: string;
  readonly sheet: SheetWriter;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The workbook as a zip of the parts Excel writes. */
export function zipFiles(sheets: readonly NamedSheet[], strings: Strings): Uint8Array {
  const files: [string, string][] = [];
  const overrides: [string, string][] = [
    ['xl/workbook.xml', `${TYPE}.sheet.main+xml`],
    ['xl/styles.xml', `${TYPE}.styles+xml`],
    ['xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`],
    ['xl/calcChain.xml', `${TYPE}.calcChain+xml`],
  ];
  let tableNumber = 0;
  sheets.forEach(({ sheet }, i) => {
    const part = `xl/worksheets/sheet${i + 1}.xml`;
    files.push([part, sheet.xml()]);
    overrides.push([part, `${TYPE}.worksheet+xml`]);
    const rels = sheet.tables.map(({ name, ref, columns }, k) => {
      const id = ++tableNumber;
      const names = columns.map((one, c) => `<tableColumn id="${c + 1}" name="${escape(one)}"/>`).join('');
      files.push([
        `xl/tables/table${id}.xml`,
        `${DECLARATION}<table xmlns="${MAIN}" id="${id}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0"><autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${names}</tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>`,
      ]);
      overrides.push([`xl/tables/table${id}.xml`, `${TYPE}.table+xml`]);
      return relationship(`rId${k + 1}`, `${OFFICE}/table`, `../tables/table${id}.xml`);
    });
    if (rels.length > 0) files.push([`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, relationships(rels)]);
  });
  const chain = sheets.flatMap(({ sheet }, i) => sheet.formulas.map((ref) => `<c r="${ref}" i="${i + 1}"/>`));
  files.push(['xl/calcChain.xml', `${DECLARATION}<calcChain xmlns="${MAIN}">${chain.join('')}</calcChain>`]);
  files.push(['xl/sharedStrings.xml', strings.xml()], ['xl/styles.xml', STYLES]);
  files.push(['xl/workbook.xml', workbook(sheets)]);
  files.push(['xl/_rels/workbook.xml.rels', relationships(workbookRelationships(sheets.length))]);
  files.push([
    '_rels/.rels',
    relationships([relationship('rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml')]),
  ]);
  const types = overrides.map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`);
  files.unshift([
    '[Content_Types].xml',
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
  ]);
  return zip(files);
}

function workbook(sheets: readonly NamedSheet[]): string {
  const list = sheets.map(
    ({ name }, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const names = Array.from(
    { length: 190 },
    (_, i) => `<definedName name="poste_${i}">Budget!$C$${(i % 150) + 2}</definedName>`,
  );
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames><calcPr calcId="191029"/></workbook>`;
}

function workbookRelationships(count: number): string[] {
  const sheets = Array.from({ length: count }, (_, i) =>
    relationship(`rId${i + 1}`, `${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`),
  );
  return [
    ...sheets,
    relationship(`rId${count + 1}`, `${OFFICE}/styles`, 'styles.xml'),
    relationship(`rId${count + 2}`, `${OFFICE}/sharedStrings`, 'sharedStrings.xml'),
    relationship(`rId${count + 3}`, `${OFFICE}/calcChain`, 'calcChain.xml'),
  ];
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
}

function relationships(list: readonly string[]): string {
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`;

function zip(files: readonly (readonly [string, string])[]): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const content = Buffer.from(text);
    const data = deflateRawSync(content);
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(label.length, 22);
    chunks.push(Buffer.from('PK\x03\x04'), common, label, data);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, place, label);
    offset += 30 + label.length + data.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...chunks, list, end]);
}
