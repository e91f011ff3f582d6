import territories from '../../generated/territory.json';
import { provideTable } from '../territory';

// The command line holds the table in its one file; it is only arranged when a verb asks for it.
provideTable('territories', () => territories);
