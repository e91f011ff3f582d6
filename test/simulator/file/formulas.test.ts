import { CustomFunctionNames } from '../../../src/simulator/file/formulas/custom-functions';
import { mapReferences, shiftFormula } from '../../../src/simulator/file/formulas/references';
import type { TableShape } from '../../../src/simulator/file/formulas/structured';
import { toEngine } from '../../../src/simulator/file/formulas/to-engine';
import { needsArray, toFile } from '../../../src/simulator/file/formulas/to-file';
import { FUNCTIONS } from './support';

const functions = new CustomFunctionNames(FUNCTIONS);
const table: TableShape = {
  name: 'T_PARC',
  sheet: 'Parc social',
  block: { firstRow: 2, firstColumn: 1, lastRow: 12, lastColumn: 5 },
  headings: ['Loyer', "Date d'entrée", 'Surface (m²)', 'N° [x]', 'Deux\nlignes'],
  headerRows: 1,
  totalsRows: 1,
};
const place = { sheet: 'Calculs', row: 6, tables: [table], functions };
const grid = (formula: string, at = {}): string | undefined => toEngine(formula, { ...place, ...at });
const file = (formula: string): string => toFile(formula, { tables: [table], functions });

describe('a formula of a file, as the grid reads it', () => {
  it.each([
    ['SUM(A1:B2)*2', '=SUM(A1:B2)*2'],
    ['_xlfn.XLOOKUP(A1,B:B,C:C)', '=XLOOKUP(A1,B:B,C:C)'],
    ['_xlfn._xlws.FILTER(A1:A9,A1:A9>0)', '=FILTER(A1:A9,A1:A9>0)'],
    ['_xlfn.LET(_xlpm.x,A1,_xlpm.x*2)', '=LET(x,A1,x*2)'],
    ['_xldudf_IMPACT_LOYER_M2(A1)', '=IMPACT.LOYER_M2(A1)'],
    ['1+_xldudf_impact_loyer_m2(A1)', '=1+IMPACT.LOYER_M2(A1)'],
    ['_xldudf_AUTRE_CHOSE(A1)', '=_xldudf_AUTRE_CHOSE(A1)'],
    ["\"_xlfn.A(\" & 'd''été'!A1", "=\"_xlfn.A(\" & 'd''été'!A1"],
  ])('%s → %s', (from, to) => expect(grid(from)).toBe(to));

  it('gives tables and headings the spelling that the engine reads', () => {
    expect(grid('SUM(T_PARC[Loyer])')).toBe('=SUM(T＿PARC[Loyer])');
    expect(grid("SUM(t_parc[Date d''entrée])")).toBe('=SUM(T＿PARC[Date d＇entrée])');
    expect(grid('T_PARC[[#This Row],[Loyer]]')).toBe('=T＿PARC[[#This Row],[Loyer]]');
    expect(grid('ROWS(T_PARC)')).toBe('=ROWS(T＿PARC)');
    expect(grid('SUM(T_PARC[Surface (m²)])')).toBe('=SUM(T＿PARC[Surface （m²）])');
    expect(grid("SUM(T_PARC[N° '[x']])")).toBe('=SUM(T＿PARC[N° ［x］])');
    expect(grid('ROWS(T_PARC[])')).toBe('=ROWS(T＿PARC[])');
  });

  it('writes the cells of the others', () => {
    expect(grid('SUM(T_PARC[Deux\nlignes])')).toBe("=SUM('Parc social'!$F$4:$F$12)");
    expect(grid('T_PARC[[#Totals],[Loyer]]')).toBe("='Parc social'!$B$13");
    expect(grid('ROWS(T_PARC[#All])')).toBe("=ROWS('Parc social'!$B$3:$F$13)");
    expect(grid('T_PARC[[#This Row],[Deux\nlignes]]', { sheet: 'Parc social' })).toBe('=$F$7');
    expect(grid('SUM(T_PARC[[#Data],[#Totals],[Loyer]:[Surface (m²)]])')).toBe(
      "=SUM('Parc social'!$B$4:$D$13)",
    );
  });

  it.each([
    '[1]Feuille!A1',
    "'[1]Feuille 2'!A1",
    'SUM(Janvier:Mars!A1)',
    '_xlfn.SINGLE(A1:A3)',
    'SUM(Inconnu[x])',
  ])('gives up what it cannot calculate: %s', (formula) => expect(grid(formula)).toBeUndefined());

  it('writes the cells that another formula fills', () => {
    const spillOf = (address: string): string | undefined => (address === 'A1' ? 'A1:A4' : undefined);
    expect(grid('SUM(_xlfn.ANCHORARRAY(A1))', { spillOf })).toBe('=SUM(A1:A4)');
    expect(grid('SUM(_xlfn.ANCHORARRAY(B1))', { spillOf })).toBeUndefined();
  });
});

describe('a formula of the grid, as a file holds it', () => {
  it.each([
    ['=SUM(A1:B2)', 'SUM(A1:B2)'],
    ['=xlookup(A1,B:B,C:C)', '_xlfn.XLOOKUP(A1,B:B,C:C)'],
    ['=SORT(FILTER(A1:A9,A1:A9>0))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,A1:A9>0))'],
    ['=LET(x,A1,y,x+1,x*y)', '_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)'],
    ['=MAP(A1:A3,LAMBDA(v,v*2))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v*2))'],
    ['=Impact.Loyer_m2(A1)', '_xldudf_IMPACT_LOYER_M2(A1)'],
    ['=AUTRE.CHOSE(A1)', 'AUTRE.CHOSE(A1)'],
    ['=SUM(T＿PARC[Date d＇entrée])', "SUM(T_PARC[Date d''entrée])"],
    ['=SUM(t＿parc[surface （m²）])+ROWS(T＿PARC)', 'SUM(T_PARC[Surface (m²)])+ROWS(T_PARC)'],
    ['=SUM(T＿PARC[N° ［x］])', "SUM(T_PARC[N° '[x']])"],
    ['=T_PARC[@Loyer]*2', 'T_PARC[[#This Row],[Loyer]]*2'],
    ['=T_PARC[@[Date d＇entrée]]', "T_PARC[[#This Row],[Date d''entrée]]"],
    ['="IFS(" & IFS(A1>0,1)', '"IFS(" & _xlfn.IFS(A1>0,1)'],
    ['=NETWORKDAYS.INTL(A1,B1)', 'NETWORKDAYS.INTL(A1,B1)'],
  ])('%s → %s', (from, to) => expect(file(from)).toBe(to));

  it.each([
    ['=FILTER(A1:A9,A1:A9>0)', true],
    ['=SUM(A1:A3*2)', true],
    ['=IMPACT.INDICATEURS(A1:A3)', true],
    ['=SUM(T_PARC[Loyer]*T_PARC[Loyer])', true],
    ['=SUM(A1:A3)', false],
    ['=A1*2', false],
    ['=T_PARC[[#This Row],[Loyer]]*2', false],
    ['=SUMPRODUCT(A1:A3*B1:B3)', false],
  ])('%s: calculated as an array? %s', (formula, expected) =>
    expect(needsArray(formula, functions)).toBe(expected),
  );
});

describe('references', () => {
  it.each([
    ['A1+$B$2+C$3+$D4', 2, 1, 'B3+$B$2+D$3+$D6'],
    ["'d''été'!A1:B2", 1, 0, "'d''été'!A2:B3"],
    ['SUM(A:A)+SUM(3:4)', 1, 1, 'SUM(B:B)+SUM(4:5)'],
    ['LOG10(A1)+"A1"+Feuil1!A1+T1[A1]', 1, 0, 'LOG10(A2)+"A1"+Feuil1!A2+T1[A1]'],
    ['A1', -1, 0, '#REF!'],
    ['1E5+TRUE+x1y', 1, 1, '1E5+TRUE+x1y'],
  ])('%s moved by %i and %i → %s', (formula, rows, columns, expected) =>
    expect(shiftFormula(formula, rows, columns)).toBe(expected),
  );

  it('leaves other workbooks alone and renames sheets', () => {
    const rename = (sheet: string): string => (sheet === 'Été' ? "L'été" : sheet);
    const same = (): undefined => undefined;
    expect(mapReferences("Été!A1+[1]Été!A1:B2+'[2]Été'!C3+Hiver!A1", same, rename)).toBe(
      "'L''été'!A1+[1]Été!A1:B2+'[2]Été'!C3+Hiver!A1",
    );
  });
});
