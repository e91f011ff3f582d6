import { invalidArgument, itemNotFound } from '../richapi/errors';
import { hostObject, HostObject, type Argument, type ObjectType } from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { bagType, type Bag, type BagShape } from './bag';
import { changeExtras, extrasOf, newId, type StoredChart } from './extras';
import { addressOf, RangeTarget } from './range/target';
import { worksheetObject } from './worksheet';

/** A chart is kept, not drawn: what the add-in set can be read back. */
class ChartTarget {
  constructor(readonly id: string) {}
}

const fillAndFont: BagShape = {
  Fill: { SolidColor: '' },
  Font: { Bold: false, Color: '#000000', Italic: false, Name: 'Calibri', Size: 10 },
  Line: { Color: '', LineStyle: 'Automatic', Weight: 1 },
  Border: { Color: '', LineStyle: 'Automatic', Weight: 1 },
};
const axis: BagShape = {
  Maximum: '',
  Minimum: '',
  MajorUnit: '',
  MinorUnit: '',
  Visible: true,
  NumberFormat: 'General',
  ReversePlotOrder: false,
  TickLabelPosition: 'NextToAxis',
  Title: { Text: '', Visible: true, Format: fillAndFont },
  MajorGridlines: { Visible: true, Format: fillAndFont },
  MinorGridlines: { Visible: false, Format: fillAndFont },
  Format: fillAndFont,
};
const shape: BagShape = {
  ChartType: 'ColumnClustered',
  Height: 216,
  Width: 360,
  Left: 0,
  Top: 0,
  Style: 201,
  PlotBy: 'Columns',
  PlotVisibleOnly: true,
  DisplayBlanksAs: 'NotPlotted',
  Title: { Text: '', Visible: true, Overlay: false, Position: 'Automatic', Format: fillAndFont },
  Legend: { Visible: true, Position: 'Right', Overlay: false, Format: fillAndFont },
  DataLabels: {
    ShowValue: false,
    ShowPercentage: false,
    ShowCategoryName: false,
    Position: 'None',
    NumberFormat: '',
  },
  Axes: { ValueAxis: axis, CategoryAxis: axis },
  Format: fillAndFont,
};
const bagged = bagType('Chart', shape);

function chartOf({ id }: ChartTarget, session: Session): StoredChart {
  const found = extrasOf(session.grid).charts.find((one) => one.id === id);
  if (!found) throw itemNotFound();
  return found;
}

function change({ id }: ChartTarget, part: Partial<StoredChart>, session: Session): void {
  const { charts } = extrasOf(session.grid);
  changeExtras(session.grid, { charts: charts.map((one) => (one.id === id ? { ...one, ...part } : one)) });
}

const bagOf = (target: ChartTarget): Bag => ({
  path: '',
  read: (session) => chartOf(target, session).members,
  write: (members, session) => change(target, { members }, session),
});

/** The members of the kept object, on the chart itself. */
const keptProperties = Object.fromEntries(
  Object.entries(bagged.properties ?? {}).map(([name, property]) => [
    name,
    {
      get: (target: ChartTarget, session: Session) => property.get?.(bagOf(target), session) ?? null,
      set: (target: ChartTarget, value: Json, session: Session) =>
        property.set?.(bagOf(target), value, session),
    },
  ]),
);
const keptLinks = Object.fromEntries(
  Object.entries(bagged.links ?? {}).map(([name, link]) => [
    name,
    { to: (target: ChartTarget, session: Session) => link.to(bagOf(target), session) },
  ]),
);

const chartType: ObjectType<ChartTarget> = {
  name: 'Chart',
  identity: ({ id }) => ({ Id: id }),
  properties: {
    ...keptProperties,
    Id: { get: ({ id }) => id },
    Name: {
      get: (target, session) => chartOf(target, session).name,
      set: (target, value, session) => change(target, { name: String(value) }, session),
    },
  },
  links: {
    ...keptLinks,
    Worksheet: { to: (target, session) => worksheetObject(chartOf(target, session).sheetId) },
  },
  methods: {
    Delete: {
      run: ({ id }, _args, session) => {
        const { charts } = extrasOf(session.grid);
        changeExtras(session.grid, { charts: charts.filter((one) => one.id !== id) });
      },
    },
    SetData: {
      run: (target, [source], session) => change(target, { source: sourceOf(source, session) }, session),
    },
    SetPosition: {
      run: (target, [from, to], session) => {
        const { members } = chartOf(target, session);
        const place = [from, to].map((one) =>
          one instanceof HostObject ? sourceOf(one, session) : (one ?? null),
        );
        change(target, { members: { ...members, Position: place as Json } }, session);
      },
    },
    Activate: { run: () => undefined },
  },
};

function sourceOf(source: Argument, session: Session): string {
  if (!(source instanceof HostObject) || !(source.target instanceof RangeTarget)) throw invalidArgument();
  return addressOf(source.target, session);
}

const chartsIn = (sheetId: string, session: Session): readonly StoredChart[] =>
  extrasOf(session.grid).charts.filter((one) => one.sheetId === sheetId);

const chartObject = ({ id }: StoredChart): HostObject => hostObject(chartType, new ChartTarget(id));

function find(sheetId: string, key: Argument, session: Session): HostObject | null {
  const found = chartsIn(sheetId, session).find((one) => one.id === key || one.name === key);
  return found ? chartObject(found) : null;
}

function found(sheetId: string, key: Argument, session: Session): HostObject {
  const chart = find(sheetId, key, session);
  if (!chart) throw itemNotFound();
  return chart;
}

const chartsType: ObjectType<string> = {
  name: 'ChartCollection',
  properties: { Count: { get: (sheetId, session) => chartsIn(sheetId, session).length } },
  items: (sheetId, session) => chartsIn(sheetId, session).map(chartObject),
  item: found,
  methods: {
    Add: {
      run: (sheetId, [type, source], session) => {
        session.grid.sheet(sheetId);
        const { charts } = extrasOf(session.grid);
        const prefix = session.options.locale === 'fr-FR' ? 'Graphique' : 'Chart';
        const chart: StoredChart = {
          id: newId(),
          sheetId,
          name: `${prefix} ${charts.length + 1}`,
          type: String(type),
          source: sourceOf(source, session),
          members: { ChartType: String(type) },
        };
        changeExtras(session.grid, { charts: [...charts, chart] });
        return chartObject(chart);
      },
    },
    GetCount: { run: (sheetId, _args, session) => chartsIn(sheetId, session).length },
    GetItem: { run: (sheetId, [key], session) => found(sheetId, key, session) },
    GetItemOrNullObject: { run: (sheetId, [key], session) => find(sheetId, key, session) },
    GetItemAt: {
      run: (sheetId, [index], session) => {
        const chart = chartsIn(sheetId, session)[Number(index)];
        if (!chart) throw itemNotFound();
        return chartObject(chart);
      },
    },
  },
};

export const chartsObject = (sheetId: string): HostObject => hostObject(chartsType, sheetId);
