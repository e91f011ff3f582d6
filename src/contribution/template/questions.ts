import type { Catalogue, DataPoint } from '../../catalogue';
import { rowTables } from './columns';

/** A row of the questionnaire: a data point, or a row table answered as a whole. */
export interface Question {
  readonly code: string;
  readonly theme: string;
  readonly label: string;
  readonly text: string;
  readonly unit: string;
  readonly find: string;
  /** The sheet where the answer is given row by row; the questionnaire then only takes 0, ND or SO. */
  readonly elsewhere?: { readonly sheet: string; readonly rows: string };
  readonly dataPoint?: DataPoint;
}

const sources = { rpls: 'RPLS', fec: 'Comptabilité (FEC)' } as const;

/** Where a person finds a figure, source by source. */
export function whereToFind(find: DataPoint['find']): string {
  return [
    find.other,
    find.rpls === undefined ? undefined : `${sources.rpls} : ${find.rpls}`,
    find.fec === undefined ? undefined : `${sources.fec} : ${find.fec}`,
  ]
    .filter((text) => text !== undefined && text !== '')
    .join('\n');
}

/** When a figure is counted, in French. */
export function periodWords(period: DataPoint['period'], year: number): string {
  if (period === 'flow') return `sur l’année ${year}`;
  return period === 'stock_end' ? `au 31 décembre ${year}` : `au 1er janvier ${year}`;
}

/** Every question, theme by theme in the catalogue's order; references and table columns are not asked here. */
export function questionsOf(catalogue: Catalogue): readonly Question[] {
  const asked = [...catalogue.dataPoints.values()].flatMap((point): Question[] => {
    if (point.kind !== 'sum' && point.kind !== 'set') return [];
    return [
      {
        code: point.code,
        theme: point.theme,
        label: point.label.fr,
        text: point.question.fr,
        unit: point.unit,
        find: whereToFind(point.find),
        dataPoint: point,
        ...(point.kind === 'set'
          ? { elsewhere: { sheet: 'Listes', rows: `IMPACT_LISTES[code],"${point.code}"` } }
          : {}),
      },
    ];
  });
  const all = [...asked, ...tableQuestions(catalogue)];
  return catalogue.dimensions.flatMap(({ code }) => all.filter((question) => question.theme === code));
}

function tableQuestions(catalogue: Catalogue): readonly Question[] {
  return Object.values(rowTables).flatMap((one): Question[] => {
    const columns = one.columns.filter((name) => catalogue.dataPoints.has(name));
    if (columns.length === 0) return [];
    return [
      {
        code: one.code,
        theme: catalogue.dataPoints.get(columns[0] ?? '')?.theme ?? one.theme,
        label: one.label,
        text: `Remplissez la feuille « ${one.sheet} », une ligne par cellule ou opération. Ne répondez ici que si vous n’en avez aucune (0), si l’information manque (ND) ou si cela ne vous concerne pas (SO).`,
        unit: '',
        find: '',
        elsewhere: { sheet: one.sheet, rows: `${one.table}[annee],">0"` },
      },
    ];
  });
}
