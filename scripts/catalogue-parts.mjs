import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What people read and no calculation needs; src/catalogue/late-texts.ts puts them back. */
const texts = {
  indicators: ['definition', 'sentence', 'note', 'references', 'examples'],
  dataPoints: ['question', 'find', 'synonyms'],
};

/** In the order of src/catalogue/files.ts. */
const coefficientFiles = ['jobs', 'energy', 'law-and-costs', 'benchmarks'];

const read = async (folder, name) => parse(await readFile(join(folder, `${name}.yaml`), 'utf8'));

const readAll = async (folder, names) =>
  Object.fromEntries(await Promise.all(names.map(async (name) => [name, await read(folder, name)])));

const pick = (record, wanted) => Object.fromEntries(Object.entries(record).filter(([name]) => wanted(name)));
const mapValues = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

/** The codes of some files in one record, with what is kept of each. */
const byCode = (files, keep) => mapValues(Object.assign({}, ...Object.values(files)), keep);

/**
 * The catalogue in two parts, in the shape and order of src/catalogue/files.ts: what the functions need to answer,
 * and the texts, which the add-in fetches later.
 */
export async function catalogueParts(folder) {
  const { version } = await read(folder, 'release');
  const whole = await readAll(folder, ['dimensions', 'sources', 'dpe-thresholds']);
  const coefficients = await readAll(join(folder, 'coefficients'), coefficientFiles);
  const dimensions = Object.keys(whole.dimensions).map((code) => code.toLowerCase());
  const dataPoints = await readAll(join(folder, 'data-points'), dimensions);
  const indicators = await readAll(join(folder, 'indicators'), dimensions);
  const isText = (kind) => (name) => texts[kind].includes(name);
  const isFigure = (kind) => (name) => !texts[kind].includes(name);
  return {
    figures: {
      version,
      dimensions: whole.dimensions,
      sources: whole.sources,
      thresholds: whole['dpe-thresholds'],
      dataPoints: mapValues(dataPoints, (file) =>
        mapValues(file, (one) => pick(one, isFigure('dataPoints'))),
      ),
      coefficients,
      indicators: mapValues(indicators, (file) =>
        mapValues(file, (one) => ({ ...pick(one, isFigure('indicators')), examples: [] })),
      ),
    },
    texts: {
      indicators: byCode(indicators, (one) => pick(one, isText('indicators'))),
      dataPoints: byCode(dataPoints, (one) => pick(one, isText('dataPoints'))),
    },
  };
}
