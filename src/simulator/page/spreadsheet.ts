import { LocaleType, Univer, mergeLocales } from '@univerjs/core';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreFrench from '@univerjs/preset-sheets-core/locales/fr-FR';
import '@univerjs/preset-sheets-core/lib/index.css';
import { UniverSheetsTablePlugin } from '@univerjs/sheets-table';
import tableFrench from '@univerjs/sheets-table/locale/fr-FR';
import { UniverSheetsTableUIPlugin } from '@univerjs/sheets-table-ui';
import '@univerjs/sheets-table-ui/lib/index.css';
import tableUiFrench from '@univerjs/sheets-table-ui/locale/fr-FR';

/** Univer in French with its grid, formula bar, toolbar and sheet tabs, in an element of the page. */
export function createSpreadsheet(container: HTMLElement): Univer {
  const univer = new Univer({
    locale: LocaleType.FR_FR,
    locales: { [LocaleType.FR_FR]: mergeLocales(coreFrench, tableFrench, tableUiFrench) },
    logLevel: 1,
  });
  const { plugins } = UniverSheetsCorePreset({ container, ribbonType: 'simple', footer: {} });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  univer.registerPlugin(UniverSheetsTablePlugin);
  univer.registerPlugin(UniverSheetsTableUIPlugin);
  return univer;
}
