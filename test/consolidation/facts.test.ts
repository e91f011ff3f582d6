import { A, B, C, campaign, contribution, perimeter, type Given } from './campaign';

/** The stock of a landlord alone in Normandie, from its figures by territory. */
function stock(at: Record<string, Given>, lines?: Record<string, number>, code = 'nb_lls') {
  const places = Object.fromEntries(
    Object.entries(at).map(([territory, given]) => [territory, { [code]: given }]),
  );
  const { result } = campaign({
    contributions: [contribution({ siren: A, at: places })],
    ...(lines ? { perimeter: perimeter({ [A]: lines }) } : {}),
  });
  const { state, value } = result.answerOf(A, 'REG:28', code);
  return state === 'number' ? value : state;
}

describe('the value of a data point at a territory', () => {
  test('rule 1: the fact at the territory itself prevails over its parts', () => {
    expect(stock({ 'REG:28': 900, 'DEP:14': 500, 'DEP:50': 300 })).toBe(900);
  });

  test('rule 1: a blank territory is the campaign’s', () => {
    expect(stock({ '': 900, 'DEP:14': 500 })).toBe(900);
  });

  test('rule 2: else the parts of the coarsest level are added up, levels never mixed', () => {
    // 500 + 300; the communes of the Calvados are already in its 500.
    expect(stock({ 'DEP:14': 500, 'DEP:50': 300, 'COM:14118': 200, 'COM:76540': 70 })).toBe(800);
    // EPCI above commune.
    expect(stock({ 'EPCI:200065597': 120, 'COM:14118': 100, 'COM:76540': 70 })).toBe(120);
  });

  test('rule 2: an EPCI across départements is in none of them, but in the région', () => {
    // The CC du Pays de Honfleur-Beuzeville straddles the Calvados and the Eure.
    const { result } = campaign({
      contributions: [contribution({ siren: A, at: { 'EPCI:200066827': { nb_lls: 50 } } })],
    });
    expect(result.answerOf(A, 'DEP:14', 'nb_lls').state).toBe('missing');
    expect(result.answerOf(A, 'DEP:27', 'nb_lls').state).toBe('missing');
    expect(result.answerOf(A, 'REG:28', 'nb_lls').value).toBe(50);
  });

  test('rule 3: facts elsewhere or above do not answer', () => {
    expect(stock({ 'DEP:75': 500, FR: 9000, 'ZONE:abc/B2': 40 })).toBe('missing');
    expect(stock({})).toBe('missing');
  });

  test('in a sum of parts SO adds nothing; all SO is SO', () => {
    expect(stock({ 'DEP:14': 500, 'DEP:50': 'SO' })).toBe(500);
    expect(stock({ 'DEP:14': 'SO', 'DEP:50': 'SO' })).toBe('not_applicable');
  });

  test('in a sum of parts ND, a blank or a refused cell makes the whole not answered', () => {
    expect(stock({ 'DEP:14': 500, 'DEP:50': 'ND' })).toBe('missing');
    expect(stock({ 'DEP:14': 500, 'DEP:50': null })).toBe('missing');
    expect(stock({ 'DEP:14': 500, 'DEP:50': 'refused' })).toBe('missing');
    expect(stock({ 'DEP:14': 'SO', 'DEP:50': 'ND' })).toBe('missing');
  });

  test('a level whose rows are all blank is skipped, at the territory itself too', () => {
    expect(stock({ 'REG:28': null, 'DEP:14': 500, 'DEP:50': 300 })).toBe(800);
    expect(stock({ 'DEP:14': null, 'DEP:50': null, 'COM:14118': 100 })).toBe(100);
    expect(stock({ 'REG:28': null })).toBe('missing');
  });

  test('ND and a refused cell at the territory are answers of a kind: the parts do not replace them', () => {
    expect(stock({ 'REG:28': 'ND', 'DEP:14': 500 })).toBe('missing');
    expect(stock({ 'REG:28': 'refused', 'DEP:14': 500 })).toBe('missing');
    expect(stock({ 'REG:28': 'SO', 'DEP:14': 500 })).toBe('not_applicable');
    expect(stock({ 'DEP:14': 'ND', 'COM:14118': 100 })).toBe('missing');
  });

  test('zero is an answer', () => {
    expect(stock({ 'REG:28': 0 })).toBe(0);
    expect(stock({ 'DEP:14': 0, 'DEP:50': 'SO' })).toBe(0);
  });

  test('rule 2: a part where the perimeter lists the landlord and no fact stands makes the whole not answered', () => {
    const lines = { 'REG:28': 900, 'DEP:14': 500, 'DEP:76': 400 };
    expect(stock({ 'DEP:14': 500 }, lines)).toBe('missing');
    expect(stock({ 'DEP:14': 500, 'DEP:76': 400 }, lines)).toBe(900);
    expect(stock({ 'DEP:14': 500, 'DEP:76': 'SO' }, lines)).toBe(500);
  });

  test('rule 2: only lines of the level that answers matter', () => {
    // Communes answer; the perimeter lists départements: nothing tells which communes are missing.
    expect(stock({ 'COM:14118': 500 }, { 'REG:28': 900, 'DEP:14': 500, 'DEP:76': 400 })).toBe(500);
    expect(stock({ 'REG:28': 900, 'DEP:14': 500 }, { 'REG:28': 900, 'DEP:76': 400 })).toBe(900);
  });

  test('a data point whose meaning depends on the territory is never added up', () => {
    expect(stock({ 'DEP:14': 500, 'DEP:50': 300 }, undefined, 'achats_locaux')).toBe('missing');
    expect(stock({ 'REG:28': 700, 'DEP:14': 500 }, undefined, 'achats_locaux')).toBe(700);
    // Its SO parts do not make the région SO either.
    expect(stock({ 'DEP:14': 'SO' }, undefined, 'lm3_t2')).toBe('missing');
  });

  test('facts that meet on one commune after carrying are added', () => {
    const one = contribution({ siren: A, at: { 'COM:14118': { nb_lls: 100 } } });
    const [fact] = one.facts;
    if (!fact) throw new Error('one fact');
    const carried = { ...fact, written: 'COM:14712', answer: { kind: 'number' as const, value: 30 } };
    const { result } = campaign({ contributions: [{ ...one, facts: [fact, carried] }] });
    expect(result.answerOf(A, 'COM:14118', 'nb_lls').value).toBe(130);
    expect(result.answerOf(A, 'REG:28', 'nb_lls').value).toBe(130);
  });
});

describe('sub-territories', () => {
  const contributions = [
    contribution({ siren: A, at: { 'DEP:14': { nb_lls: 500 }, 'COM:50129': { nb_lls: 80 } } }),
    contribution({ siren: B, at: { 'DEP:14': { nb_lls: 200 }, 'DEP:50': { nb_lls: 90 } } }),
    contribution({ siren: C, data: { nb_lls: 40 } }),
  ];

  test('every département is given, with those that have something there or inside', () => {
    const { result, cell } = campaign({ contributions, by: ['DEP'] });
    expect(result.territories).toEqual(['REG:28', 'DEP:14', 'DEP:27', 'DEP:50', 'DEP:61', 'DEP:76']);
    expect(cell('CTX-01', 'DEP:14')).toMatchObject({ value: 700, respondents: 2, expected: 2 });
    // A has a commune of the Manche: 80 + 90.
    expect(cell('CTX-01', 'DEP:50')).toMatchObject({ value: 170, respondents: 2, expected: 2 });
    expect(cell('CTX-01', 'DEP:61')).toMatchObject({ value: null, expected: 0, reason: 'no_respondent' });
  });

  test('of communes and EPCI only those that the campaign knows', () => {
    const { result } = campaign({ contributions, by: ['EPCI', 'COM'] });
    // Cherbourg-en-Cotentin (50129) lies in the CA du Cotentin.
    expect(result.territories).toEqual(['REG:28', 'EPCI:200067205', 'COM:50129']);
  });
});
