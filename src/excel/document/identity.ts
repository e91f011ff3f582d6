import type { SyntaxLocale, WorkbookIdentity } from '../model';
import { run } from '../run';

/** Which workbook is open, and how. */
export async function workbookIdentity(): Promise<WorkbookIdentity> {
  const label = { fr: 'Lecture du nom du classeur', en: 'Reading the workbook’s name' };
  return run(
    label,
    async (context) => {
      const workbook = context.workbook.load('name,readOnly,autoSave');
      await context.sync();
      return {
        name: workbook.name,
        url: Office.context.document.url ?? '',
        readOnly: workbook.readOnly,
        autoSave: workbook.autoSave,
      };
    },
    { repeatable: true },
  );
}

/**
 * How this Excel writes formulas and numbers, to show a formula as the person would type it. Function
 * names follow the language of Excel's display; Excel separates arguments by a semicolon wherever the
 * comma marks decimals.
 */
export async function syntaxLocale(): Promise<SyntaxLocale> {
  const label = { fr: 'Lecture des réglages d’Excel', en: 'Reading Excel’s settings' };
  return run(
    label,
    async (context) => {
      const { application } = context.workbook;
      application.load('decimalSeparator,thousandsSeparator');
      await context.sync();
      return {
        language: Office.context.displayLanguage,
        decimalSeparator: application.decimalSeparator,
        thousandsSeparator: application.thousandsSeparator,
        listSeparator: application.decimalSeparator === ',' ? ';' : ',',
      };
    },
    { repeatable: true },
  );
}

/** Calculates every formula again, those of this add-in included. */
export async function recalculate(): Promise<void> {
  await run(
    { fr: 'Recalcul du classeur', en: 'Recalculating the workbook' },
    async (context) => {
      context.workbook.application.calculate('Full');
      await context.sync();
    },
    { repeatable: true },
  );
}
