import { cellCount, corners } from './area';
import { type Parts, checkCount, checkOrder, checkUnique } from './parts';
import { checkReferences } from './formulas';
import { type Context, textsOf } from './sheets';
import { type Element, all, child, number } from './xml-tree';

const unescapeText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** Tables: headings equal to the cells, a data row, columns as many as the range is wide. */
export function checkTables(context: Context, sheetPath: string, sheet: Element): void {
  const { parts } = context;
  for (const [path, table] of parts.related(sheetPath, 'table')) {
    checkOrder(parts, path, table, ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst']);
    const ref = table.attributes.get('ref')!;
    const { from, to } = corners(ref);
    if (to.row <= from.row) parts.report(path, 'no data row');
    if (child(table, 'autoFilter')?.attributes.get('ref') !== ref)
      parts.report(path, 'filter of another range');
    const columns = all(table, 'tableColumn');
    checkCount(parts, path, child(table, 'tableColumns'));
    if (columns.length !== to.column - from.column + 1)
      parts.report(path, `${columns.length} columns in ${ref}`);
    checkUnique(
      parts,
      path,
      'column id',
      columns.map((one) => one.attributes.get('id')!),
    );
    const headings = columns.map((one) => unescapeText(one.attributes.get('name')!));
    checkUnique(parts, path, 'heading', headings);
    const top = ref.replace(/\d+$/, String(from.row));
    const written = textsOf(context, sheet, top).map((text) => text && unescapeText(text));
    if (JSON.stringify(written) !== JSON.stringify(headings)) {
      parts.report(path, `headings ${JSON.stringify(headings)}, cells ${JSON.stringify(written)}`);
    }
    for (const formula of all(table, 'calculatedColumnFormula')) checkReferences(context, path, formula.text);
  }
}

/** Notes: as many boxes as texts, each cell once. */
export function checkNotes(parts: Parts, sheetPath: string, sheet: Element): void {
  for (const [path, comments] of parts.related(sheetPath, 'comments')) {
    const notes = all(comments, 'comment');
    checkUnique(
      parts,
      path,
      'note',
      notes.map((note) => note.attributes.get('ref')!),
    );
    const authors = all(comments, 'author').length;
    if (notes.some((note) => !(number(note, 'authorId') < authors))) parts.report(path, 'unknown author');
    const [drawing] = parts.related(sheetPath, 'vmlDrawing');
    const boxes = drawing === undefined ? [] : all(drawing[1], 'v:shape');
    if (boxes.length !== notes.length) parts.report(path, `${notes.length} notes, ${boxes.length} boxes`);
    if (child(sheet, 'legacyDrawing') === undefined) parts.report(sheetPath, 'notes without legacyDrawing');
  }
}

// ECMA-376 Part 1, CT_Chart, CT_PlotArea, CT_BarSer, CT_LineSer, CT_PieSer, CT_CatAx, CT_ValAx, CT_DLbls.
const ORDERS: Readonly<Record<string, string>> = {
  'c:chartSpace':
    'date1904 lang roundedCorners style clrMapOvr pivotFmts protection chart spPr txPr externalData printSettings userShapes',
  'c:chart':
    'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs',
  'c:plotArea': 'layout barChart lineChart pieChart doughnutChart catAx valAx dTable spPr',
  'c:barChart': 'barDir grouping varyColors ser dLbls gapWidth overlap serLines axId',
  'c:lineChart': 'grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId',
  'c:pieChart': 'varyColors ser dLbls firstSliceAng',
  'c:doughnutChart': 'varyColors ser dLbls firstSliceAng holeSize',
  'c:ser':
    'idx order tx spPr invertIfNegative marker explosion dPt dLbls trendline errBars cat val smooth shape extLst',
  'c:dPt': 'idx invertIfNegative marker bubble3D explosion spPr',
  'c:dLbls':
    'dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines',
  'c:catAx':
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset noMultiLvlLbl',
  'c:valAx':
    'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits',
  'c:legend': 'legendPos legendEntry layout overlay spPr txPr',
  'c:title': 'tx layout overlay spPr txPr',
};

export function checkChart(context: Context, path: string, chart: Element): void {
  const { parts } = context;
  for (const [name, order] of Object.entries(ORDERS)) {
    const names = order.split(' ').map((one) => `c:${one}`);
    for (const element of all(chart, name)) checkOrder(parts, path, element, names);
  }
  const axes = [...all(chart, 'c:catAx'), ...all(chart, 'c:valAx')];
  const declared = axes.map((axis) => child(axis, 'c:axId')?.attributes.get('val')).sort();
  const plots = ['c:barChart', 'c:lineChart'].flatMap((name) => all(chart, name));
  const used = plots.flatMap((plot) => plot.children.filter(({ name }) => name === 'c:axId'));
  if (JSON.stringify(used.map((one) => one.attributes.get('val')).sort()) !== JSON.stringify(declared)) {
    parts.report(path, 'axes used and declared differ');
  }
  for (const series of all(chart, 'c:ser')) {
    for (const source of [child(series, 'c:cat'), child(series, 'c:val')]) {
      const reference = source?.children[0];
      const formula = child(reference, 'c:f')?.text ?? '';
      checkReferences(context, path, formula);
      const cache = reference?.children[1];
      const points = cache && child(cache, 'c:ptCount');
      if (points === undefined || number(points, 'val') !== cellCount(formula.replace(/^.*!/, ''))) {
        parts.report(path, `${formula}: wrong number of points`);
      }
    }
  }
}

export function checkDrawing(parts: Parts, path: string, drawing: Element): void {
  const identities = all(drawing, 'xdr:cNvPr');
  checkUnique(
    parts,
    path,
    'id',
    identities.map((one) => one.attributes.get('id')!),
  );
  for (const one of identities) {
    if (!one.attributes.get('descr'))
      parts.report(path, `${one.attributes.get('name')} has no alternative text`);
  }
  for (const anchor of drawing.children) {
    if (anchor.name === 'xdr:oneCellAnchor') {
      const size = child(anchor, 'xdr:ext')?.attributes;
      if (!(Number(size?.get('cx')) > 0 && Number(size?.get('cy')) > 0))
        parts.report(path, 'a drawing without size');
      continue;
    }
    const at = (corner: string, axis: string): number => Number(child(child(anchor, corner), axis)?.text);
    for (const axis of ['xdr:col', 'xdr:row']) {
      if (!(at('xdr:from', axis) < at('xdr:to', axis))) parts.report(path, 'a drawing without size');
    }
  }
}
