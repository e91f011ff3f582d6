import {
  answerQuestion,
  insertQuestionnaire,
  prepareFile,
  saveIdentity,
  signOff,
} from '../../src/taskpane/actions';
import type { Engine } from '../../src/taskpane/engine';
import { groupsOf } from '../../src/taskpane/tasks/check/groups';
import { indicatorStory, type StoryNode } from '../../src/taskpane/tasks/explain/indicator-story';
import { cardsOf } from '../../src/taskpane/tasks/indicators/cards';
import { changesOf, templateIdentity, writtenIdentity } from '../../src/taskpane/tasks/start/identity-form';
import { progressOf } from '../../src/taskpane/tasks/start/steps';
import { questionnaireOf, type AnswerRow } from '../../src/taskpane/workbook/questionnaire';
import {
  briefEngine,
  contributionFile,
  questionsInTheFiles,
  startDesk,
  tidy,
  workbookFile,
  type Desk,
} from './support';

// One landlord's afternoon, from an empty workbook to the file to send, on the real office.js.
jest.setTimeout(120_000);

let desk: Desk;
let engine: Engine;
let editing = false;
/** What « a copy of the workbook » is, for this test: Excel itself makes it in real life. */
let copy: Uint8Array = new Uint8Array();

const draft = {
  siren: '552 100 554',
  name: 'Habitat du Cap',
  year: '2024',
  family: 'OPH',
  territory: 'REG:28',
} as const;

beforeAll(async () => {
  engine = await briefEngine();
  desk = await startDesk({ isCellEditing: () => editing, file: async () => copy });
  await desk.session.start();
});
afterEach(() => desk.host.faults.clear());
afterAll(() => desk.dispose());

const view = () => {
  const { workbook } = desk.session.store.get();
  const contribution = workbook?.contribution;
  if (!workbook || !contribution) throw new Error('The pane has no contribution.');
  return { workbook, contribution };
};
const progress = () => progressOf(view().workbook, view().contribution, engine);
const question = (code: string) => {
  const all = questionnaireOf(view().workbook, view().contribution, engine)?.themes.flatMap(
    (one) => one.questions,
  );
  const found = all?.find((one) => one.code === code);
  if (!found) throw new Error(`No question ${code}.`);
  return found;
};
const rowOf = (code: string): AnswerRow => question(code).rows[0]!;
const answer = (code: string, value: number | 'ND' | 'SO' | null, seen = rowOf(code).content) =>
  desk.session.perform(answerQuestion, {
    code,
    year: 2024,
    territory: rowOf(code).territory,
    answer: value,
    seen,
  });

test('an empty workbook: nothing to show, and nothing said to be wrong', () => {
  const { workbook, notice } = desk.session.store.get();
  expect(workbook).toEqual({ kind: 'empty', tables: new Map() });
  expect(notice).toBeUndefined();
});

test('the questionnaire cancelled on the way: nothing is left of it, and the person is told', async () => {
  const stop = desk.session.store.watch(() => {
    if ((desk.session.store.get().work?.progress?.done ?? 0) >= 5) desk.session.cancel();
  });
  const done = await desk.session.perform(insertQuestionnaire, templateIdentity(draft, engine));
  stop();
  expect(done).toBeUndefined();
  expect(tidy(desk.told())).toBe(
    'Création des feuilles : opération annulée. Recommencez quand vous le souhaitez.',
  );
  expect(desk.session.store.get().workbook?.tables.size).toBe(0);
});

test('the questionnaire is inserted, its progress shown, its sheets counted', async () => {
  const shown = new Set<number>();
  const stop = desk.session.store.watch(() => {
    const { done = 0, total = 0 } = desk.session.store.get().work?.progress ?? {};
    if (total > 0) shown.add(done / total);
  });
  await desk.session.perform(insertQuestionnaire, templateIdentity(draft, engine));
  stop();
  const sheets = await Excel.run(async (context) => {
    const all = context.workbook.worksheets.load('items/name');
    await context.sync();
    return all.items.length - 1;
  });
  expect(shown.size).toBeGreaterThan(5);
  expect(tidy(desk.told())).toBe(`Le questionnaire est dans le classeur : ${sheets} feuilles ajoutées.`);
  expect(view().contribution.identity).toMatchObject({
    siren: '552100554',
    name: 'Habitat du Cap',
    year: 2024,
  });
  expect(progress()).toEqual({
    answered: 0,
    total: questionsInTheFiles(),
    blocking: 0,
    warnings: 0,
    computed: 0,
    status: 'draft',
  });
});

test('inserted again, nothing is doubled', async () => {
  const report = await desk.session.perform(insertQuestionnaire, templateIdentity(draft, engine));
  expect(report?.sheets).toEqual([]);
});

describe('answers', () => {
  test('a number goes into its cell, and is told as the person writes it', async () => {
    const { sheet, address } = rowOf('somme_loyers_mois');
    await answer('somme_loyers_mois', 500_000);
    expect(await desk.valueAt(sheet, address)).toBe(500_000);
    expect(tidy(desk.told())).toBe('Réponse enregistrée : 500 000');
    expect(question('somme_loyers_mois').state).toBe('number');
    expect(progress().answered).toBe(1);
  });

  test('ND and SO are answers; blank is not, and 0 is', async () => {
    await answer('somme_shab_loue', 100_000);
    await answer('nb_lls', 0);
    await answer('nb_eq_foyer', 'ND');
    await answer('nb_individuel', 'SO');
    expect(progress().answered).toBe(5);
    await answer('nb_lls', null);
    expect(desk.told()).toBe('Réponse effacée');
    expect([progress().answered, question('nb_lls').state]).toEqual([4, 'blank']);
  });

  test('what someone else answered meanwhile is not written over', async () => {
    const { sheet, address, content } = rowOf('nb_lls');
    await desk.type(sheet, address, [[1234]]);
    await answer('nb_lls', 99, content);
    expect(await desk.valueAt(sheet, address)).toBe(1234);
    expect(desk.told()).toBe(
      'Quelqu’un a répondu « 1234 » entre-temps dans le classeur. Rien n’a été écrit. ' +
        'La réponse actuelle est affichée : gardez-la, ou répondez de nouveau.',
    );
    // The pane has read again: the answer of the other is the one it shows.
    expect(rowOf('nb_lls').content).toBe(1234);
  });

  test('a protected sheet: a message that names it, a remedy, and the figure as it was', async () => {
    const { sheet, address } = rowOf('nb_lls');
    const lock = (locked: boolean) =>
      Excel.run(async (context) => {
        const { protection } = context.workbook.worksheets.getItem(sheet).load('protection/protected');
        await context.sync();
        if (protection.protected) protection.unprotect();
        context.workbook.worksheets.getItem(sheet).getRange(address).format.protection.locked = locked;
        if (locked) protection.protect();
        await context.sync();
      });
    await lock(true);
    await answer('nb_lls', 99);
    expect(tidy(desk.told())).toMatch(
      new RegExp(`feuille « ${sheet} » est protégée.+Ôtez la protection .+, puis recommencez`, 'u'),
    );
    expect(await desk.valueAt(sheet, address)).toBe(1234);
    await lock(false);
  });

  test('while a cell is being edited, the pane says what Excel waits for, then goes on by itself', async () => {
    editing = true;
    const told: (string | undefined)[] = [];
    const stop = desk.session.store.watch(() => {
      const { waiting } = desk.session.store.get();
      if (told.at(-1) !== waiting?.remedy?.fr || told.length === 0) told.push(waiting?.remedy?.fr);
      if (waiting) editing = false;
    });
    await answer('nb_lls', 1235);
    stop();
    expect(told).toContain('Terminez la saisie dans la cellule (Entrée ou Échap).');
    expect(desk.session.store.get().waiting).toBeUndefined();
    expect(rowOf('nb_lls').content).toBe(1235);
  });

  test('a change by someone else is followed, without a word', async () => {
    desk.session.dismiss();
    const { sheet, address } = rowOf('nb_collectif');
    await desk.type(sheet, address, [[42]]);
    // Typed by the test through the library, so its event says « ours »: another person's does not.
    await desk.session.refresh();
    expect([rowOf('nb_collectif').content, desk.session.store.get().notice]).toEqual([42, undefined]);
  });
});

describe('remarks', () => {
  test('gathered by kind, each with its cell; a click goes there, and back', async () => {
    const [first, second] = [rowOf('nb_occupants'), rowOf('nb_collectif')];
    await desk.put(first.sheet, first.address, 'beaucoup');
    await desk.put(second.sheet, second.address, -5);
    const groups = groupsOf(view().contribution.remarks, 'blocking');
    expect(groups.map(({ code, remarks }) => [code, remarks.map(({ source }) => source.cell)])).toEqual(
      expect.arrayContaining([
        ['not_a_number', [first.address]],
        ['negative', [second.address]],
      ]),
    );
    expect(progress().blocking).toBe(2);
    const where = async () => {
      const { sheet, cell } = await desk.session.port.selection();
      return `${sheet}!${cell}`;
    };
    await desk.session.select(first.sheet, first.address);
    await desk.until(() => desk.session.store.get().selection?.cell === first.address);
    await desk.session.select(second.sheet, second.address);
    expect(await where()).toBe(`${second.sheet}!${second.address}`);
    await desk.session.back();
    expect(await where()).toBe(`${first.sheet}!${first.address}`);
    await desk.put(first.sheet, first.address, null);
    await desk.put(second.sheet, second.address, 42);
    expect(progress().blocking).toBe(0);
  });
});

const leaves = (node: StoryNode): readonly StoryNode[] =>
  node.children.length === 0 ? [node] : node.children.flatMap(leaves);

describe('indicators', () => {
  test('500 000 € of rents over 100 000 m²: 5 €/m², beside the published figure of its region', () => {
    const { consolidation } = view().workbook;
    const card = cardsOf(consolidation!)
      .flatMap(({ cards }) => cards)
      .find(({ indicator }) => indicator.code === 'PAC-01');
    expect(card?.cell.value).toBe(5);
    expect(card?.benchmark).toMatchObject({ year: 2019, territory: 'REG:28', value: 5.31 });
  });

  test('explained down to the two cells it was read from', () => {
    const story = indicatorStory('PAC-01', view().workbook.consolidation!, engine, 'fr');
    expect(tidy(story?.tree.text)).toBe('5,00 €/m²/mois = 500 000 €/mois ÷ 100 000 m²');
    const cells = leaves(story!.tree).flatMap(({ sources }) =>
      sources.map(({ sheet, cell }) => `${sheet}!${cell}`),
    );
    const expected = ['somme_loyers_mois', 'somme_shab_loue'].map(rowOf);
    expect(cells).toEqual(expected.map(({ sheet, address }) => `${sheet}!${address}`));
  });

  test('without an answer, it says which question lacks one', async () => {
    await answer('impayes_annee', 'ND');
    const story = indicatorStory('PAC-07', view().workbook.consolidation!, engine, 'fr');
    expect(story?.cell.value).toBeNull();
    // ND is an answer: only the other question is still to answer.
    const lines = leaves(story!.tree).map(({ question: code, open }) => [code, open]);
    expect(lines).toEqual([
      ['impayes_annee', false],
      ['quittancement', true],
    ]);
  });
});

describe('identity and sending', () => {
  test('corrected in the pane, it is corrected in its table; a change made meanwhile is kept', async () => {
    const written = writtenIdentity(view().workbook, engine)!;
    const changes = changesOf(written, { ...written.draft, name: 'Habitat du Grand Cap' });
    expect(changes).toEqual([
      { field: 'raison_sociale', value: 'Habitat du Grand Cap', seen: 'Habitat du Cap' },
    ]);
    await desk.session.perform(saveIdentity, changes);
    expect(view().contribution.identity?.name).toBe('Habitat du Grand Cap');
    // The same again: the cell no longer holds what was seen.
    await desk.session.perform(saveIdentity, changes);
    expect(desk.told()).toMatch(/« raison_sociale » a été modifié entre-temps.+Rien n’a été écrit/u);
  });

  test('signed off on the day of the person, whatever the hour', async () => {
    await desk.session.perform(signOff, { contact: '  Jeanne Martin ' });
    const { identity } = view().contribution;
    expect(identity).toMatchObject({ status: 'transmis', contact: 'Jeanne Martin' });
    // 15 February 2026, 23:30 in the person's time zone.
    expect(identity?.sentAt?.toISOString().slice(0, 10)).toBe('2026-02-15');
    expect(progress().status).toBe('sent');
  });

  test('signed off again, over an earlier date and a field written « Transmis le »', async () => {
    await Excel.run(async (context) => {
      const body = context.workbook.tables.getItem('IMPACT_IDENTITE').getDataBodyRange().load('values');
      await context.sync();
      const row = (body.values as unknown[][]).findIndex(([field]) => field === 'transmis_le');
      body.getCell(row, 0).values = [['Transmis le']];
      body.getCell(row, 1).values = [[45_000]];
      await context.sync();
    });
    await desk.session.perform(signOff, { contact: 'Jeanne Martin' });
    expect(view().contribution.identity?.sentAt?.toISOString().slice(0, 10)).toBe('2026-02-15');
  });

  test('without a name, nothing is written', async () => {
    await desk.session.perform(signOff, { contact: ' ' });
    expect(desk.told()).toBe(
      'Le nom de la personne qui vise la contribution manque. Écrivez votre nom, puis recommencez.',
    );
  });

  test('the file to send is read back; one that would be rejected is not offered', async () => {
    copy = await contributionFile();
    const file = await desk.session.perform(prepareFile, undefined);
    expect(file?.name).toBe('contribution-552100554-2024.xlsx');
    // Three figures typed, ND and SO; a list of two communes; the blank and the refused do not count.
    expect(tidy(desk.told())).toBe('Le fichier est prêt : 6 réponses relues, 1 remarque bloquante.');
    copy = await workbookFile([{ name: 'Vide', columns: [], rows: [] }]);
    expect(await desk.session.perform(prepareFile, undefined)).toBeUndefined();
    expect(desk.told()).toMatch(/Le fichier serait rejeté par son destinataire.+Corrigez/u);
  });
});

test('numbers are told as the language writes them', () => {
  expect(tidy(answerQuestion.told?.(1234.5)?.fr)).toBe('Réponse enregistrée : 1 234,5');
  expect(answerQuestion.told?.(1234.5)?.en).toBe('Answer saved: 1,234.5');
});
