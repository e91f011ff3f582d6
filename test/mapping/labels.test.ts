import { catalogue } from '../../src/catalogue';
import {
  findBlocks,
  type MappingOptions,
  proposeMappings,
  type RecognisedColumn,
  recogniseColumns,
  recogniseLines,
  type SheetView,
  sureEnough,
} from '../../src/mapping';
import { cellAddress } from '../../src/xlsx';
import { labelled, viewsOfLabelled } from './labelled';

/** What the engine says of each heading and label, by `Sheet!D4`. */
function meanings(
  views: readonly SheetView[],
  options: MappingOptions,
): Map<string, { is: string; confidence: number }> {
  const said = new Map<string, { is: string; confidence: number }>();
  for (const view of views) {
    for (const block of findBlocks(view)) {
      const columns = recogniseColumns(block, options);
      const table = recogniseLines(block, columns, options);
      for (const line of table?.lines ?? []) {
        const is = line.confidence > 0 ? (line.candidates[0]?.point.code ?? 'none') : 'none';
        said.set(`${view.name}!${cellAddress(line.row, line.labelColumn)}`, {
          is,
          confidence: line.confidence,
        });
      }
      for (const column of columns) {
        if (column.headingRow < 0) continue;
        const is = wordOf(column, table?.labelColumn === column, table?.valueColumn === column);
        said.set(`${view.name}!${cellAddress(column.headingRow, column.column)}`, {
          is,
          confidence: column.confidence,
        });
      }
    }
  }
  return said;
}

/** The word that the labels use: a role, a data point, or none. `label`, `expense`, `consumption` are roles by use. */
function wordOf({ meaning, confidence }: RecognisedColumn, isLabel: boolean, isValue: boolean): string {
  if (meaning.kind === 'role') return meaning.role;
  if (meaning.kind === 'measure')
    return confidence >= 0.55 ? (meaning.candidates[0]?.point.code ?? 'none') : 'none';
  if (meaning.kind === 'none') return isLabel ? 'label' : isValue ? 'amount' : 'none';
  return meaning.kind;
}

/** A column of texts taken for labels, or of amounts taken as such, is right to be called none of our data too. */
const byUse: Readonly<Record<string, readonly string[]>> = {
  label: ['none'],
  amount: ['expense', 'consumption'],
};

describe('hand-labelled headings and lines', () => {
  it('are recognised nine times out of ten, and never wrongly with confidence', async () => {
    let right = 0;
    let total = 0;
    const misses: string[] = [];
    const silent: string[] = [];
    for (const one of labelled) {
      const views = await viewsOfLabelled(one);
      if (views === undefined) continue;
      const said = meanings(views, { catalogue, year: one.year });
      for (const [sheet, labels] of Object.entries(one.labels)) {
        for (const [key, expected] of Object.entries(labels)) {
          const found = said.get(`${sheet}!${key.split(' ')[0]}`) ?? { is: 'none', confidence: 0 };
          total += 1;
          if ([found.is, ...(byUse[found.is] ?? [])].includes(expected)) right += 1;
          else {
            misses.push(
              `${one.name} ${sheet}!${key}: ${found.is} (${found.confidence.toFixed(2)}), not ${expected}`,
            );
            if (catalogue.dataPoints.has(found.is) && found.confidence >= sureEnough)
              silent.push(misses.at(-1) ?? '');
          }
        }
      }
    }
    console.info(
      `Mapping: ${right} of ${total} labels right (${((100 * right) / total).toFixed(1)} %).\n${misses.join('\n')}`,
    );
    expect(total).toBeGreaterThan(190);
    expect(right / total).toBeGreaterThanOrEqual(0.9);
    expect(silent).toEqual([]);
  });

  it('amount to what a person reads, and nothing is accepted by itself that should not be', async () => {
    const wrong: string[] = [];
    let found = 0;
    let wanted = 0;
    let sure = 0;
    for (const one of labelled) {
      const views = await viewsOfLabelled(one);
      if (views === undefined) continue;
      const { proposals } = proposeMappings(views, { catalogue, year: one.year });
      for (const [code, value] of Object.entries(one.values ?? {})) {
        const best = proposals.find((proposal) => proposal.code === code);
        wanted += 1;
        if (best !== undefined && Math.abs(best.value - value) < 1e-6 * Math.max(1, value)) found += 1;
        else wrong.push(`${one.name} ${code}: ${best === undefined ? 'nothing' : best.value}, not ${value}`);
        if ((best?.confidence ?? 0) >= sureEnough) sure += 1;
      }
      for (const [code, facts] of Object.entries(one.byCommune ?? {})) {
        const best = proposals.find((proposal) => proposal.code === code);
        expect(
          Object.fromEntries((best?.facts ?? []).map(({ territory, value }) => [territory, value])),
        ).toEqual(facts);
      }
      for (const proposal of proposals.filter(({ confidence }) => confidence >= sureEnough)) {
        const value = one.values?.[proposal.code];
        const never = one.never?.includes(proposal.code) === true;
        const off = value !== undefined && Math.abs(proposal.value - value) > 1e-6 * Math.max(1, value);
        if (never || off)
          wrong.push(
            `${one.name} accepted ${proposal.code} = ${proposal.value} (${proposal.where}: ${proposal.why.join(' ; ')})`,
          );
      }
    }
    console.info(
      `Mapping: ${found} of ${wanted} values right, ${sure} of them sure enough to be accepted.\n${wrong.join('\n')}`,
    );
    expect(wrong.filter((one) => one.includes(' accepted '))).toEqual([]);
    expect(found / wanted).toBeGreaterThanOrEqual(0.9);
  });
});
