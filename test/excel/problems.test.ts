import { ExcelProblem } from '../../src/excel';
import { diagnose } from '../../src/excel/diagnose';
import { wordings, type ProblemCode } from '../../src/excel/wordings';

const codes = Object.keys(wordings) as ProblemCode[];

test.each(codes)('%s: a sentence and a remedy, in both languages, with and without facts', (code) => {
  for (const facts of [
    {},
    { names: ['A'], address: 'B2', detail: 'x', during: { fr: 'Lecture', en: 'Reading' } },
    { names: ['A', 'B'], done: 1200, total: 5000 },
  ]) {
    const { message, remedy } = new ExcelProblem(code, facts);
    for (const text of [message.fr, message.en, remedy.fr, remedy.en]) {
      expect(text).toMatch(/^[\p{L}«“].*[.)]$/su);
      expect(text).not.toMatch(/undefined|null|\[object|Error|API/u);
    }
    expect(message.fr).not.toBe(message.en);
  }
});

test('facts are in the sentence', () => {
  const problem = new ExcelProblem('protected', {
    during: { fr: 'Écriture', en: 'Writing' },
    names: ['Loyers', 'Travaux'],
    done: 1200,
    total: 5000,
  });
  expect(problem.message.fr).toBe(
    'Écriture : les feuilles « Loyers », « Travaux » sont protégées contre les modifications. 1\u202f200 lignes sur 5\u202f000 étaient déjà écrites, et le restent.',
  );
  expect(problem.message.en).toBe(
    'Writing: sheets “Loyers”, “Travaux” are protected against changes. 1,200 of 5,000 rows were already written, and stay so.',
  );
  expect(String(problem)).toContain('Ôtez la protection');
});

test.each([
  ['InvalidOperationInCellEditMode', 'cell_edit'],
  ['ActivityLimitReached', 'throttled'],
  ['RequestPayloadSizeLimitExceeded', 'too_large'],
  ['ResponsePayloadSizeLimitExceeded', 'too_large'],
  ['AccessDenied', 'protected'],
  ['ItemNotFound', 'missing'],
  ['ItemAlreadyExists', 'exists'],
  ['InsertDeleteConflict', 'conflict'],
  ['ApiNotFound', 'unsupported'],
  ['InvalidOrTimedOutSession', 'connection'],
  ['SomethingNew', 'unknown'],
])('%s is understood as %s', (code, expected) => {
  expect(diagnose({ name: 'RichApi.Error', code, message: 'x' }).code).toBe(expected);
});

test('whatever is thrown becomes a problem, said without jargon', () => {
  expect(diagnose(undefined)).toBeInstanceOf(ExcelProblem);
  expect(diagnose('texte').message.fr).toBe('Excel a signalé un problème inattendu (texte).');
  expect(diagnose(Object.assign(new Error('x'), { name: 'AbortError' })).code).toBe('cancelled');
  expect(diagnose({ code: 7000 }).code).toBe('protected');
});
