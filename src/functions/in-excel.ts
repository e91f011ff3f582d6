import type { Locale } from '../formula';
import { type MakeError, register } from './register';

/** #N/A and #VALUE!: the two errors of Excel that carry a message of ours (CustomFunctionsRuntime 1.2). */
const makeError: MakeError = (kind, message) => {
  const { notAvailable, invalidValue } = CustomFunctions.ErrorCode;
  return new CustomFunctions.Error(kind === 'na' ? notAvailable : invalidValue, message);
};

/** The language Excel shows its own texts in: French unless it is English. */
function displayLocale(): Locale {
  const language = typeof Office === 'undefined' ? undefined : Office.context?.displayLanguage;
  return language?.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

/** Gives every function to Excel. As soon as office.js is there: Excel may ask before it is ready for the rest. */
export function registerInExcel(): void {
  register((id, run) => CustomFunctions.associate(id, run), makeError, { locale: displayLocale });
}
