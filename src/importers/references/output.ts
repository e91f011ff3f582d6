import type { Zoning } from '../../territory';
import { area, cell, Grid, headings, palette, styles, type SheetModel, type WorkbookModel } from '../../xlsx';
import type { ImportedReferences } from './model';

/** A field of a `;` file; text that a spreadsheet would take for a formula stays text. */
function field(value: string | number): string {
  const text = typeof value === 'number' ? String(value).replace('.', ',') : value;
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const csv = (rows: Iterable<readonly (string | number)[]>): string =>
  `\uFEFF${[...rows].map((row) => row.map(field).join(';')).join('\r\n')}\r\n`;

const referenceColumns = ['code', 'annee', 'territoire', 'valeur', 'source'] as const;
const zoningColumns = ['table', 'territoire', 'valeur', 'source', 'date'] as const;

type Row = readonly (string | number)[];

function* referenceRows(imports: readonly ImportedReferences[]): Generator<Row> {
  for (const { values, source } of imports)
    for (const one of values)
      yield [`ref.${one.code}`, one.year, one.territory, one.value, one.source ?? source];
}

function* zoningRows(zonings: readonly Zoning[]): Generator<Row> {
  for (const { name, source, date, zoneOf } of zonings)
    for (const [commune, zone] of zoneOf) yield [name, commune, zone, source, date ?? ''];
}

/** What `consolidate --references` reads; undefined when there are no figures. */
export function referencesCsv(imports: readonly ImportedReferences[]): string | undefined {
  const rows = [...referenceRows(imports)];
  return rows.length === 0 ? undefined : csv([referenceColumns, ...rows]);
}

/** What `consolidate --zonings` reads; undefined when there are no zones. */
export function zoningsCsv(imports: readonly ImportedReferences[]): string | undefined {
  const rows = [...zoningRows(imports.flatMap((one) => one.zonings))];
  return rows.length === 0 ? undefined : csv([zoningColumns, ...rows]);
}

/**
 * A workbook with the tables `IMPACT_ZONAGES` and `IMPACT_REFERENCES`, and one that says where each comes from and
 * what became of every line. `modified` is given, never the clock.
 */
export function referencesWorkbook(imports: readonly ImportedReferences[], modified: Date): WorkbookModel {
  const zonings = [...zoningRows(imports.flatMap((one) => one.zonings))];
  const references = [...referenceRows(imports)];
  return {
    title: 'Tables de référence',
    creator: 'Impact HLM',
    modified,
    sheets: [
      accountSheet(imports),
      ...(zonings.length > 0
        ? [tableSheet('Zonages', 'IMPACT_ZONAGES', zoningColumns, [12, 14, 34, 60, 14], zonings)]
        : []),
      ...(references.length > 0
        ? [tableSheet('Références', 'IMPACT_REFERENCES', referenceColumns, [34, 8, 18, 16, 60], references)]
        : []),
    ],
    properties: { impact_classeur: 'references' },
  };
}

function tableSheet(
  name: string,
  table: string,
  columns: readonly string[],
  widths: readonly number[],
  rows: readonly Row[],
): SheetModel {
  const grid = new Grid();
  grid.add(headings(columns, styles.heading));
  grid.addLater(rows.length, (index) => (rows[index] ?? []).map((one) => cell(one)));
  return {
    name,
    columns: widths.map((width) => ({ width })),
    ...grid.content(),
    freeze: { rows: 1, columns: 0 },
    tables: [{ name: table, ref: area(0, 0, rows.length, columns.length - 1), columns: [...columns] }],
    tabColor: palette.primary,
  };
}

const fateWords = {
  read: ['lue', 'lues'],
  carried: ['reprise pour la commune d’aujourd’hui', 'reprises pour la commune d’aujourd’hui'],
  duplicate: ['répétée', 'répétées'],
  contradicted: ['contradictoire', 'contradictoires'],
  superseded: ['remplacée par la ligne d’aujourd’hui', 'remplacées par la ligne d’aujourd’hui'],
  no_value: ['sans valeur', 'sans valeur'],
  unknown_code: ['au code inconnu', 'au code inconnu'],
  no_code: ['sans code', 'sans code'],
  blank: ['vide', 'vides'],
  heading: ['de titres', 'de titres'],
} as const;

/** What became of every line of a file, in French: `34 875 lues, 1 titres`. */
export function accountWords({ account }: Pick<ImportedReferences, 'account'>): string {
  return Object.entries(fateWords)
    .flatMap(([fate, words]) => {
      const count = account.fates[fate as keyof typeof fateWords];
      return count > 0 ? [`${count.toLocaleString('fr-FR')} ${words[count === 1 ? 0 : 1]}`] : [];
    })
    .join(', ');
}

function accountSheet(imports: readonly ImportedReferences[]): SheetModel {
  const grid = new Grid();
  grid.add([cell('Tables de référence', styles.title)], 26);
  grid.add([cell('D’où vient chaque table, et ce que sont devenues les lignes du fichier.', styles.note)]);
  grid.skip();
  grid.add(
    headings(
      ['Fichier', 'Nature', 'Date', 'Lignes', 'Ce qu’elles sont devenues', 'Tables et codes'],
      styles.heading,
    ),
  );
  for (const one of imports) {
    const tables = one.zonings.map(({ name, zoneOf }) => `${name} (${zoneOf.size} communes)`);
    grid.add([
      cell(one.file, styles.text),
      cell(one.label, styles.text),
      cell(one.date, styles.text),
      cell(one.account.lines, { ...styles.number, format: '#,##0' }),
      cell(accountWords(one), styles.text),
      cell([...tables, ...one.series.map(({ code }) => `ref.${code}`)].join(', '), styles.text),
    ]);
  }
  grid.skip();
  grid.add([cell('Remarques', { bold: true, color: palette.ink })]);
  for (const { file, remarks } of imports)
    for (const { message } of remarks)
      grid.add([cell(file, styles.text), cell(message, { ...styles.text, wrap: false })]);
  return {
    name: 'Origine',
    columns: [36, 50, 12, 10, 60, 50].map((width) => ({ width })),
    rows: grid.rows(),
    gridLines: false,
    tabColor: palette.muted,
  };
}

/** What software reads: every zone, every figure, every line's fate. */
export function referencesToJson(imports: readonly ImportedReferences[]): unknown {
  return {
    files: imports.map((one) => ({
      file: one.file,
      layout: one.layout,
      label: one.label,
      sheet: one.sheet,
      source: one.source,
      date: one.date,
      lines: one.account.lines,
      account: one.account,
      zonings: one.zonings.map(({ name, label, zoneOf }) => ({
        table: name,
        label,
        communes: zoneOf.size,
        zones: countZones(zoneOf),
      })),
      series: one.series,
      remarks: one.remarks.map(({ level, code, message, source }) => ({ level, code, message, ...source })),
    })),
    zonings: imports.flatMap(({ zonings }) =>
      zonings.flatMap(({ name, zoneOf }) =>
        [...zoneOf].map(([territory, value]) => ({ table: name, territory, value })),
      ),
    ),
    references: imports.flatMap(({ values, source }) =>
      values.map(({ code, ...one }) => ({ code: `ref.${code}`, source, ...one })),
    ),
  };
}

function countZones(zoneOf: ReadonlyMap<string, string>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const zone of zoneOf.values()) counts[zone] = (counts[zone] ?? 0) + 1;
  return counts;
}
