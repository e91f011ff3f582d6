import { itemNotFound } from '../richapi/errors';
import type { Session } from '../session';
import { SetBy, type BagShape } from './bag';
import { changeExtras, extrasOf, type StoredChart } from './extras';

/** A chart is kept, not drawn: what the add-in set can be read back, and goes into the file. */
export class ChartTarget {
  constructor(readonly id: string) {}
}

export function chartOf({ id }: ChartTarget, session: Session): StoredChart {
  const found = extrasOf(session.grid).charts.find((one) => one.id === id);
  if (!found) throw itemNotFound();
  return found;
}

export function change({ id }: ChartTarget, part: Partial<StoredChart>, session: Session): void {
  const { charts } = extrasOf(session.grid);
  changeExtras(session.grid, { charts: charts.map((one) => (one.id === id ? { ...one, ...part } : one)) });
}

/** How the parts of a chart are drawn. */
export const fillAndFont: BagShape = {
  Fill: { SolidColor: new SetBy('SetSolidColor') },
  Font: { Bold: false, Color: '#000000', Italic: false, Name: 'Calibri', Size: 10 },
  Line: { Color: '', LineStyle: 'Automatic', Weight: 1 },
  Border: { Color: '', LineStyle: 'Automatic', Weight: 1 },
};

export const dataLabels: BagShape = {
  ShowValue: false,
  ShowPercentage: false,
  ShowCategoryName: false,
  ShowSeriesName: false,
  ShowLegendKey: false,
  Position: 'None',
  NumberFormat: '',
  LinkNumberFormat: true,
  Format: fillAndFont,
};
