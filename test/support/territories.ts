import type * as catalogueContext from '../../src/catalogue';
import { provideCatalogue } from '../../src/functions/catalogue-source';
import { provideConsolidation } from '../../src/functions/consolidation/engine-source';
import type * as engineModule from '../../src/functions/consolidation/engine';
import { provideTable, type GeographicTables } from '../../src/territory';

// Run before every test file (jest.config.js): as the command line does, but read only where a test asks.
/* eslint-disable @typescript-eslint/no-require-imports */
provideTable(
  'territories',
  () => require('../../generated/territory.json') as GeographicTables['territories'],
);
provideTable(
  'postalCodes',
  () => require('../../generated/postal-codes.json') as GeographicTables['postalCodes'],
);
provideCatalogue(() => (require('../../src/catalogue') as typeof catalogueContext).catalogue);
provideConsolidation(() => require('../../src/functions/consolidation/engine') as typeof engineModule);
