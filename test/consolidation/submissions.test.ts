import { A, B, campaign, contribution } from './campaign';

type Sent = Omit<Parameters<typeof contribution>[0], 'siren'>;

/** Statuses of several workbooks of one landlord, in the order given. */
const fates = (...sent: Sent[]) => verdict(...sent).result.contributions.map((one) => one.status);

const verdict = (...sent: Sent[]) =>
  campaign({
    contributions: sent.map((one, index) => contribution({ siren: A, file: `${index}.xlsx`, ...one })),
  });

describe('the same landlord twice for one exercice', () => {
  test('a draft never replaces what was sent, however late', () => {
    expect(
      fates({ status: 'transmis', sentAt: '2020-03-01' }, { status: 'brouillon', sentAt: '2020-05-01' }),
    ).toEqual(['accepted', 'superseded']);
    expect(
      fates({ status: 'brouillon', modified: '2020-05-01' }, { status: 'validé', modified: '2020-01-01' }),
    ).toEqual(['superseded', 'accepted']);
  });

  test('a workbook without a status is not a draft', () => {
    expect(fates({ status: 'brouillon', sentAt: '2020-05-01' }, { sentAt: '2020-03-01' })).toEqual([
      'superseded',
      'accepted',
    ]);
  });

  test('the later transmis_le replaces the earlier, validé or not', () => {
    expect(
      fates({ status: 'validé', sentAt: '2020-03-01' }, { status: 'transmis', sentAt: '2020-03-02' }),
    ).toEqual(['superseded', 'accepted']);
    expect(
      fates(
        { status: 'brouillon', sentAt: '2020-03-01', modified: '2020-09-01' },
        { status: 'brouillon', sentAt: '2020-03-02', modified: '2020-08-01' },
      ),
    ).toEqual(['superseded', 'accepted']);
  });

  test('lacking a date, or at the same one, the workbook’s own modified property decides', () => {
    expect(fates({ sentAt: '2020-09-01', modified: '2020-03-01' }, { modified: '2020-03-02' })).toEqual([
      'superseded',
      'accepted',
    ]);
    expect(
      fates(
        { sentAt: '2020-09-01', modified: '2020-03-03' },
        { sentAt: '2020-09-01', modified: '2020-03-02' },
      ),
    ).toEqual(['accepted', 'superseded']);
  });

  test('if nothing decides, both are rejected with the reason: nobody guesses', () => {
    const { result, cell } = verdict(
      { data: { nb_lls: 1 } },
      { data: { nb_lls: 2 }, modified: '2020-01-01' },
    );
    expect(result.contributions.map((one) => one.status)).toEqual(['rejected', 'rejected']);
    for (const one of result.contributions) {
      expect(one.remarks).toMatchObject([{ level: 'blocking', code: 'same_landlord_twice' }]);
      expect(one.remarks[0]?.message).toContain('0.xlsx');
      expect(one.remarks[0]?.message).toContain('1.xlsx');
    }
    expect(cell('CTX-01').expected).toBe(0);
  });

  test('of three, the two latest that tie are rejected and the earlier stays replaced', () => {
    const same = { sentAt: '2020-05-01', modified: '2020-05-01' };
    expect(fates({ sentAt: '2020-01-01', modified: '2020-06-01' }, same, same)).toEqual([
      'superseded',
      'rejected',
      'rejected',
    ]);
  });

  test('only the figures of the one that counts are taken, and what was set aside says by which', () => {
    const { result, cell } = verdict(
      { sentAt: '2020-01-01', data: { nb_lls: 10, agr_plai: 1 } },
      { sentAt: '2020-02-01', data: { nb_lls: 20 } },
    );
    expect(cell('CTX-01')).toMatchObject({ value: 20, respondents: 1, expected: 1 });
    expect(result.contributions[0]?.remarks[0]?.message).toContain('« 1.xlsx »');
    expect(result.answerOf(A, 'REG:28', 'agr_plai').state).toBe('missing');
  });

  test('a rejected workbook does not compete, another landlord’s neither', () => {
    const sent = [
      contribution({ siren: A, sentAt: '2020-01-01' }),
      { ...contribution({ siren: A, sentAt: '2020-02-01' }), status: 'rejected' as const },
      contribution({ siren: B, sentAt: '2020-03-01' }),
    ];
    expect(campaign({ contributions: sent }).result.contributions.map((one) => one.status)).toEqual([
      'accepted',
      'rejected',
      'accepted',
    ]);
  });
});

describe('the year that figures come from', () => {
  test('the contribution of that exercice, even where a later one speaks of the year', () => {
    const { cell, result } = verdict(
      { year: 2019, data: { nb_lls: 10 } },
      { year: 2020, data: { nb_lls: 99 }, inYear: { 2019: { nb_lls: 50, nb_individuel: 5 } } },
    );
    expect(cell('CTX-01').value).toBe(10);
    // Nor is it completed from the other: a landlord's year comes from one workbook.
    expect(cell('CTX-05').value).toBeNull();
    expect(result.landlords[0]?.files).toEqual(['0.xlsx']);
    expect(result.contributions.map((one) => one.status)).toEqual(['accepted', 'accepted']);
  });

  test('else the latest that says something of it; blank rows say nothing', () => {
    const { cell, result } = verdict(
      { year: 2020, inYear: { 2019: { nb_lls: 50 } } },
      { year: 2021, inYear: { 2019: { nb_lls: 60 } } },
      { year: 2022, inYear: { 2019: { nb_lls: null } } },
    );
    expect(cell('CTX-01').value).toBe(60);
    expect(result.landlords[0]?.files).toEqual(['1.xlsx']);
  });

  test('a landlord that says nothing of the year is told so', () => {
    const { result, cell } = verdict({ year: 2018, data: { nb_lls: 10 } });
    expect(cell('CTX-01')).toMatchObject({ value: null, expected: 0 });
    expect(result.contributions[0]?.remarks.map((one) => one.code)).toEqual(['other_year']);
  });
});
