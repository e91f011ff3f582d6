import type { IWorkbookData } from '@univerjs/core';
import { read } from '@e965/xlsx';
import { readXlsx } from 'hucre';
import type { WorkbookExtras } from '../../../src/simulator/host/model/extras';
import { structureProblems } from '../../support/xlsx-structure';
import { changed, changedParts, foreignWorkbook, idOf, open, setCell, textOf } from './support';

const DATA = "Données d'essai";
const DATA_PART = 'xl/worksheets/sheet3.xml';

type Extras = { -readonly [K in keyof WorkbookExtras]: WorkbookExtras[K] };

/** What the host does when the add-in changes something that Univer has no place for. */
function editExtras(snapshot: IWorkbookData, edit: (extras: Extras) => void): void {
  const custom = snapshot.custom as { excel: Extras };
  edit(custom.excel);
}

const extrasIn = ({ snapshot }: { snapshot: IWorkbookData }): Extras =>
  (snapshot.custom as { excel: Extras }).excel;

const area = (startRow: number, endRow: number, startColumn: number, endColumn = startColumn) => ({
  startRow,
  endRow,
  startColumn,
  endColumn,
});

describe('what the add-in reads of a file through the host', () => {
  it('is what Excel would answer: rules, formats, links, protection, tables', async () => {
    const opened = await open(await foreignWorkbook());
    const extras = extrasIn(opened);
    const [data, summary] = [idOf(opened, DATA), idOf(opened, 'Synthèse')];
    expect(extras.validations[0]).toMatchObject({
      sheetId: data,
      ...area(1, 5, 0),
      members: {
        Rule: { list: { inCellDropDown: true, source: 'oui,non,ND' } },
        Prompt: { showPrompt: true, title: 'Réponse', message: 'oui, non\nou « ND »' },
        ErrorAlert: { showAlert: true, style: 'Stop', message: 'Choisissez dans la liste.' },
      },
    });
    expect(extras.validations[1]!.members).toMatchObject({
      Rule: { decimal: { formula1: 0, operator: 'GreaterThanOrEqualTo' } },
      ErrorAlert: { style: 'Warning' },
    });
    expect(extras.validations[2]!.members.Rule).toEqual({ custom: { formula: '=LEN(B2)<20' } });
    expect(extras.conditionalFormats[0]).toMatchObject({
      sheetId: summary,
      ...area(3, 7, 3),
      members: {
        Type: 'Custom',
        'Rule.Formula': '=D4>0.25',
        'Format.Fill.Color': '#FFE699',
        'Format.Font.Color': '#7F6000',
      },
    });
    expect(extras.hyperlinks[summary]).toEqual({
      '1,0': { documentReference: "'Données d''essai'!A1", screenTip: 'Aller aux données' },
      '1,1': { address: 'https://example.org/?a=1&b=2', screenTip: 'Ouvrir' },
    });
    expect(Object.keys(extras.protections)).toEqual([data]);
    expect(extras.tables[opened.tables[0]!.id]).toEqual({ style: 'TableStyleMedium2' });
    const cells = opened.snapshot.sheets[data]!.cellData!;
    expect(cells[1]![0]!.custom).toEqual({ unlocked: true });
    expect(cells[1]![2]!.custom).toBeUndefined();
  });
});

describe('what the add-in changes through the host', () => {
  it('on a new sheet is in the file: rules, formats, links, protection, print layout', async () => {
    const opened = await open(await foreignWorkbook());
    const saved = await changed(opened, (snapshot) => {
      snapshot.sheetOrder.push('neuve');
      snapshot.sheets.neuve = {
        id: 'neuve',
        name: 'Questionnaire',
        cellData: {
          0: { 0: { v: 'Réponse', t: 1 } },
          1: { 0: { v: 'oui', t: 1, custom: { unlocked: true } } },
        },
      };
      editExtras(snapshot, (extras) => {
        extras.validations = [
          ...extras.validations,
          {
            id: '{1}',
            sheetId: 'neuve',
            ...area(1, 9, 0),
            members: {
              Rule: { list: { inCellDropDown: true, source: 'oui,non' } },
              Prompt: { showPrompt: true, title: 'Choix', message: 'oui ou non' },
              ErrorAlert: { showAlert: true, style: 'Information', title: '', message: 'Non & oui' },
            },
          },
          {
            id: '{2}',
            sheetId: 'neuve',
            ...area(1, 9, 1),
            members: { Rule: { decimal: { formula1: 0, formula2: '=taux*2', operator: 'Between' } } },
          },
        ];
        extras.conditionalFormats = [
          {
            id: '{3}',
            sheetId: 'neuve',
            ...area(1, 9, 0, 1),
            members: { Type: 'Custom', 'Rule.Formula': '=$A2="non"', 'Format.Fill.Color': '#FF0000' },
          },
          ...extras.conditionalFormats,
        ];
        extras.hyperlinks = {
          ...extras.hyperlinks,
          neuve: { '0,0': { address: 'https://exemple.fr/?x=1&y=2', screenTip: 'Aide' } },
        };
        extras.protections = { ...extras.protections, neuve: { options: { allowFormatColumns: true } } };
        extras.pageLayouts = {
          neuve: {
            Orientation: 'Landscape',
            PaperSize: 'A4',
            LeftMargin: 36,
            Zoom: { horizontalFitToPages: 1 },
            PrintTitleRows: '1:1',
            PrintArea: 'A1:B10',
            'HeadersFooters.DefaultForAllPages.LeftHeader': 'Impact & co',
          },
        };
      });
    });
    expect(structureProblems(saved)).toEqual([]);
    const again = await open(saved);
    const id = idOf(again, 'Questionnaire');
    const extras = extrasIn(again);
    expect(extras.validations.filter((one) => one.sheetId === id)).toMatchObject([
      {
        ...area(1, 9, 0),
        members: {
          Rule: { list: { source: 'oui,non' } },
          Prompt: { title: 'Choix', message: 'oui ou non' },
          ErrorAlert: { style: 'Information', message: 'Non & oui' },
        },
      },
      {
        ...area(1, 9, 1),
        members: { Rule: { decimal: { formula1: 0, formula2: '=taux*2', operator: 'Between' } } },
      },
    ]);
    expect(extras.conditionalFormats.filter((one) => one.sheetId === id)).toMatchObject([
      { ...area(1, 9, 0, 1), members: { 'Rule.Formula': '=$A2="non"', 'Format.Fill.Color': '#FF0000' } },
    ]);
    expect(extras.hyperlinks[id]).toEqual({
      '0,0': { address: 'https://exemple.fr/?x=1&y=2', screenTip: 'Aide' },
    });
    expect(extras.protections[id]!.options).toMatchObject({
      allowFormatColumns: true,
      allowInsertRows: false,
    });
    expect(again.snapshot.sheets[id]!.cellData![1]![0]!.custom).toEqual({ unlocked: true });
    const book = read(saved);
    expect(textOf(saved, 'xl/worksheets/sheet4.xml')).toContain('<sheetProtection sheet="1" objects="1"');
    expect(book.Sheets.Questionnaire!['!margins']).toMatchObject({ left: 0.5 });
    const names = book.Workbook!.Names!.filter((one) => one.Sheet === 3);
    expect(names.map((one) => [one.Name, one.Ref])).toEqual([
      ['_xlnm.Print_Area', "'Questionnaire'!$A$1:$B$10"],
      ['_xlnm.Print_Titles', "'Questionnaire'!$1:$1"],
    ]);
    const hucre = (await readXlsx(saved)).sheets.find((one) => one.name === 'Questionnaire')!;
    expect(hucre.dataValidations).toHaveLength(2);
  });

  it('on a sheet of the file leaves the other rules as they were', async () => {
    const bytes = await foreignWorkbook();
    const opened = await open(bytes);
    const data = idOf(opened, DATA);
    const saved = await changed(opened, (snapshot) =>
      editExtras(snapshot, (extras) => {
        const [list, ...others] = extras.validations;
        // The host cuts a rule when another is set inside its range.
        extras.validations = [
          ...others,
          { ...list!, id: '{cut}', startRow: 3 },
          {
            id: '{new}',
            sheetId: data,
            ...area(1, 2, 0),
            members: { Rule: { custom: { formula: '=A2<>""' } } },
          },
        ];
        extras.hyperlinks = { [data]: { '5,5': { documentReference: "'Synthèse'!A1" } } };
        extras.protections = {};
      }),
    );
    expect(structureProblems(saved)).toEqual([]);
    const [before, after] = [textOf(bytes, DATA_PART), textOf(saved, DATA_PART)];
    const rules = (xml: string): string[] => xml.match(/<dataValidation .*?<\/dataValidation>/gs) ?? [];
    expect(rules(after!).slice(0, 3)).toEqual(rules(before!).slice(1));
    expect(
      rules(after!)
        .slice(3)
        .map((one) => /sqref="([^"]*)"/.exec(one)![1]),
    ).toEqual(['A4:A6', 'A2:A3']);
    expect(after).not.toContain('sheetProtection');
    const again = await open(saved);
    expect(again.links.map((one) => one.target)).toEqual(["'Synthèse'!A1"]);
    expect(textOf(saved, 'xl/worksheets/sheet2.xml')).not.toContain('<hyperlink ');
  });

  it('gives a table of the file another style and a totals row', async () => {
    const opened = await open(await foreignWorkbook());
    const table = opened.tables[0]!;
    const saved = await changed(opened, (snapshot) => {
      editExtras(snapshot, (extras) => {
        extras.tables = { [table.id]: { style: 'TableStyleLight1', showTotals: true } };
      });
      setCell(snapshot, DATA, 6, 0, { v: 'Total', t: 1 });
    });
    expect(structureProblems(saved).filter((one) => !one.includes('filter of another range'))).toEqual([]);
    expect(textOf(saved, 'xl/tables/table1.xml')).toMatch(
      /ref="A1:D7" .*totalsRowCount="1".*<autoFilter ref="A1:D6"\/>/,
    );
    const again = await open(saved);
    expect(again.tables[0]).toMatchObject({
      style: 'TableStyleLight1',
      totalsRows: 1,
      block: { lastRow: 6 },
    });
    expect(changedParts(saved, await changed(again, () => undefined))).toEqual([]);
  });

  it('locks and unlocks cells', async () => {
    const opened = await open(await foreignWorkbook());
    const saved = await changed(opened, (snapshot) => {
      const cells = snapshot.sheets[idOf(opened, DATA)]!.cellData!;
      cells[1]![0] = { ...cells[1]![0], custom: null };
      cells[1]![2] = { ...cells[1]![2], custom: { unlocked: true } };
    });
    const again = await open(saved);
    const cells = again.snapshot.sheets[idOf(again, DATA)]!.cellData!;
    expect([0, 2].map((column) => cells[1]![column]!.custom)).toEqual([undefined, { unlocked: true }]);
    expect(cells[1]![0]!.v).toBe('=1+1');
    expect(structureProblems(saved)).toEqual([]);
  });
});
