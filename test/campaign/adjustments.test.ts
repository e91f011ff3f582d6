import { catalogue } from '../../src/catalogue';
import {
  type Adjustment,
  adjustmentsSheet,
  applyAdjustments,
  returnFile,
  reviewed,
} from '../../src/campaign';
import { consolidate } from '../../src/consolidation';
import { readContribution } from '../../src/contribution';
import { bytesSource, openWorkbook } from '../../src/xlsx';
import { A, B, contribution } from '../consolidation/campaign';
import { factsTable, identityTable, workbook } from '../contribution/workbook';
import { adjustment, threeLandlords } from './campaign';

const sent = [
  contribution({ siren: A, data: { nb_lls: 100, nb_individuel: 20 } }),
  contribution({ siren: B, data: { nb_lls: 300, nb_individuel: 'refused' } }),
];

function withJournal(...journal: Adjustment[]) {
  const campaign = { ...threeLandlords(), journal };
  const adjusted = applyAdjustments(sent, campaign, catalogue);
  const result = consolidate({
    contributions: adjusted.contributions,
    catalogue,
    perimeter: campaign.perimeter,
    year: 2019,
  });
  const valueOf = (code: string) => result.cells.find((one) => one.code === code)?.value;
  return { adjusted, result, valueOf };
}

describe('the journal of adjustments', () => {
  it('changes the regional figure, and says who, why and from what at the landlord’s own cell', () => {
    const { adjusted, result, valueOf } = withJournal(adjustment({}));
    expect(valueOf('CTX-01')).toBe(410);
    const fact = adjusted.contributions[0]!.facts.find(({ code }) => code === 'nb_lls')!;
    expect(fact.source).toEqual(sent[0]!.facts[0]!.source);
    expect(fact.comment?.replace(/\s/gu, ' ')).toBe(
      'Ajusté : 100 logements → 110 logements par Claire Dupont le 01/06/2020, motif : Livraison oubliée',
    );
    const remark = result.contributions[0]!.remarks.find(({ code }) => code === 'adjusted');
    expect(remark).toMatchObject({ subject: 'nb_lls', source: fact.source });
    const shown = adjustmentsSheet(adjusted).rows[4]!.cells.map((one) => one?.value);
    expect(shown).toEqual(
      expect.arrayContaining([A, 'nb_lls', 100, 110, 'Livraison oubliée', 'Claire Dupont', `${A}.xlsx`]),
    );
    expect(sent[0]!.facts[0]!.answer).toEqual({ kind: 'number', value: 100 });
  });

  it('gives the landlord’s figure back when it is cancelled', () => {
    const { adjusted, valueOf } = withJournal(adjustment({ cancelledBy: 'Claire' }));
    expect(valueOf('CTX-01')).toBe(400);
    expect(adjusted.applied).toEqual([]);
  });

  it('is not applied to a figure that has changed since, nor without its landlord: both block, by name', () => {
    const { adjusted, valueOf } = withJournal(
      adjustment({ before: { kind: 'number', value: 99 } }),
      adjustment({ siren: '333333334' }),
    );
    expect(valueOf('CTX-01')).toBe(400);
    expect(adjusted.remarks.map(({ code, level }) => [code, level])).toEqual([
      ['adjustment_outdated', 'blocking'],
      ['adjustment_without_landlord', 'blocking'],
    ]);
    expect(adjusted.remarks[0]?.message).toMatch(
      /l’ancien chiffre est 99.logements, le classeur dit 100.logements/u,
    );
  });

  it('leaves the figure of another former commune, which adds up with the one adjusted', () => {
    const landlord = sent[0]!;
    // Two communes of before, carried to one of today when they were read.
    const facts = [30, 70].map((value, at) => ({
      ...landlord.facts[0]!,
      territory: 'COM:14712',
      written: `COM:1411${at}`,
      answer: { kind: 'number' as const, value },
    }));
    const told = adjustment({
      territory: 'COM:14712',
      before: { kind: 'number', value: 70 },
      after: { kind: 'number', value: 75 },
    });
    const campaign = { ...threeLandlords(), journal: [told] };
    const { contributions } = applyAdjustments([{ ...landlord, facts }], campaign, catalogue);
    expect(contributions[0]?.facts.map(({ answer }) => answer)).toEqual([
      { kind: 'number', value: 30 },
      { kind: 'number', value: 75 },
    ]);
    expect(contributions[0]?.facts[1]?.comment).toMatch(/^Ajusté : 70.logements → 75.logements/u);
  });

  it('settles a figure that stands twice with two values, whichever of them is the one corrected', () => {
    const landlord = sent[0]!;
    const [fact, ...others] = landlord.facts;
    const twice = [fact!, { ...fact!, answer: { kind: 'number' as const, value: 130 } }, ...others];
    const told = adjustment({
      before: { kind: 'number', value: 130 },
      after: { kind: 'number', value: 125 },
    });
    const campaign = { ...threeLandlords(), journal: [told] };
    const { contributions } = applyAdjustments([{ ...landlord, facts: twice }], campaign, catalogue);
    const left = contributions[0]!.facts.filter(({ code }) => code === 'nb_lls');
    expect(left.map(({ answer }) => answer)).toEqual([{ kind: 'number', value: 125 }]);
    expect(left[0]?.comment).toMatch(/^Ajusté : 130.logements → 125.logements/u);
  });

  it('goes on from one adjustment to the next, fills what was refused or never given', () => {
    const { valueOf } = withJournal(
      adjustment({}),
      adjustment({ before: { kind: 'number', value: 110 }, after: { kind: 'number', value: 120 } }),
      adjustment({
        siren: B,
        code: 'nb_individuel',
        before: { kind: 'blank' },
        after: { kind: 'number', value: 40 },
      }),
      adjustment({
        siren: B,
        code: 'nb_collectif',
        before: { kind: 'blank' },
        after: { kind: 'number', value: 260 },
      }),
    );
    expect(valueOf('CTX-01')).toBe(420);
    expect(valueOf('CTX-05')).toBe((20 + 40) / 420);
  });
});

describe('the file sent back', () => {
  const hostile = '=HYPERLINK("http://x")';

  async function landlordFile() {
    const source = await workbook([
      identityTable([
        ['siren', A],
        ['raison_sociale', hostile],
        ['exercice', 2019],
        ['contact', '+33'],
      ]),
      factsTable([
        ['nb_lls', 2019, 'REG:28', 'beaucoup'],
        ['nb_individuel', 2019, 'REG:28', 20],
      ]),
      { name: 'REMARQUES', headings: ['x'], rows: [['à garder']] },
    ]);
    return source.read(0, source.size);
  }

  it('keeps the whole workbook and adds remarks that lead to their cells, texts staying texts', async () => {
    const campaign = threeLandlords();
    const bytes = await landlordFile();
    const read = await readContribution(bytesSource(bytes), 'a.xlsx', { catalogue });
    const [seen] = reviewed([read], campaign, catalogue);
    const row = { ...campaign.followUp[0]!, comment: '=1+1 ?' };
    const returned = await returnFile(bytes, seen!, row, campaign);
    expect(returned.own).toBe(true);
    const reader = await openWorkbook(bytesSource(returned.bytes));
    expect(reader.sheets.map(({ name }) => name)).toEqual([
      'Feuille 1',
      'Feuille 2',
      'Feuille 3',
      'Remarques',
    ]);
    const again = await readContribution(bytesSource(returned.bytes), 'a.xlsx', { catalogue });
    expect(again).toEqual(read);
    const table = await reader.readTable('IMPACT_REMARQUES');
    const rows = Array.from({ length: table.rowCount }, (_, at) => [
      table.cell(at, 0),
      table.cell(at, 1),
      table.cell(at, 2),
    ]);
    expect(rows[0]?.slice(0, 2)).toEqual(['question', '=1+1 ?']);
    expect(rows[1]).toEqual(['bloquante', expect.stringContaining('« beaucoup » n'), 'Feuille 2 ! D2']);
    const twice = await openWorkbook(
      bytesSource((await returnFile(returned.bytes, seen!, row, campaign)).bytes),
    );
    expect(twice.sheets.map(({ name }) => name)).toContain('Remarques 2');
  });

  it('is the remarks alone for a file that was half saved', async () => {
    const bytes = (await landlordFile()).subarray(0, 900);
    const read = await readContribution(bytesSource(bytes), 'a.xlsx', { catalogue });
    const returned = await returnFile(bytes, read, undefined, threeLandlords());
    expect([returned.own, returned.remarks]).toEqual([false, 1]);
    const reader = await openWorkbook(bytesSource(returned.bytes));
    expect(reader.sheets.map(({ name }) => name)).toEqual(['Remarques']);
  });
});
