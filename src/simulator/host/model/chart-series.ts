import { cellReader } from '../core/cells';
import { invalidArgument, itemNotFound } from '../richapi/errors';
import { hostObject, type Argument, type HostObject, type ObjectType } from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { fullAddress } from './address';
import { bagType, type Bag } from './bag';
import { change, chartOf, dataLabels, fillAndFont, type ChartTarget } from './chart-target';
import { newId, type StoredPlace, type StoredSeries } from './extras';
import { liveArea, rangeArgument } from './range/target';

/** A series of a chart: which cells it draws, and how. */
class SeriesTarget {
  constructor(
    readonly chart: ChartTarget,
    readonly id: string,
  ) {}
}

/** The cells of a range that a member was given: a Range, or an address seen from a sheet. */
export function placeOf(argument: Argument, sheetId: string, session: Session): StoredPlace {
  const range = rangeArgument(argument, session.grid, sheetId);
  const { startRow, startColumn, endRow, endColumn } = liveArea(range, session);
  return { sheetId: range.sheetId, startRow, startColumn, endRow, endColumn };
}

/**
 * The series that Excel makes of a source: a line of texts before the numbers names them, texts beside the
 * numbers are the categories.
 */
export function seriesFrom(source: Argument, by: Argument, session: Session): StoredSeries[] {
  const all = placeOf(source, session.grid.activeSheet.getSheetId(), session);
  const cells = cellReader(session.grid, all.sheetId);
  const isNumber = (row: number, column: number) => typeof cells.value(row, column) === 'number';
  const isText = (row: number, column: number) => typeof cells.value(row, column) === 'string';
  const { startRow, startColumn, endRow, endColumn } = all;
  const named = endRow > startRow && isText(startRow, endColumn) && isNumber(endRow, endColumn);
  const labelled = endColumn > startColumn && isText(endRow, startColumn) && isNumber(endRow, endColumn);
  const [top, left] = [startRow + (named ? 1 : 0), startColumn + (labelled ? 1 : 0)];
  const inRows = by === 'Rows' || (by !== 'Columns' && endColumn - left > endRow - top);
  const place = (row: number, column: number, lastRow: number, lastColumn: number): StoredPlace => ({
    ...{ sheetId: all.sheetId, startRow: row, startColumn: column, endRow: lastRow, endColumn: lastColumn },
  });
  const made = (values: StoredPlace, name: Json, categories: StoredPlace | undefined): StoredSeries => ({
    id: newId(),
    values,
    members: name === '' ? {} : { Name: name },
    ...(categories && { categories }),
  });
  const count = inRows ? endRow - top + 1 : endColumn - left + 1;
  return Array.from({ length: count }, (_, at) => {
    if (inRows)
      return made(
        place(top + at, left, top + at, endColumn),
        labelled ? (cells.value(top + at, startColumn) ?? '') : '',
        named ? place(startRow, left, startRow, endColumn) : undefined,
      );
    return made(
      place(top, left + at, endRow, left + at),
      named ? (cells.value(startRow, left + at) ?? '') : '',
      labelled ? place(top, startColumn, endRow, startColumn) : undefined,
    );
  });
}

const bagged = bagType('ChartSeries', {
  Name: '',
  ChartType: 'ColumnClustered',
  HasDataLabels: false,
  GapWidth: 150,
  Overlap: 0,
  Smooth: false,
  AxisGroup: 'Primary',
  MarkerStyle: 'Automatic',
  MarkerSize: 5,
  MarkerBackgroundColor: '',
  MarkerForegroundColor: '',
  DataLabels: dataLabels,
  Format: fillAndFont,
});

function seriesOf({ chart, id }: SeriesTarget, session: Session): StoredSeries {
  const found = chartOf(chart, session).series.find((one) => one.id === id);
  if (!found) throw itemNotFound();
  return found;
}

function changeSeries(target: SeriesTarget, part: Partial<StoredSeries>, session: Session): void {
  const series = chartOf(target.chart, session).series.map((one) =>
    one.id === target.id ? { ...one, ...part } : one,
  );
  change(target.chart, { series }, session);
}

const bagOf = (target: SeriesTarget): Bag => ({
  path: '',
  read: (session) => seriesOf(target, session).members,
  write: (members, session) => changeSeries(target, { members }, session),
});

const own = (target: SeriesTarget, session: Session): string => chartOf(target.chart, session).sheetId;

/** The cells behind the categories or the values of a series. */
function dimension(target: SeriesTarget, asked: Argument, session: Session): StoredPlace | undefined {
  const { values, categories } = seriesOf(target, session);
  if (asked === 'Categories' || asked === 'XValues') return categories;
  if (asked === 'Values' || asked === 'YValues') return values;
  throw invalidArgument();
}

const seriesType: ObjectType<SeriesTarget> = {
  name: 'ChartSeries',
  properties: Object.fromEntries(
    Object.entries(bagged.properties ?? {}).map(([name, property]) => [
      name,
      {
        get: (target: SeriesTarget, session: Session) => property.get?.(bagOf(target), session) ?? null,
        set: (target: SeriesTarget, value: Json, session: Session) =>
          property.set?.(bagOf(target), value, session),
      },
    ]),
  ),
  links: Object.fromEntries(
    Object.entries(bagged.links ?? {}).map(([name, link]) => [
      name,
      { to: (target: SeriesTarget, session: Session) => link.to(bagOf(target), session) },
    ]),
  ),
  methods: {
    SetValues: {
      run: (target, [range], session) =>
        changeSeries(target, { values: placeOf(range, own(target, session), session) }, session),
    },
    SetXAxisValues: {
      run: (target, [range], session) =>
        changeSeries(target, { categories: placeOf(range, own(target, session), session) }, session),
    },
    GetDimensionValues: {
      calculated: true,
      run: (target, [asked], session) => {
        const place = dimension(target, asked, session);
        if (!place) return [];
        const cells = cellReader(session.grid, place.sheetId);
        const found: Json[] = [];
        for (let row = place.startRow; row <= place.endRow; row += 1)
          for (let column = place.startColumn; column <= place.endColumn; column += 1)
            found.push(cells.value(row, column) ?? '');
        return found;
      },
    },
    GetDimensionDataSourceString: {
      run: (target, [asked], session) => {
        const place = dimension(target, asked, session);
        return place ? fullAddress(session.grid.sheet(place.sheetId).getName(), place) : '';
      },
    },
    Delete: {
      run: (target, _args, session) => {
        const { series } = chartOf(target.chart, session);
        change(target.chart, { series: series.filter(({ id }) => id !== target.id) }, session);
      },
    },
  },
};

const objects = (chart: ChartTarget, session: Session): HostObject[] =>
  chartOf(chart, session).series.map(({ id }) => hostObject(seriesType, new SeriesTarget(chart, id)));

const at = (chart: ChartTarget, index: Argument, session: Session): HostObject => {
  const found = objects(chart, session)[Number(index)];
  if (!found) throw itemNotFound();
  return found;
};

const collectionType: ObjectType<ChartTarget> = {
  name: 'ChartSeriesCollection',
  properties: { Count: { get: (chart, session) => chartOf(chart, session).series.length } },
  items: objects,
  item: at,
  methods: {
    Add: {
      run: (chart, [name, index], session) => {
        const { series } = chartOf(chart, session);
        const added: StoredSeries = {
          id: newId(),
          members: typeof name === 'string' && name !== '' ? { Name: name } : {},
        };
        const place = typeof index === 'number' ? index : series.length;
        change(chart, { series: series.toSpliced(place, 0, added) }, session);
        return hostObject(seriesType, new SeriesTarget(chart, added.id));
      },
    },
    GetCount: { run: (chart, _args, session) => chartOf(chart, session).series.length },
    GetItemAt: { run: (chart, [index], session) => at(chart, index, session) },
  },
};

export const seriesObject = (chart: ChartTarget): HostObject => hostObject(collectionType, chart);
