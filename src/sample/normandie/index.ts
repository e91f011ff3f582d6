import type { Region } from '../region';
import { landlords } from './landlords';
import { readme } from './readme';
import { references } from './references';
import { totals } from './totals';
import { towns } from './towns';

/** 52 landlords that do not exist, whose totals are what was published of Normandy in 2019. */
export const normandie: Region = {
  name: 'normandie',
  territory: 'REG:28',
  year: 2019,
  landlords,
  towns,
  communes: 1176,
  // Merged into Cherbourg-en-Cotentin on 1 January 2016.
  formerCommunes: {
    'COM:50129': [
      { code: '50173', name: 'Équeurdreville-Hainneville' },
      { code: '50602', name: 'Tourlaville' },
    ],
  },
  totals,
  rentCents: 531,
  references,
  readme,
};
