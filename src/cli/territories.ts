import postalCodes from '../../generated/postal-codes.json';
import territories from '../../generated/territory.json';
import { provideTable } from '../territory';

// The command line holds the tables in its one file; each is only arranged when a verb asks for it.
provideTable('territories', () => territories);
provideTable('postalCodes', () => postalCodes);
