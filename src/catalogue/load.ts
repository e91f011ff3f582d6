import { assemble } from './assemble';
import type { RawCatalogue } from './files';
import type { Catalogue } from './model';
import { Problems } from './problems';
import * as schema from './schema';
import { verify } from './verify';

/**
 * Builds a catalogue from its files after verifying everything: shapes, unique codes, formulas, units, checks,
 * sources, examples. Throws CatalogueError with every problem found, each naming its file and code.
 */
export function loadCatalogue(raw: RawCatalogue): Catalogue {
  const problems = new Problems();
  const files = shaped(raw, problems);
  // A file that lost its shape would drag hundreds of unknown codes along: the shapes come first.
  problems.throwIfAny();
  verify(files, problems);
  problems.throwIfAny();
  return assemble(files);
}

/**
 * The catalogue that ships with the product. Its files are part of the product, and the tests load them with
 * loadCatalogue: verifying them again at every start would only cost time.
 */
export function shippedCatalogue(raw: RawCatalogue): Catalogue {
  return assemble(raw as schema.CatalogueFiles);
}

function shaped(raw: RawCatalogue, problems: Problems): schema.CatalogueFiles {
  for (const [name, content] of Object.entries(raw.dataPoints))
    problems.read(`data-points/${name}.yaml`, content, schema.dataPointsSchema);
  for (const [name, content] of Object.entries(raw.coefficients))
    problems.read(`coefficients/${name}.yaml`, content, schema.coefficientsSchema);
  for (const [name, content] of Object.entries(raw.indicators))
    problems.read(`indicators/${name}.yaml`, content, schema.indicatorsSchema);
  problems.read('dimensions.yaml', raw.dimensions, schema.dimensionsSchema);
  problems.read('sources.yaml', raw.sources, schema.sourcesSchema);
  problems.read('dpe-thresholds.yaml', raw.thresholds, schema.thresholdsSchema);
  return raw as schema.CatalogueFiles;
}
