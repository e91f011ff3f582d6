import { functionTable, registerInExcel } from '../../src/functions';

class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What Excel offers, as its documentation gives it: association by id, and errors of two codes with a message. */
function installHost(displayLanguage?: string) {
  const associated = new Map<string, (...given: unknown[]) => unknown>();
  const ErrorCode = { notAvailable: '#N/A', invalidValue: '#VALUE!' };
  Object.assign(globalThis, {
    CustomFunctions: { associate: associated.set.bind(associated), Error: HostError, ErrorCode },
    Office: displayLanguage === undefined ? undefined : { context: { displayLanguage } },
  });
  registerInExcel();
  return associated;
}

const errorOf = (run: () => unknown): HostError => {
  try {
    run();
  } catch (error) {
    return error as HostError;
  }
  throw new Error('No error was thrown.');
};

describe('the functions given to Excel', () => {
  test('are all of the table, under their ids', () => {
    expect([...installHost('fr-FR').keys()]).toEqual(functionTable.map(({ id }) => id));
  });

  test.each([
    ['fr-FR', /vérifiez le code/],
    ['en-US', /check the code/],
    [undefined, /vérifiez le code/],
  ])('fail with an error of the host, in the language of Excel (%s)', (language, words) => {
    const indicator = installHost(language).get('DEFINITION');
    const error = errorOf(() => indicator?.('ZZZ-99'));
    expect(error).toBeInstanceOf(HostError);
    expect(['#N/A', '#VALUE!']).toContain(error.code);
    expect(error.message).toMatch(words);
  });

  test('answer', () => {
    expect(installHost('fr-FR').get('SIREN_VALIDE')?.('111111118')).toBe(true);
  });
});
