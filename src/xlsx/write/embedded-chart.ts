import type { ChartModel, WorkbookModel } from '../model';
import { ChartData } from './chart-data';
import { chartXml } from './charts';

/**
 * A chart part for a document or a slide, whose figures are edited in a workbook that travels with it.
 * @param workbook holds the ranges the chart names; written by `writeWorkbook` beside it
 * @param relation the relationship from the chart part to that workbook
 */
export function embeddedChartXml(chart: ChartModel, workbook: WorkbookModel, relation: string): string {
  const data = `<c:externalData r:id="${relation}"><c:autoUpdate val="0"/></c:externalData>`;
  return chartXml(chart, new ChartData(workbook)).replace('</c:chartSpace>', `${data}</c:chartSpace>`);
}

/**
 * A chart part for a sheet of a workbook that is changed in place.
 * @param workbook holds the ranges the chart names, for the values that it shows before Excel reads them again
 */
export function sheetChartXml(chart: ChartModel, workbook: WorkbookModel): string {
  return chartXml(chart, new ChartData(workbook));
}
