import { catalogue } from '../../src/catalogue';
import { type Campaign, filledShare, receive, type Version } from '../../src/campaign';
import { questionsOf } from '../../src/contribution';
import { A, B, C, contribution, D } from '../consolidation/campaign';
import { day, threeLandlords } from './campaign';

/** Ordinary spaces: which no-break space stands before a unit is not what is tested here. */
const plain = (text: string | undefined) => text?.replace(/\s/gu, ' ');

type Sent = Parameters<typeof contribution>[0];
const v = (version: string, sent: Sent): Version => ({
  version,
  contribution: contribution({ status: 'transmis', ...sent }),
});
const today = day('2020-06-01');

function receiving(
  campaign: Campaign,
  files: readonly Version[],
  more: { taken?: readonly Version[]; take?: boolean; today?: Date } = {},
) {
  return receive({ campaign, files, taken: [], take: false, today, by: 'Claire', ...more }, { catalogue });
}

const kinds = (result: ReturnType<typeof receiving>) => result.outcomes.map(({ kind }) => kind);
const codes = (result: ReturnType<typeof receiving>, at: number) =>
  result.outcomes[at]!.contribution.remarks.map(({ code }) => code);

const a1 = v('a1', { siren: A, sentAt: '2020-04-01', data: { nb_lls: 100, nb_individuel: 20 } });
const a2 = v('a2', {
  siren: A,
  sentAt: '2020-05-01',
  file: 'a2.xlsx',
  data: { nb_lls: 110, nb_individuel: 20 },
  rents: [['REG:28', 5, 6, 10]],
});
const b1 = v('b1', { siren: B, sentAt: '2020-04-01', data: { nb_lls: 300, nb_individuel: 'ND' } });

describe('receiving contributions', () => {
  it('notes who answered, how much, and keeps the words of the union', () => {
    const start = threeLandlords({ themes: ['CTX'] });
    const campaign = { ...start, followUp: start.followUp.map((one) => ({ ...one, comment: 'Appeler' })) };
    const { campaign: after, outcomes } = receiving(campaign, [a1]);
    const asked = questionsOf(catalogue).filter(({ theme }) => theme === 'CTX').length;
    expect(after.followUp[0]).toMatchObject({
      siren: A,
      state: 'reçu',
      date: today,
      by: 'Claire',
      version: 'a1',
      file: '111111118-bailleur-111111118-a1.xlsx',
      filled: 2 / asked,
      blocking: 0,
      comment: 'Appeler',
    });
    expect(after.followUp[1]).toEqual(campaign.followUp[1]);
    expect(outcomes[0]?.keepAs).toBe('111111118-bailleur-111111118-a1.xlsx');
  });

  it('counts as filled a number, ND, SO and rows, of the year; never a blank or a refused value', () => {
    const one = contribution({
      siren: A,
      data: { nb_lls: 0, nb_individuel: 'ND', nb_loues: null, nb_neufs: 'refused' },
      inYear: { 2018: { nb_rehab: 5 } },
      rents: [['COM:14118', 5, 6, 10]],
    });
    const asked = questionsOf(catalogue).filter(({ code }) =>
      ['nb_lls', 'nb_individuel', 'nb_loues', 'nb_neufs', 'nb_rehab', 'IMPACT_LOYERS'].includes(code),
    );
    expect(filledShare(one, asked, 2019)).toBe(3 / asked.length);
    expect(asked.length).toBeGreaterThanOrEqual(5);
  });

  it('shows what a new version changes, and its effect on the region, before it is told to take it', () => {
    const first = receiving(threeLandlords(), [a1, b1]);
    const shown = receiving(first.campaign, [a2], { taken: [a1, b1] });
    expect(kinds(shown)).toEqual(['waiting']);
    expect(shown.campaign).toEqual(first.campaign);
    expect(
      shown.outcomes[0]?.changes.map(({ code, territory, before, after }) => [
        code,
        territory,
        plain(before),
        plain(after),
      ]),
    ).toEqual([
      ['transmis_le', '', '01/04/2020', '01/05/2020'],
      ['nb_lls', 'REG:28', '100 logements', '110 logements'],
      ['IMPACT_LOYERS', 'REG:28', undefined, 'T3 / 5 / 6 / 10'],
    ]);
    const effects = new Map(shown.outcomes[0]?.effects.map((one) => [one.code, one]));
    // Alpha and Bêta: 100 + 300, then 110 + 300; Alpha alone answers on houses: 20/100, then 20/110.
    expect(effects.get('CTX-01')).toMatchObject({ before: 400, after: 410 });
    expect(effects.get('CTX-05')).toMatchObject({ before: 0.2, after: 20 / 110 });
    const taken = receiving(first.campaign, [a2], { taken: [a1, b1], take: true });
    expect(kinds(taken)).toEqual(['taken']);
    expect(taken.campaign.followUp[0]).toMatchObject({ version: 'a2', state: 'reçu' });
  });

  it('never lets an older version or a draft replace what was taken, nor an accepted one pass unseen', () => {
    const first = receiving(threeLandlords(), [a2]);
    const draft = v('a3', {
      siren: A,
      status: 'brouillon',
      sentAt: '2020-07-01',
      file: 'a3.xlsx',
      data: { nb_lls: 1 },
    });
    for (const late of [a1, draft]) {
      const result = receiving(first.campaign, [late], { taken: [a2], take: true });
      expect(kinds(result)).toEqual(['older']);
      expect(result.campaign).toEqual(first.campaign);
    }
    const accepted = {
      ...first.campaign,
      followUp: first.campaign.followUp.map((one) => ({ ...one, state: 'accepté' as const })),
    };
    const a4 = v('a4', { siren: A, sentAt: '2020-08-01', file: 'a4.xlsx', data: { nb_lls: 120 } });
    const again = receiving(accepted, [a4], { taken: [a2], take: true });
    expect(codes(again, 0)).toContain('accepted_before');
    expect(again.campaign.followUp[0]?.state).toBe('reçu');
  });

  it('refuses what is not this campaign’s, each with its reason, without touching the others', () => {
    const wrongYear = v('y', { siren: B, year: 2018, data: { nb_lls: 1 } });
    const stranger = v('s', { siren: D, data: { nb_lls: 1 } });
    const disguised = v('d', { siren: C, file: `recus/${B}-beta-logis-2019.xlsx`, data: { nb_lls: 1 } });
    const broken: Version = {
      version: 'x',
      contribution: {
        file: 'x.xlsx',
        facts: [],
        members: [],
        rows: [],
        remarks: [
          {
            level: 'blocking',
            code: 'file_truncated',
            message: 'Coupé.',
            source: { file: 'x.xlsx', sheet: '', cell: '' },
          },
        ],
        status: 'rejected',
      },
    };
    const result = receiving(threeLandlords(), [wrongYear, stranger, disguised, broken, a1]);
    expect(kinds(result)).toEqual(['refused', 'refused', 'refused', 'refused', 'taken']);
    expect([0, 1, 2, 3].map((at) => codes(result, at)[0])).toEqual([
      'wrong_year',
      'outside_perimeter',
      'file_of_another',
      'file_truncated',
    ]);
    expect(result.campaign.followUp.map(({ state }) => state)).toEqual(['reçu', 'attendu', 'attendu']);
  });

  it('settles two files of one landlord: the later counts; twins count once; undecided ones are refused', () => {
    const twin = { ...a1, contribution: { ...a1.contribution, file: 'copie.xlsx' } };
    const undecided = v('b2', { siren: B, sentAt: '2020-04-01', file: 'b2.xlsx', data: { nb_lls: 301 } });
    const result = receiving(threeLandlords(), [a1, twin, a2, b1, undecided]);
    expect(kinds(result)).toEqual(['superseded', 'unchanged', 'taken', 'refused', 'refused']);
    expect(codes(result, 3)).toContain('same_landlord_twice');
  });

  it('changes nothing when the same files come again, in any order and company (300 random batches)', () => {
    let seed = 42;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    const pool = [
      a1,
      a2,
      b1,
      v('c1', { siren: C, data: { nb_lls: 600 } }),
      v('c2', { siren: C, status: 'brouillon', file: 'c2.xlsx' }),
      v('d1', { siren: D }),
      v('y1', { siren: B, year: 2018 }),
    ];
    let tookSome = 0;
    for (let round = 0; round < 300; round += 1) {
      const batch = pool.filter(() => random(2) === 0).sort(() => random(3) - 1);
      const once = receiving(threeLandlords(), batch);
      const taken = batch.filter(({ version }) =>
        once.campaign.followUp.some((one) => one.version === version),
      );
      tookSome += taken.length;
      const again = receiving(once.campaign, [...batch].reverse(), {
        taken,
        take: true,
        today: day('2021-01-01'),
      });
      expect(again.campaign).toEqual(once.campaign);
      expect(receiving(threeLandlords(), [...batch].reverse()).campaign).toEqual(once.campaign);
    }
    expect(tookSome).toBeGreaterThan(300);
  });
});
