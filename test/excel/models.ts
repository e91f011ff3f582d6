import type { SheetModel } from '../../src/xlsx';

const heading = { bold: true, fill: '1F4E79', color: 'FFFFFF' } as const;
const input = { format: '#,##0', fill: 'FFF7E0', input: true } as const;

const series = (name: string, values: string, categories: string, color: string) => ({
  name,
  color,
  values: `'Calcul d’essai'!$${values}$2:$${values}$3`,
  categories: `'Calcul d’essai'!$${categories}$2:$${categories}$3`,
});

/** A little of everything; its second sheet is named by the formulas of the first. */
export const models: readonly SheetModel[] = [
  {
    name: 'Calcul d’essai',
    columns: [{ width: 20 }, { width: 12 }, { width: 12 }, { width: 5, hidden: true }],
    rows: [
      {
        cells: [
          { value: 'Ligne', style: heading },
          { value: 'Valeur', style: heading },
          { value: 'Double', style: heading },
        ],
        height: 30,
      },
      {
        cells: [
          { value: '=SUM(1,2)', style: { wrap: true, border: 'all' } },
          { value: 1234, style: input },
          { formula: 'ESSAI[@Valeur]*2', value: 2468, style: { format: '0.0' } },
        ],
      },
      {
        cells: [
          { value: '01001', style: { format: '@', border: 'all' } },
          { value: 0.5, style: input },
          { formula: "'Feuille 2'!A1+taux" },
        ],
      },
      {
        cells: [
          { value: new Date('2024-01-01T00:00:00Z') },
          undefined,
          { value: 'Voir', link: { to: "'Feuille 2'!A1", tip: 'Y aller' }, note: 'Une note' },
        ],
      },
    ],
    tables: [
      { name: 'ESSAI', ref: 'A1:C4', columns: ['Ligne', 'Valeur', 'Double'], style: 'TableStyleLight1' },
    ],
    merges: ['A6:C6'],
    freeze: { rows: 1, columns: 1 },
    validations: [
      {
        ref: 'B2:B3',
        kind: 'decimal',
        formula: '0',
        maximum: '10000',
        prompt: { title: 'Valeur', text: 'De 0 à 10 000' },
        error: { title: 'Impossible', text: 'Trop' },
        severity: 'warning',
      },
      { ref: 'A2:A3', kind: 'list', values: ['un', 'deux'] },
    ],
    highlights: [{ ref: 'B2:B4', formula: '$B2>1000', color: '9B1C1C', fill: 'FBE3E0' }],
    print: {
      landscape: true,
      fitToWidth: true,
      breaks: [2],
      area: 'A1:C4',
      repeatRows: '1:1',
      footer: '&LImpact && co&RPage &P / &N',
    },
    gridLines: false,
    tabColor: '2E8B8B',
    protect: true,
    charts: [
      {
        kind: 'line',
        title: 'Évolution',
        series: [series('Valeur', 'B', 'A', '0B6E99'), series('Double', 'C', 'A', 'D55E00')],
        from: 'E2',
        to: 'G9',
        format: '#,##0',
        labels: true,
        spanBlanks: true,
        description: 'Deux lignes',
      },
      {
        kind: 'bar',
        title: 'Doubles',
        series: [series('Double', 'C', 'B', '0B6E99')],
        from: 'E11',
        to: 'G19',
        bare: true,
        description: 'Des barres',
      },
    ],
  },
  { name: 'Feuille 2', columns: [{ width: 10 }], rows: [{ cells: [{ value: 40 }] }], hidden: true },
];
export const names = [{ name: 'taux', refersTo: "'Feuille 2'!$A$1" }];
