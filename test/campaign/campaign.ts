import { catalogue } from '../../src/catalogue';
import { type Adjustment, type Campaign, newCampaign, readCampaign } from '../../src/campaign';
import { bytesSource, writeWorkbook, type WorkbookModel } from '../../src/xlsx';
import { A, B, C, perimeter } from '../consolidation/campaign';

export const names: Readonly<Record<string, string>> = {
  [A]: 'Alpha Habitat',
  [B]: 'Bêta Logis',
  [C]: 'Gamma',
};

/** Alpha (100 dwellings), Bêta (300) and Gamma (600) are awaited in Normandy for 2019. */
export function threeLandlords(more: Partial<Campaign['settings']> = {}): Campaign {
  const lines = perimeter({ [A]: { 'REG:28': 100 }, [B]: { 'REG:28': 300 }, [C]: { 'REG:28': 600 } });
  const settings = { year: 2019, territory: 'REG:28', themes: [], ...more };
  return newCampaign(
    settings,
    lines.map((one) => ({ ...one, name: names[one.siren] ?? '' })),
  );
}

export const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

export function adjustment(more: Partial<Adjustment>): Adjustment {
  return {
    by: 'Claire Dupont',
    when: day('2020-06-01'),
    siren: A,
    code: 'nb_lls',
    year: 2019,
    territory: '',
    before: { kind: 'number', value: 100 },
    after: { kind: 'number', value: 110 },
    reason: 'Livraison oubliée',
    cancelledBy: '',
    source: { file: 'campagne.xlsx', sheet: 'Journal', cell: 'H5' },
    ...more,
  };
}

/** Written, then read by its tables. */
export async function reread(workbook: WorkbookModel) {
  return readCampaign(bytesSource(await writeWorkbook(workbook)), 'campagne.xlsx', { catalogue });
}
