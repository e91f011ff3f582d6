import { invalidArgument, itemNotFound } from '../richapi/errors';
import { hostObject, type Argument, type HostObject, type ObjectType } from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { bagType, type Bag, type BagShape } from './bag';
import { ChartTarget, change, chartOf, dataLabels, fillAndFont } from './chart-target';
import { placeOf, seriesFrom, seriesObject } from './chart-series';
import { changeExtras, extrasOf, newId, type StoredChart } from './extras';
import { worksheetObject } from './worksheet';

const axis: BagShape = {
  Maximum: '',
  Minimum: '',
  MajorUnit: '',
  MinorUnit: '',
  Visible: true,
  NumberFormat: 'General',
  LinkNumberFormat: true,
  Position: 'Automatic',
  ReversePlotOrder: false,
  MajorTickMark: 'Outside',
  MinorTickMark: 'None',
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
  DataLabels: dataLabels,
  Axes: { ValueAxis: axis, CategoryAxis: axis },
  Format: fillAndFont,
};
const bagged = bagType('Chart', shape);

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
    Series: { to: (target) => seriesObject(target) },
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
      run: (target, [source, by], session) =>
        change(target, { series: seriesFrom(source, by, session) }, session),
    },
    SetPosition: {
      run: (target, [from, to], session) => {
        const { members, sheetId } = chartOf(target, session);
        const [first, last = first] = [from, to ?? undefined].map(
          (one) => one && (placeOf(one, sheetId, session) as unknown as Json),
        );
        if (!first || !last) throw invalidArgument();
        change(target, { members: { ...members, Position: [first, last] } }, session);
      },
    },
    Activate: { run: () => undefined },
  },
};

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
      run: (sheetId, [type, source, by], session) => {
        session.grid.sheet(sheetId);
        const { charts } = extrasOf(session.grid);
        const prefix = session.options.locale === 'fr-FR' ? 'Graphique' : 'Chart';
        const chart: StoredChart = {
          id: newId(),
          sheetId,
          name: `${prefix} ${charts.length + 1}`,
          series: seriesFrom(source, by, session),
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
