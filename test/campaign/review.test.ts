import { catalogue } from '../../src/catalogue';
import { applyAdjustments, lineageOf, peersOf, reviewOf } from '../../src/campaign';
import { consolidate } from '../../src/consolidation';
import { A, B, C, contribution, perimeter } from '../consolidation/campaign';
import { adjustment, threeLandlords } from './campaign';

const remark = (level: 'blocking' | 'warning', cell: string, subject?: string) => ({
  level,
  code: 'essai',
  message: 'À regarder.',
  source: { file: `${A}.xlsx`, sheet: 'Données', cell },
  ...(subject ? { subject } : {}),
});

const alpha = contribution({
  siren: A,
  name: 'Alpha',
  at: { 'DEP:14': { nb_lls: 60, nb_individuel: 6 }, 'DEP:50': { nb_lls: 40, nb_individuel: 14 } },
});
const contributions = [
  {
    ...alpha,
    facts: alpha.facts.map((one) =>
      one.source.cell === 'D2' ? { ...one, comment: 'Hors foyers', origin: 'RPLS' } : one,
    ),
    remarks: [remark('warning', 'D2', 'nb_lls'), remark('blocking', 'B3', 'PAC-01')],
  },
  contribution({ siren: B, name: 'Bêta', data: { nb_lls: 300, nb_individuel: 30 } }),
  contribution({ siren: B, name: 'Bêta', file: 'ancien.xlsx', status: 'brouillon', data: { nb_lls: 1 } }),
];
const result = consolidate({
  contributions,
  catalogue,
  year: 2019,
  by: ['DEP'],
  perimeter: perimeter({ [A]: { 'REG:28': 100 }, [B]: { 'REG:28': 300 }, [C]: { 'REG:28': 600 } }),
});

describe('the review of a campaign', () => {
  const said = { ...remark('warning', 'C4'), source: { file: 'campagne.xlsx', sheet: 'Suivi', cell: 'E4' } };
  const { remarks, landlords } = reviewOf(result, [said]);

  it('has the gravest first, by landlord and theme, with the figure that a remark is about', () => {
    expect(remarks[0]).toMatchObject({ level: 'blocking', siren: A, landlord: 'Alpha', theme: 'PAC' });
    expect(remarks[0]).not.toHaveProperty('figure');
    const onFigure = remarks.find((one) => one.subject === 'nb_lls' && one.code === 'essai');
    expect(onFigure?.figure).toMatchObject({
      code: 'nb_lls',
      territory: 'DEP:14',
      answer: { kind: 'number', value: 60 },
      comment: 'Hors foyers',
      origin: 'RPLS',
    });
    expect(onFigure?.theme).toBe('CTX');
    const alphas = landlords.find(({ siren }) => siren === A);
    expect([alphas?.blocking, (alphas?.warnings ?? 0) > 0]).toEqual([1, true]);
  });

  it('keeps what the campaign workbook says, and leaves out what another workbook replaced', () => {
    expect(remarks.find(({ source }) => source.sheet === 'Suivi')).toMatchObject({ siren: '', landlord: '' });
    expect(remarks.filter(({ source }) => source.file === 'ancien.xlsx')).toEqual([]);
    expect(result.contributions.find(({ file }) => file === 'ancien.xlsx')?.status).toBe('superseded');
  });
});

describe('a figure among its peers', () => {
  it('gives the ratios per dwelling, the quartiles and the fences that flagged it', () => {
    const some = [1, 2, 3, 4, 5, 9.25].map((ratio, rank) =>
      contribution({
        siren: String(100_000_000 + rank),
        name: `n° ${rank + 1}`,
        family: 'OPH',
        data: { nb_lls: 100, nb_attributions: ratio * 100 },
      }),
    );
    const other = contribution({ siren: B, family: 'ESH', data: { nb_lls: 100, nb_attributions: 7 } });
    const many = consolidate({
      contributions: [...some, other],
      catalogue,
      territory: 'REG:28',
      year: 2019,
    });
    const [flagged] = reviewOf(many).remarks.filter((one) => one.amongPeers);
    expect([flagged?.siren, flagged?.subject]).toEqual(['100000005', 'nb_attributions']);
    // Quartiles of 1, 2, 3, 4, 5, 9.25: 2.25, 3.5 and 4.75; fences −1.5, which is none below zero, and 8.5.
    const peers = peersOf(many, '100000005', 'nb_attributions');
    expect(peers).toMatchObject({ q1: 2.25, median: 3.5, q3: 4.75, low: 0, high: 8.5, family: 'OPH' });
    expect(peers?.points.map(({ ratio }) => ratio)).toEqual([1, 2, 3, 4, 5, 9.25]);
    expect(peersOf(many, A, 'nb_attributions')).toBeUndefined();
    expect(peersOf(many, '100000005', 'nb_neufs')).toBeUndefined();
  });
});

describe('the lineage of a figure', () => {
  const lineage = lineageOf(result, 'CTX-05', 'REG:28', 'fr');

  it('goes from the formula with its numbers to landlords, cells and comments', () => {
    // (6 + 14 + 30) / (60 + 40 + 300)
    expect(lineage).toMatchObject({ value: 0.125, respondents: 2, expected: 3, coverage: 0.4 });
    expect(lineage?.lines[0]?.replace(/\s/gu, ' ')).toContain('= 50 logements ÷ 400 logements');
    expect(lineage?.landlords.map(({ siren }) => siren)).toEqual([A, B]);
    const dwellings = lineage?.landlords[0]?.inputs.find(({ key }) => key === 'nb_lls');
    expect(dwellings).toMatchObject({ value: 100, unit: 'logement', state: 'number' });
    expect(dwellings?.cells.map(({ sheet, cell, figure }) => [sheet, cell, figure?.comment])).toEqual([
      ['Données', 'D2', 'Hors foyers'],
      ['Données', 'D4', undefined],
    ]);
    expect(lineage?.silent.map(({ siren }) => siren)).toEqual([C]);
  });

  it('is of one territory', () => {
    const there = lineageOf(result, 'CTX-05', 'DEP:14', 'fr');
    // 6 / 60
    expect(there?.value).toBeCloseTo(0.1, 12);
    expect(there?.landlords).toHaveLength(1);
    expect(lineageOf(result, 'CTX-05', 'DEP:75', 'fr')).toBeUndefined();
    expect(lineageOf(result, 'NO-01', 'REG:28', 'fr')).toBeUndefined();
  });

  it('of an adjusted figure shows the landlord’s cell with what was changed and why', () => {
    const campaign = {
      ...threeLandlords(),
      journal: [
        adjustment({
          territory: 'DEP:14',
          before: { kind: 'number', value: 60 },
          after: { kind: 'number', value: 70 },
        }),
      ],
    };
    const adjusted = applyAdjustments(contributions, campaign, catalogue);
    const told = lineageOf(
      consolidate({
        contributions: adjusted.contributions,
        catalogue,
        year: 2019,
        perimeter: campaign.perimeter,
      }),
      'CTX-01',
      'REG:28',
      'fr',
    );
    expect(told?.value).toBe(410);
    expect(told?.landlords[0]?.inputs[0]?.cells[0]?.figure?.comment).toMatch(/^Ajusté : 60.*Hors foyers$/);
  });
});
