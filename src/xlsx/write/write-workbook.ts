import type { SheetModel, WorkbookModel } from '../model';
import type { Deflate } from '../zip/deflate';
import { ChartData } from './chart-data';
import { chartXml } from './charts';
import { drawingXml } from './drawings';
import { checkLink, leavesWorkbook } from './links';
import { checkNames, checkSheetNames } from './names';
import { blocksFor, noteShapesXml, notesXml } from './notes';
import { OfficePackage } from './package';
import { type SheetRelations, sheetXml } from './sheet';
import { SharedStrings } from './strings';
import { Styles } from './styles';
import { type Survey, surveySheet } from './survey';
import { tableXml } from './tables';
import { themeXmlIn } from './theme';
import {
  activeSheet,
  applicationPropertiesXml,
  corePropertiesXml,
  customPropertiesXml,
  workbookXml,
} from './workbook-parts';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
const DRAWING = 'application/vnd.openxmlformats-officedocument.drawing';
const PROPERTIES = 'application/vnd.openxmlformats-officedocument.';
const CORE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
const WORKBOOK = 'xl/workbook.xml';

/**
 * The bytes of an xlsx file. The same model always gives the same bytes. `deflate` is a faster compression than the
 * portable one.
 * Throws `UnwritableWorkbook` (French message) when the model breaks a rule of Excel.
 */
export async function writeWorkbook(
  model: WorkbookModel,
  options: { readonly deflate?: Deflate } = {},
): Promise<Uint8Array> {
  checkSheetNames(model);
  checkNames(model);
  return new WorkbookWriter(model).write(options.deflate);
}

class WorkbookWriter {
  private readonly file = new OfficePackage();
  private readonly strings = new SharedStrings();
  private readonly styles: Styles;
  private readonly data: ChartData;
  private tables = 0;
  private charts = 0;
  private pictures = 0;
  private noteBlocks = 1;

  constructor(private readonly model: WorkbookModel) {
    this.styles = new Styles(model.font);
    this.data = new ChartData(model);
  }

  write(deflate?: Deflate): Uint8Array {
    const { file, model } = this;
    file.relate('', 'officeDocument', WORKBOOK);
    const sheetPaths = model.sheets.map((_, index) => `xl/worksheets/sheet${index + 1}.xml`);
    const sheetIds = sheetPaths.map((path) => file.relate(WORKBOOK, 'worksheet', path));
    file.add(WORKBOOK, `${SPREADSHEET}sheet.main+xml`, () => workbookXml(model, sheetIds));
    sheetPaths.forEach((path, index) => this.addSheet(path, index));
    this.addWorkbookPart('theme', 'xl/theme/theme1.xml', `${PROPERTIES}theme+xml`, () =>
      themeXmlIn(model.font),
    );
    // After the sheets, which fill them.
    this.addWorkbookPart('styles', 'xl/styles.xml', `${SPREADSHEET}styles+xml`, () => this.styles.print());
    this.addWorkbookPart('sharedStrings', 'xl/sharedStrings.xml', `${SPREADSHEET}sharedStrings+xml`, () =>
      this.strings.print(),
    );
    this.addProperties();
    return file.zip(deflate);
  }

  private addWorkbookPart(
    relation: string,
    path: string,
    type: string,
    content: () => string | Iterable<string>,
  ): void {
    this.file.relate(WORKBOOK, relation, path);
    this.file.add(path, type, content);
  }

  private addSheet(path: string, index: number): void {
    const sheet = this.model.sheets[index];
    if (sheet === undefined) return;
    const survey = surveySheet(sheet);
    const relations: SheetRelations = {
      drawing: this.addDrawings(path, index),
      notes: this.addNotes(path, index, survey),
      tables: (sheet.tables ?? []).map((table) => {
        const id = (this.tables += 1);
        const part = `xl/tables/table${id}.xml`;
        this.file.add(part, `${SPREADSHEET}table+xml`, () => tableXml(sheet, table, id));
        return this.file.relate(path, 'table', part);
      }),
      links: this.addLinks(path, sheet, survey),
    };
    const { strings, styles } = this;
    const active = index === activeSheet(this.model);
    this.file.add(path, `${SPREADSHEET}worksheet+xml`, () =>
      sheetXml(sheet, { strings, styles, survey, relations, active }),
    );
  }

  private addDrawings(sheetPath: string, index: number): string | undefined {
    const sheet = this.model.sheets[index];
    const { charts = [], drawings = [] } = sheet ?? {};
    if (sheet === undefined || charts.length + drawings.length === 0) return undefined;
    const drawing = `xl/drawings/drawing${index + 1}.xml`;
    const ids = charts.map((chart) => {
      const part = `xl/charts/chart${(this.charts += 1)}.xml`;
      this.file.add(part, `${DRAWING}ml.chart+xml`, () => chartXml(chart, this.data));
      return this.file.relate(drawing, 'chart', part);
    });
    const pictures = drawings.map(({ picture }) => {
      if (picture === undefined) return '';
      const part = `xl/media/image${(this.pictures += 1)}.${picture.kind}`;
      this.file.add(part, `image/${picture.kind}`, () => picture.bytes);
      return this.file.relate(drawing, 'image', part);
    });
    this.file.add(drawing, `${DRAWING}+xml`, () => drawingXml(sheet, ids, pictures));
    return this.file.relate(sheetPath, 'drawing', drawing);
  }

  /** Returns the relationship to the boxes; the one to the texts is found by its type. */
  private addNotes(sheetPath: string, index: number, { notes }: Survey): string | undefined {
    if (notes.length === 0) return undefined;
    const texts = `xl/comments${index + 1}.xml`;
    const shapes = `xl/drawings/vmlDrawing${index + 1}.vml`;
    const firstBlock = this.noteBlocks;
    this.noteBlocks += blocksFor(notes.length);
    this.file.add(texts, `${SPREADSHEET}comments+xml`, () => notesXml(notes, this.model.creator));
    this.file.add(shapes, undefined, () => noteShapesXml(notes, firstBlock));
    this.file.relate(sheetPath, 'comments', texts);
    return this.file.relate(sheetPath, 'vmlDrawing', shapes);
  }

  private addLinks(sheetPath: string, sheet: SheetModel, { links }: Survey): ReadonlyMap<string, string> {
    const web = new Map<string, string>();
    for (const link of links) {
      checkLink(this.model, sheet, link);
      const to = link.cell.link?.to ?? '';
      if (leavesWorkbook(to)) web.set(link.address, this.file.relate(sheetPath, 'hyperlink', to, true));
    }
    return web;
  }

  private addProperties(): void {
    const { file, model } = this;
    file.add('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml', () =>
      corePropertiesXml(model),
    );
    file.relate('', CORE, 'docProps/core.xml');
    file.add('docProps/app.xml', `${PROPERTIES}extended-properties+xml`, () => applicationPropertiesXml);
    file.relate('', 'extended-properties', 'docProps/app.xml');
    const custom = model.properties ?? {};
    if (Object.keys(custom).length === 0) return;
    file.add('docProps/custom.xml', `${PROPERTIES}custom-properties+xml`, () => customPropertiesXml(custom));
    file.relate('', 'custom-properties', 'docProps/custom.xml');
  }
}
