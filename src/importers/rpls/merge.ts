import type { RplsFact, RplsImport, RplsRentCell } from './model';

/** Several files as one answer: the parts of a sending, the files of several départements, successive years. */
export interface RplsMerged {
  readonly files: readonly RplsImport[];
  readonly rows: number;
  readonly facts: readonly RplsFact[];
  readonly cells: readonly RplsRentCell[];
  readonly communes: readonly { readonly year: number; readonly commune: string }[];
  /** Sums over the communes, by year and code. */
  readonly totals: readonly { readonly year: number; readonly code: string; readonly value: number }[];
  readonly remarks: RplsImport['remarks'];
}

/**
 * Adds up files of one year; a data point that one of them cannot answer is left unanswered for the year, for
 * their sum would be short. The stock of a year also gives the opening stock (`parc_debut`) of the following one,
 * if that one was imported too.
 */
export function mergeRpls(files: readonly RplsImport[]): RplsMerged {
  const years = [...new Set(files.filter((one) => one.yearOrigin !== 'none').map(({ year }) => year))].sort();
  const byYear = years.map((year) => ({ year, files: files.filter((one) => one.year === year) }));
  const facts = byYear.flatMap(({ year, files: some }) => sumFacts(some, year));
  const opening = facts.flatMap((fact): RplsFact[] =>
    fact.code === 'nb_lls' && years.includes(fact.year + 1)
      ? [{ ...fact, code: 'parc_debut', year: fact.year + 1 }]
      : [],
  );
  const all = [...facts, ...opening];
  return {
    files,
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    facts: all,
    cells: byYear.flatMap(({ files: some }) => sumCells(some)),
    communes: byYear.flatMap(({ year, files: some }) =>
      [...new Set(some.flatMap(({ communes }) => communes))].sort().map((commune) => ({ year, commune })),
    ),
    totals: totalsOf(all),
    remarks: [...files.flatMap(({ remarks }) => remarks), ...twins(files), ...byYear.flatMap(uneven)],
  };
}

function sumFacts(files: readonly RplsImport[], year: number): RplsFact[] {
  if (files.length === 1) return [...(files[0]?.facts ?? [])];
  const sums = new Map<string, RplsFact>();
  for (const { code, territory, value } of files.flatMap(({ facts }) => facts)) {
    if (!files.every(({ totals }) => totals[code] !== undefined)) continue;
    const key = `${territory} ${code}`;
    sums.set(key, { code, territory, year, value: (sums.get(key)?.value ?? 0) + value });
  }
  return [...sums.values()].sort((a, b) =>
    a.territory < b.territory ? -1 : a.territory > b.territory ? 1 : 0,
  );
}

function sumCells(files: readonly RplsImport[]): RplsRentCell[] {
  if (!files.every(({ totals }) => totals['somme_loyers_mois'] !== undefined)) return [];
  const sums = new Map<string, RplsRentCell>();
  for (const cell of files.flatMap(({ cells }) => cells)) {
    const key = `${cell.territory} ${cell.typology}`;
    const sofar = sums.get(key);
    sums.set(key, sofar ? { ...cell, rent: sofar.rent + cell.rent, area: sofar.area + cell.area } : cell);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}

function totalsOf(facts: readonly RplsFact[]): RplsMerged['totals'] {
  const totals = new Map<string, { year: number; code: string; value: number }>();
  for (const { year, code, value } of facts) {
    const key = `${year} ${code}`;
    const total = totals.get(key);
    if (total) total.value += value;
    else totals.set(key, { year, code, value });
  }
  return [...totals.values()];
}

/** The same file given twice would count twice. */
function twins(files: readonly RplsImport[]): RplsImport['remarks'] {
  return files.flatMap((one, at) => {
    const twin = files.slice(0, at).find((other) => sameFigures(one, other));
    if (!twin) return [];
    const message = `« ${one.file} » donne exactement les mêmes chiffres que « ${twin.file} » : s’il s’agit du même fichier, retirez-en un, ses logements sont comptés deux fois.`;
    const source = { file: one.file, sheet: '', cell: '' };
    return [{ level: 'blocking' as const, code: 'same_file_twice', message, source }];
  });
}

function sameFigures(one: RplsImport, other: RplsImport): boolean {
  return (
    one.rows === other.rows &&
    one.year === other.year &&
    JSON.stringify(one.totals) === JSON.stringify(other.totals) &&
    one.communes.join() === other.communes.join()
  );
}

/** Data points that some files of a year answer and others do not. */
function uneven({ year, files }: { year: number; files: readonly RplsImport[] }): RplsImport['remarks'] {
  const codes = [...new Set(files.flatMap(({ totals }) => Object.keys(totals)))];
  const short = codes.filter((code) => files.some(({ totals }) => totals[code] === undefined));
  if (short.length === 0) return [];
  const without = files.filter(({ totals }) => short.some((code) => totals[code] === undefined));
  const message = `${short.join(', ')} : sans réponse pour ${year}, car ${without.map(({ file }) => `« ${file} »`).join(', ')} ne ${without.length > 1 ? 'les donnent' : 'les donne'} pas et la somme serait incomplète.`;
  const source = { file: without[0]?.file ?? '', sheet: '', cell: '' };
  return [{ level: 'warning', code: 'uneven_files', message, source }];
}
