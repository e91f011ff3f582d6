import type { DocumentSettings } from '../model/document-settings';
import type { Json } from '../richapi/protocol';
import type { HostOptions } from '../session';

/** The message by which office.js asks for it. */
export const APP_CONTEXT = 'ContextActivationManager_getAppContextAsync';

/** What the host tells office.js of itself; the library refuses to start if a field is missing. */
export function appContext(appId: string, options: HostOptions, settings: DocumentSettings): Json {
  const context = {
    _id: appId,
    _appName: 16, // Excel on the web
    _appVersion: 16.01,
    _appUILocale: options.locale,
    _dataLocale: options.locale,
    _docUrl: options.documentUrl,
    _clientMode: 1,
    // Excel on the web gives pairs, where the other hosts give an object.
    _settings: settings.load(),
    _reason: 1,
    _osfControlType: 1,
    _eToken: '',
    _requirementMatrix: JSON.stringify(requirementSets(options.excelApi)),
    _initialDisplayMode: 1,
  };
  return context as unknown as Json;
}

/** The requirement sets that this host serves. */
const requirementSets = (excelApi: string): Record<string, number> => ({
  ExcelApi: Number(excelApi),
  SharedRuntime: 1.2,
  CustomFunctionsRuntime: 1.4,
  CustomFunctions: 1.9,
  RibbonApi: 1.2,
  AddInCommands: 1.1,
  DialogApi: 1.2,
  RichApiRuntimeFlag: 1.2,
  DelayForCellEdit: 1.1,
});
