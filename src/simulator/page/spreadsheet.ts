import { LocaleType, Univer, UniverInstanceType, mergeLocales, toDisposable } from '@univerjs/core';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { IRenderManagerService, UniverRenderEnginePlugin } from '@univerjs/engine-render';
import coreFrench from '@univerjs/preset-sheets-core/locales/fr-FR';
import '@univerjs/preset-sheets-core/lib/index.css';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { UniverSheetsNumfmtUIPlugin } from '@univerjs/sheets-numfmt-ui';
import { UniverSheetsTablePlugin } from '@univerjs/sheets-table';
import tableFrench from '@univerjs/sheets-table/locale/fr-FR';
import { UniverSheetsTableUIPlugin } from '@univerjs/sheets-table-ui';
import '@univerjs/sheets-table-ui/lib/index.css';
import tableUiFrench from '@univerjs/sheets-table-ui/locale/fr-FR';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import { IUIPartsService, UniverUIPlugin } from '@univerjs/ui';
import { PartsWithoutToolbar } from './held-toolbar';

export interface Spreadsheet {
  readonly univer: Univer;
  /** Draws the grid's own toolbar, if it is not drawn yet. */
  readonly drawToolbar: () => void;
}

/**
 * Univer in French with its grid, formula bar, toolbar and sheet tabs, in an element of the page. Its plugins are
 * registered one by one: the preset brings a second interface and a network service that nothing here uses.
 */
export function createSpreadsheet(container: HTMLElement): Spreadsheet {
  const univer = new Univer({
    locale: LocaleType.FR_FR,
    locales: { [LocaleType.FR_FR]: mergeLocales(coreFrench, tableFrench, tableUiFrench) },
    logLevel: 1,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverRenderEnginePlugin);
  const parts = new PartsWithoutToolbar();
  univer.registerPlugin(UniverUIPlugin, {
    container,
    ribbonType: 'simple',
    override: [[IUIPartsService, { useValue: parts }]],
  });
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, { footer: {}, protectedRangeShadow: true });
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  // The host calculates everything once it has given the add-in's functions to the engine.
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    initialFormulaComputing: CalculationMode.NO_CALCULATION,
  });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin);
  univer.registerPlugin(UniverSheetsTableUIPlugin);
  withoutTextMarks(univer);
  return { univer, drawToolbar: () => parts.drawToolbar() };
}

/**
 * Leaves out the mark of « numbers stored as text ». To draw it Univer reads every text of the screen as a date, at
 * each drawing, even where its setting says not to: a third of the time that drawing takes.
 */
function withoutTextMarks(univer: Univer): void {
  const rendering = univer.__getInjector().get(IRenderManagerService);
  const register = rendering.registerRenderModule.bind(rendering);
  rendering.registerRenderModule = (type, dependency) => {
    const [identifier] = dependency;
    const isMark =
      type === UniverInstanceType.UNIVER_SHEET &&
      (identifier as { readonly name?: string }).name === 'ForceStringRenderController';
    return isMark ? toDisposable(() => undefined) : register(type, dependency);
  };
}
