import { corrupt } from '../zip/refused';
import { decodeExcelEscapes } from './escapes';
import type { Block } from './reference';
import { parseBlock } from './reference';
import { walkXml } from './xml';

/** An Excel table as its part declares it. */
export interface TableInfo {
  /** As people write it in formulas; compared without regard to case. */
  readonly name: string;
  readonly sheet: string;
  /** `A1:D20`, headings and totals row included. */
  readonly ref: string;
  /** Headings, left to right, as written (line breaks decoded). */
  readonly columns: readonly string[];
  /** 0 when the headings are hidden. */
  readonly headerRows: number;
  readonly totalsRows: number;
  /** Cells of `ref`, zero-based. */
  readonly block: Block;
}

/** Reads `table1.xml`. */
export function parseTable(xml: string, sheet: string): TableInfo {
  const columns: string[] = [];
  let table: Omit<TableInfo, 'columns'> | undefined;
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'tableColumn') columns.push(decodeExcelEscapes(attributes().name ?? ''));
      if (name !== 'table' || table !== undefined) return;
      const { displayName, name: internalName, ref = '', headerRowCount, totalsRowCount } = attributes();
      const tableName = decodeExcelEscapes(displayName ?? internalName ?? '');
      const block = parseBlock(ref);
      if (block === undefined) throw corrupt(`tableau « ${tableName} » : plage « ${ref} »`);
      table = {
        name: tableName,
        sheet,
        ref,
        headerRows: count(headerRowCount, 1),
        totalsRows: count(totalsRowCount, 0),
        block,
      };
    },
  });
  if (table === undefined) throw corrupt(`tableau illisible dans la feuille « ${sheet} »`);
  return { ...table, columns };
}

function count(text: string | undefined, otherwise: number): number {
  const value = Number(text ?? otherwise);
  return Number.isInteger(value) && value >= 0 ? value : otherwise;
}
