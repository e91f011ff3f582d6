import { isValidSiret } from '../../contribution';
import { repairMojibake, sampleRecords, separatorOf, type OpenedText } from '../text';
import {
  declarationPositions,
  DECLARATION_FIELDS,
  fieldNames,
  fieldOfHeading,
  headerPositions,
  HEADER_FIELDS,
  type FieldName,
} from './fields';
import { foreignKind, foreignTable } from './foreign';
import type { RplsLayout } from './layout';

const SEMICOLON = 59;
/** Headings may stand below others: the augmented CSV of the SDES has four lines of them. */
const TOP = 12;
/** Fields of ours a line must name to be the headings of an RPLS. */
const ENOUGH = 6;
const COMMUNE = /^(\d{4,5}|2[ab]\d{3})$/i;

/** How to read the file, by its content. Throws NotRpls, with a sentence, when it is something else. */
export function recogniseRpls(opened: OpenedText): RplsLayout {
  if (opened.kind !== 'text') throw foreignKind(opened.kind);
  const separator = separatorOf(opened) ?? SEMICOLON;
  const records = sampleRecords(opened, separator, 60);
  // The last record of a sample may be cut; a whole small file ends there.
  const layout = withHeadings(records, separator) ?? declaration(records, separator);
  if (layout) return layout;
  throw foreignTable(records.find((record) => record.some((one) => one !== '')) ?? []);
}

function withHeadings(records: readonly string[][], separator: number): RplsLayout | undefined {
  for (const [row, record] of records.slice(0, TOP).entries()) {
    const columns: Partial<Record<FieldName, number>> = {};
    record.forEach((heading, column) => {
      const name = fieldOfHeading(heading);
      if (name !== undefined) columns[name] ??= column;
    });
    if (columns.DEPCOM === undefined || Object.keys(columns).length < ENOUGH) continue;
    const restricted = columns.MODE !== undefined || columns.LOYERPRINC !== undefined;
    const isData = (one: readonly string[]) => COMMUNE.test(one[columns.DEPCOM ?? 0] ?? '');
    const first = records.findIndex((one, at) => at > row && isData(one));
    const below = first < 0 || first > row + TOP ? row + 1 : first;
    return {
      kind: restricted ? 'restricted' : 'open',
      separator,
      fields: record.length,
      columns,
      headingLines: headingsOnly(records, row, below),
      ...vintage(record),
    };
  }
  return undefined;
}

/** Lines of descriptions below the headings belong to them; a dwelling without its commune does not. */
function headingsOnly(records: readonly string[][], row: number, first: number): number {
  let last = row + 1;
  while (last < first && !(records[last] ?? []).some((one) => /^\d+$/.test(one))) last += 1;
  return last;
}

/** What the headings tell of the vintage: the neighbourhoods of year N are those of the survey of N + 1. */
function vintage(headings: readonly string[]): Pick<RplsLayout, 'year' | 'yearAtLeast'> {
  const year = headings.map((one) => /^PLG_IRIS(20\d\d)_/i.exec(one)?.[1]).find((one) => one !== undefined);
  if (year !== undefined) return { year: Number(year) };
  // The files of the surveys of 2016 and 2017 have suffixed headings, those from 2018 on have not.
  return { yearAtLeast: headings.some((one) => /^depcom_red$/i.test(one)) ? 2015 : 2017 };
}

function declaration(records: readonly string[][], separator: number): RplsLayout | undefined {
  const [header = []] = records;
  const isHeader = header.length >= headerPositions.lines + 1 && header.length <= HEADER_FIELDS + 2;
  const dated = isHeader && /^20\d\d$/.test(header[headerPositions.year] ?? '');
  const dwellings = records.slice(dated ? 1 : 0).filter((record) => looksDeclared(record));
  if (dwellings.length === 0) return undefined;
  if (!dated && dwellings.length * 2 < records.length) return undefined;
  const columns = Object.fromEntries(
    fieldNames.flatMap((name) => {
      const position = declarationPositions[name];
      return position === undefined ? [] : [[name, position - 1]];
    }),
  );
  return {
    kind: 'declaration',
    separator,
    fields: mostFrequent(dwellings.map((record) => record.length)),
    columns,
    headingLines: dated ? 1 : 0,
    ...(dated ? ofHeader(header) : {}),
  };
}

function looksDeclared(record: readonly string[]): boolean {
  const at = (name: FieldName) => record[(declarationPositions[name] ?? 0) - 1] ?? '';
  return (
    record.length >= DECLARATION_FIELDS &&
    COMMUNE.test(at('DEPCOM')) &&
    /^[1-5]?$/.test(at('DROIT')) &&
    /^[CIE]?$/i.test(at('TYPECONST'))
  );
}

/** The survey of year N describes the stock of 1 January N: the end of reporting year N - 1. */
function ofHeader(header: readonly string[]): Pick<RplsLayout, 'landlord' | 'announced' | 'year'> {
  const siret = (header[headerPositions.siret] ?? '').replace(/\s/g, '');
  const announced = Number(header[headerPositions.lines]);
  return {
    year: Number(header[headerPositions.year]) - 1,
    landlord: {
      siren: isValidSiret(siret) ? siret.slice(0, 9) : '',
      name: repairMojibake(header[headerPositions.name] ?? ''),
      number: header[headerPositions.landlord] ?? '',
    },
    ...(Number.isInteger(announced) && announced > 0 ? { announced } : {}),
  };
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
