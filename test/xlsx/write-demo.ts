import type { CellStyle, ChartModel, WorkbookModel } from '../../src/xlsx';

/** One workbook that uses all that can be written; also the one to look at (see write-recalculation). */

const heading: CellStyle = {
  bold: true,
  fill: '1F3864',
  color: 'FFFFFF',
  wrap: true,
  border: 'all',
  align: 'center',
  verticalAlign: 'center',
};
const boxed: CellStyle = { border: 'all', indent: 1 };
const amount: CellStyle = { border: 'all', format: '#,##0' };
const share: CellStyle = { border: 'all', format: '0.0%' };
const themes = ['Emploi & économie', 'Énergie', 'Logement', 'Pouvoir d’achat', 'Finances <locales>'];

const series = (name: string, column: string, color?: string): ChartModel['series'][number] => ({
  name,
  categories: "'Synthèse'!$A$4:$A$8",
  values: `'Synthèse'!$${column}$4:$${column}$8`,
  ...(color === undefined ? {} : { color }),
});

const years = [series('2024', 'B', '7F7F7F'), series('2025', 'C')];
const shares = [series('Part', 'D')];

const charts: ChartModel[] = [
  {
    kind: 'column',
    title: 'Montants <€>',
    from: 'F2',
    to: 'J16',
    format: '#,##0',
    description: 'Colonnes',
    series: years,
  },
  {
    kind: 'bar',
    title: 'Parts & rangs',
    from: 'A10',
    to: 'D26',
    format: '0%',
    description: 'Barres',
    series: shares,
  },
  { kind: 'pie', title: 'Camembert', from: 'F18', to: 'H32', description: 'Camembert', series: shares },
  { kind: 'doughnut', title: 'Anneau', from: 'I18', to: 'J32', description: 'Anneau', series: shares },
  { kind: 'line', title: 'Lignes', from: 'A28', to: 'D42', description: 'Lignes', series: years },
  {
    kind: 'column',
    stacked: true,
    title: 'Empilé',
    from: 'F34',
    to: 'J48',
    description: 'Empilé',
    series: years,
  },
];

const words = ['=1+1', '+33', '-x', '@a', 'a\u0001_x0041_<&>  '];

export const demo: WorkbookModel = {
  title: 'Démonstration <1>',
  creator: 'Union régionale « Seine & Loire »',
  modified: new Date('2026-11-21T10:00:00.000Z'),
  // SheetJS, which reads it back in a test, only understands plain letters here.
  properties: { Genre: 'demonstration', 'Version du catalogue': '2026.1 & <2>' },
  names: [{ name: 'taux', refersTo: "'Données d''essai'!$F$1" }],
  sheets: [
    {
      name: 'Cachée',
      hidden: true,
      columns: [],
      rows: [{ cells: [{ value: 'x', note: 'Note de la feuille cachée' }] }],
    },
    {
      name: 'Synthèse',
      columns: [28, 14, 14, 14, 3, 14, 14, 14, 14, 14].map((width) => ({ width })),
      gridLines: false,
      tabColor: '0072B2',
      freeze: { rows: 3, columns: 1 },
      merges: ['A1:D1', 'A2:A2'],
      print: {
        landscape: true,
        fitToWidth: true,
        repeatRows: '1:3',
        header: '&L&BImpact HLM&CSeine && Loire',
        footer: '&R&P/&N',
      },
      rows: [
        {
          height: 30,
          cells: [{ value: 'Synthèse régionale', style: { bold: true, size: 18, color: '1F3864' } }],
        },
        {
          cells: [
            { value: 'Voir les données', link: { to: "'Données d''essai'!A1", tip: 'Aller aux données' } },
            { value: 'Site', link: { to: 'https://example.org/?a=1&b=2', tip: 'Ouvrir' } },
          ],
        },
        { height: 32, cells: ['Thème', '2024', '2025', 'Part'].map((value) => ({ value, style: heading })) },
        ...themes.map((theme, index) => ({
          cells: [
            {
              value: theme,
              style: boxed,
              ...(index === 0 ? { note: 'Source : déclaration des bailleurs.\n& <balises>' } : {}),
            },
            { value: 1234567.891 * (index + 1), style: amount },
            { formula: `B${index + 4}*1.1`, value: 1234567.891 * (index + 1) * 1.1, style: amount },
            { formula: `C${index + 4}/SUM(C$4:C$8)`, value: (index + 1) / 15, style: share },
          ],
        })),
      ],
      highlights: [
        { ref: 'D4:D8', formula: 'D4>0.25', fill: 'FFE699', color: '7F6000' },
        { ref: 'A4:A8', formula: '$D4<0.1', color: 'C00000' },
      ],
      charts,
    },
    {
      name: "Données d'essai",
      columns: [20, 20, 20, 20, 12, 12].map((width) => ({ width })),
      protect: true,
      tables: [
        {
          name: 'IMPACT_ESSAI',
          ref: 'A1:D6',
          columns: ['Code', 'Libellé\nlong', 'Valeur "v"', 'Double'],
          calculated: { Double: 'IMPACT_ESSAI[[#This Row],[Valeur "v"]]*2' },
        },
      ],
      validations: [
        {
          ref: 'A2:A6',
          kind: 'list',
          values: ['oui', 'non', 'ND'],
          prompt: { title: 'Réponse', text: 'oui, non\nou « ND »' },
          error: { title: 'Réponse', text: 'Choisissez dans la liste.' },
        },
        {
          ref: 'C2:C6',
          kind: 'decimal',
          formula: '0',
          severity: 'warning',
          error: { title: 'Valeur', text: 'Un nombre positif.' },
        },
        { ref: 'B2:B6', kind: 'custom', formula: 'LEN(B2)<20', severity: 'information' },
        { ref: 'F1', kind: 'decimal', formula: '0', maximum: '1' },
      ],
      rows: [
        {
          cells: [
            ...['Code', 'Libellé\nlong', 'Valeur "v"', 'Double'].map((value) => ({ value, style: heading })),
            undefined,
            { value: 0.05, style: { format: '0.0%', input: true } },
          ],
        },
        ...words.map((word, index) => ({
          cells: [
            { value: word, style: { input: true } },
            { value: ['x', ' y ', 'é\nè', '😀', ''][index] },
            { value: index * 1.5 },
            { formula: 'IMPACT_ESSAI[[#This Row],[Valeur "v"]]*2', value: index * 3 },
          ],
        })),
        {
          cells: [
            { value: new Date('2026-11-21T00:00:00Z') },
            { formula: '1/0', error: '#DIV/0!' },
            { formula: 'IF(C2<C3,"a""<b","")', value: 'a"<b' },
            { formula: 'C3>C2', value: true },
            { formula: 'taux*2', value: 0.1 },
            { value: true },
          ],
        },
      ],
    },
  ],
};
