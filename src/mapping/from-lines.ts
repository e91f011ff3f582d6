import { likely } from './lexicon';
import { unitWords } from './from-columns';
import {
  type BlockLook,
  type Doubt,
  doubtsOf,
  proposalOf,
  scaleOf,
  type Search,
  titleOfColumn,
} from './look';
import type { RecognisedLine } from './lines';
import type { Proposal } from './model';
import { stockOnly } from './derivations';
import { contentOf } from './view';
import { termsOf } from './terms';
import type { Term } from './source';

/** Proposals from lines that name a data point: the cell of their amount, or a sum over lines of the same label. */
export function fromLines(look: BlockLook, search: Search): Proposal[] {
  const { lines, block } = look;
  if (lines === undefined) return [];
  const matched = lines.lines.filter(
    ({ candidates, row }) => candidates.length > 0 && !block.totals.includes(row),
  );
  if (lines.valueColumn === undefined) {
    if (matched.some(({ confidence }) => confidence >= 0.8) && lines.unclear !== undefined) {
      search.remarks.push({
        code: 'no_amount_column',
        sheet: block.view.name,
        message: `Feuille « ${block.view.name} » : des lignes sont reconnues (« ${matched[0]?.label ?? ''} »…) mais ${lines.unclear} ; désignez la colonne.`,
      });
    }
    return [];
  }
  const value = lines.valueColumn;
  const done = new Set<string>();
  return matched.flatMap((line) =>
    likely(line.candidates).flatMap((candidate): Proposal[] => {
      const { point, score } = candidate;
      const same = lines.lines.filter(({ label }) => label.toLowerCase() === line.label.toLowerCase());
      const key = `${point.code} ${line.label.toLowerCase()}`;
      if (done.has(key) || contentOf(block.view, line.row, value.column).kind === 'blank') return [];
      done.add(key);
      if (stockOnly.test(point.code) && look.subject.subject === 'operation') return [];
      const scale = scaleOf(point, line.unit, look, value);
      if (scale === undefined) return [];
      const doubts = lineDoubts(line, candidate.point.code, score, look);
      doubts.push(...doubtsOf(point, look, `${line.label} ${titleOfColumn(value)}`, search));
      if (scale.doubt) doubts.push(scale.doubt);
      if (contentOf(block.view, line.row, value.column).kind === 'text') {
        doubts.push({ atMost: 0.7, because: 'le nombre est tapé comme du texte' });
      }
      const terms: readonly Term[] =
        same.length > 1
          ? termsOf(block, value, 'sum', [{ column: lines.labelColumn, equals: line.label }])
          : [{ kind: 'cell', sheet: block.view.name, row: line.row, column: value.column }];
      const column = titleOfColumn(value);
      return proposalOf(
        {
          point,
          confidence: Math.min(score, value.values.numbers > 0 ? 0.97 : 0.6),
          doubts,
          why: [
            `ligne « ${line.label} »${column === '' ? '' : `, colonne « ${column} »`}${unitWords(scale)}`,
          ],
          source: { terms, factor: scale.factor },
          recipe: {
            sheet: block.view.name,
            ...(block.table === undefined ? {} : { table: block.table.name }),
            ...(column === '' ? {} : { heading: column }),
            label: line.label,
            how: same.length > 1 ? 'sum_where' : 'cell',
            ...(scale.unit === undefined ? {} : { unit: scale.unit }),
          },
        },
        search,
      );
    }),
  );
}

function lineDoubts(line: RecognisedLine, code: string, score: number, { lines }: BlockLook): Doubt[] {
  const doubts: Doubt[] = [];
  if (line.candidates[0]?.point.code !== code || line.confidence < score) {
    doubts.push({ atMost: 0.55, because: 'le libellé peut désigner une autre donnée' });
  }
  const others = lines?.lines.filter(
    (one) =>
      one !== line &&
      one.label.toLowerCase() !== line.label.toLowerCase() &&
      one.candidates[0]?.point.code === code &&
      one.candidates[0].score >= 0.9,
  );
  if (others !== undefined && others.length > 0) {
    doubts.push({
      atMost: 0.55,
      because: `une autre ligne porte un nom équivalent (« ${others[0]?.label ?? ''} »)`,
    });
  }
  return doubts;
}
