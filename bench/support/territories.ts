import territories from '../../generated/territory.json';
import { provideTable } from '../../src/territory';

provideTable('territories', () => territories);
