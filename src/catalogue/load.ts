import { parseUnit } from '../formula';
import { verifyCheck } from './checks';
import { coefficientsOf, thresholdsOf } from './coefficients';
import { CatalogueError } from './error';
import type { RawCatalogue } from './files';
import { buildIndicators, type WrittenIndicator } from './indicators';
import type { Catalogue, Coefficient, DataPoint, Dimension, Reference } from './model';
import { Problems } from './problems';
import * as schema from './schema';

/**
 * Builds the catalogue from its files: shapes, unique codes, formulas, units, checks, sources.
 * Throws CatalogueError with every problem found, each naming its file and code.
 */
export function loadCatalogue(raw: RawCatalogue): Catalogue {
  return new Loader(raw).catalogue();
}

class Loader {
  private readonly problems = new Problems();
  private readonly dimensions: readonly Dimension[];
  private readonly references: ReadonlyMap<string, Reference>;

  constructor(private readonly raw: RawCatalogue) {
    const labels = this.problems.read('dimensions.yaml', raw.dimensions, schema.dimensionsSchema) ?? {};
    this.dimensions = Object.entries(labels).map(([code, label]) => ({ code, label }));
    const sources = this.problems.read('sources.yaml', raw.sources, schema.sourcesSchema) ?? {};
    this.references = new Map(Object.entries(sources).map(([key, one]) => [key, { key, ...one }]));
  }

  catalogue(): Catalogue {
    const dataPoints = this.dataPoints();
    const coefficients = this.coefficients();
    const coefficient = finder(coefficients);
    const vocabulary = { dataPoints, coefficient };
    for (const { code, theme, unit, checks } of dataPoints.values()) {
      const file = dataPointFile(theme.toLowerCase());
      this.problems.attempt(file, code, () => void parseUnit(unit));
      for (const check of checks) this.problems.attempt(file, code, () => verifyCheck(check, vocabulary));
    }
    const written = this.writtenIndicators();
    const indicators = buildIndicators(written, vocabulary, this.problems);
    if (this.problems.found.length > 0) throw new CatalogueError(this.problems.found);
    return {
      version: this.raw.version,
      dimensions: this.dimensions,
      indicators,
      dataPoints,
      coefficients,
      references: this.references,
      coefficient,
      benchmark: (code, territory) => latest(coefficients, code, territory),
    };
  }

  private dataPoints(): ReadonlyMap<string, DataPoint> {
    const dataPoints = new Map<string, DataPoint>();
    for (const [name, content] of Object.entries(this.raw.dataPoints)) {
      const file = dataPointFile(name);
      const theme = this.theme(name, file);
      const points = this.problems.read(file, content, schema.dataPointsSchema) ?? {};
      for (const [code, point] of Object.entries(points)) {
        if (dataPoints.has(code))
          this.problems.report(file, code, 'ce code existe déjà dans un autre fichier.');
        dataPoints.set(code, { ...point, code, theme });
      }
    }
    return dataPoints;
  }

  private coefficients(): readonly Coefficient[] {
    const all: Coefficient[] = [];
    const seen = new Set<string>();
    const add = (file: string, found: readonly Coefficient[]): void => {
      for (const one of found) {
        const key = [one.code, one.set, one.territory].join(' ');
        if (seen.has(key)) this.problems.report(file, one.code, `le jeu « ${one.set} » y est deux fois.`);
        seen.add(key);
        this.verify(file, one);
        all.push(one);
      }
    };
    for (const [name, content] of Object.entries(this.raw.coefficients)) {
      const file = `coefficients/${name}.yaml`;
      const found = this.problems.read(file, content, schema.coefficientsSchema) ?? {};
      for (const [code, { default: chosen, values }] of Object.entries(found)) {
        if (chosen !== undefined && !values.some((value) => value.set === chosen))
          this.problems.report(file, code, `le jeu par défaut « ${chosen} » n'a pas de valeur.`);
      }
      add(
        file,
        coefficientsOf(found, (key, code) => this.cite(key, file, code)),
      );
    }
    const file = 'dpe-thresholds.yaml';
    const table = this.problems.read(file, this.raw.thresholds, schema.thresholdsSchema);
    if (table)
      add(
        file,
        thresholdsOf(table, (key) => this.cite(key, file)),
      );
    return all;
  }

  private verify(file: string, { code, unit, value, low = value, high = value }: Coefficient): void {
    this.problems.attempt(file, code, () => void parseUnit(unit));
    if (low > value || value > high)
      this.problems.report(file, code, `la valeur ${value} sort de sa fourchette, ${low} à ${high}.`);
  }

  private writtenIndicators(): readonly WrittenIndicator[] {
    const seen = new Set<string>();
    return Object.entries(this.raw.indicators).flatMap(([name, content]) => {
      const file = `indicators/${name}.yaml`;
      const theme = this.theme(name, file);
      const written = this.problems.read(file, content, schema.indicatorsSchema) ?? {};
      return Object.entries(written).map(([code, one]) => {
        if (!code.startsWith(`${theme}-`))
          this.problems.report(file, code, `ce code n'est pas du thème ${theme}.`);
        if (seen.has(code)) this.problems.report(file, code, 'ce code existe déjà dans un autre fichier.');
        seen.add(code);
        return { ...one, code, file, references: one.references.map((key) => this.cite(key, file, code)) };
      });
    });
  }

  private cite(key: string, file: string, code?: string): string {
    const found = this.references.get(key);
    if (!found) this.problems.report(file, code, `la source « ${key} » n'est pas dans sources.yaml.`);
    return found?.title ?? key;
  }

  private theme(name: string, file: string): string {
    const theme = name.toUpperCase();
    if (!this.dimensions.some((one) => one.code === theme))
      this.problems.report(file, undefined, `le thème « ${theme} » n'est pas dans dimensions.yaml.`);
    return theme;
  }
}

function dataPointFile(name: string): string {
  return `data-points/${name}.yaml`;
}

function finder(coefficients: readonly Coefficient[]): Catalogue['coefficient'] {
  const chosen = new Map<string, Coefficient>();
  for (const one of coefficients) {
    chosen.set(`${one.code} ${one.set}`, one);
    if (one.isDefault) chosen.set(one.code, one);
  }
  return (code, set) => chosen.get(set === undefined ? code : `${code} ${set}`);
}

/** A value that names no territory (a European mean) holds for all of them. */
function latest(
  coefficients: readonly Coefficient[],
  code: string,
  territory: string,
): Coefficient | undefined {
  return coefficients
    .filter((one) => one.code === code && (one.territory ?? territory) === territory)
    .sort((one, other) => other.year - one.year)[0];
}
