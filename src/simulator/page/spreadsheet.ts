import {
  LifecycleService,
  LifecycleStages,
  LocaleService,
  LocaleType,
  Quantity,
  UniverInstanceType,
  toDisposable,
  type Univer,
} from '@univerjs/core';
import designFrench from '@univerjs/design/locale/fr-FR';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import docsFrench from '@univerjs/docs-ui/locale/fr-FR';
import { IRenderManagerService, UniverRenderEnginePlugin } from '@univerjs/engine-render';
import '@univerjs/preset-sheets-core/lib/index.css';
import sheetsFrench from '@univerjs/sheets/locale/fr-FR';
import formulaFrench from '@univerjs/sheets-formula/locale/fr-FR';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import formulaUiFrench from '@univerjs/sheets-formula-ui/locale/fr-FR';
import { UniverSheetsNumfmtUIPlugin } from '@univerjs/sheets-numfmt-ui';
import formatsFrench from '@univerjs/sheets-numfmt-ui/locale/fr-FR';
import tableFrench from '@univerjs/sheets-table/locale/fr-FR';
import { UniverSheetsTableUIPlugin } from '@univerjs/sheets-table-ui';
import '@univerjs/sheets-table-ui/lib/index.css';
import tableUiFrench from '@univerjs/sheets-table-ui/locale/fr-FR';
import { IEditorBridgeService, UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import sheetsUiFrench from '@univerjs/sheets-ui/locale/fr-FR';
import { ILayoutService, IUIPartsService, UniverUIPlugin } from '@univerjs/ui';
import uiFrench from '@univerjs/ui/locale/fr-FR';
import { explainErrors, type MessageAt } from './error-cards';
import { PartsWithoutToolbar } from './held-toolbar';

export interface Spreadsheet {
  /** Draws the grid's own toolbar, if it is not drawn yet. */
  readonly drawToolbar: () => void;
  /** Whether a person is typing in a cell. */
  readonly isCellEditing: () => boolean;
  /** Gives the grid the keyboard. */
  readonly focus: () => void;
}

/** Every package has its texts under a name of its own. */
const french = {
  ...designFrench,
  ...docsFrench,
  ...sheetsFrench,
  ...formulaFrench,
  ...formulaUiFrench,
  ...formatsFrench,
  ...tableFrench,
  ...tableUiFrench,
  ...sheetsUiFrench,
  ...uiFrench,
};

/**
 * Shows the workbooks of a model in an element of the page: grid, formula bar, toolbar and sheet tabs, in French.
 * Plugins are registered one by one: the preset brings a second interface and a network service that nothing here uses.
 * @param messageAt the add-in's own message for the error that a cell shows
 */
export function showSpreadsheet(univer: Univer, container: HTMLElement, messageAt: MessageAt): Spreadsheet {
  const injector = univer.__getInjector();
  const locale = injector.get(LocaleService);
  locale.load({ [LocaleType.FR_FR]: french });
  // Those who read texts before they were there read them again.
  locale.setLocale(LocaleType.FR_FR);
  const parts = new PartsWithoutToolbar();
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, {
    container,
    ribbonType: 'simple',
    override: [[IUIPartsService, { useValue: parts }]],
  });
  univer.registerPlugin(UniverDocsUIPlugin);
  withoutTextMarks(univer);
  univer.registerPlugin(UniverSheetsUIPlugin, { footer: {}, protectedRangeShadow: true });
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverSheetsTableUIPlugin);
  // What concerns sheets starts a moment after it is registered.
  const started = injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  void started.then(() => explainErrors(univer, messageAt));
  return {
    drawToolbar: () => parts.drawToolbar(),
    isCellEditing: () => injector.get(IEditorBridgeService, Quantity.OPTIONAL)?.isVisible().visible ?? false,
    focus: () => injector.get(ILayoutService).focus(),
  };
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
