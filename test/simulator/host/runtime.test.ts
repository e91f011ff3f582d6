import { ICommandService } from '@univerjs/core';
import { FormulaExecuteStageType, SetFormulaCalculationNotificationMutation } from '@univerjs/engine-formula';
import {
  blankWorkbook,
  createHeadlessUniver,
  disposeOf,
  openWorkbook,
} from '../../../src/simulator/host/core/univer';
import { greeting, registersFunctions } from '../../../src/simulator/host/xdm/greeting';
import { createPageHost } from '../../../src/simulator/host/xdm/page';
import { until, useExcel } from './support';

const excel = useExcel();

test('a ribbon button runs the function that the add-in associated, until it says it is done', async () => {
  const ran: string[] = [];
  Office.actions.associate('preparer', (event: Office.AddinCommands.Event) => {
    ran.push(event.source.id);
    event.completed();
  });
  await excel.current.host.runCommand('BoutonPreparer', 'preparer');
  expect(ran).toEqual(['BoutonPreparer']);
});

test('the pane hides and shows itself; a button is greyed', async () => {
  const { surroundings } = excel.current.host;
  await Office.addin.hide();
  expect(surroundings.paneState).toBe('Background');
  await Office.addin.showAsTaskpane();
  expect(surroundings.paneState).toBe('Visible');
  await Office.ribbon.requestUpdate({
    tabs: [{ id: 'Onglet', controls: [{ id: 'Bouton', enabled: false }] }],
  });
  expect(surroundings.controls.get('Bouton')).toMatchObject({ enabled: false });
});

test('in a page, only the add-in of the frame is answered; what it said before is not lost', async () => {
  const univer = createHeadlessUniver();
  const listeners = new Set<(event: MessageEvent) => void>();
  const outer = globalThis as unknown as { window?: unknown };
  outer.window = {
    addEventListener: (_type: string, listener: (event: MessageEvent) => void) => listeners.add(listener),
    removeEventListener: (_type: string, listener: (event: MessageEvent) => void) =>
      listeners.delete(listener),
  };
  const answers: [string, string][] = [];
  const pane = { postMessage: (text: string, origin: string) => answers.push([text, origin]) };
  const message = (correlation: number, content: object, origin = 'https://localhost:3000') => ({
    origin,
    source: pane as unknown,
    data: JSON.stringify({
      _messageType: 0,
      _actionType: 0,
      _conversationId: 'c',
      _correlationId: correlation,
      ...content,
    }),
  });
  const ask = (correlation: number, origin: string, source: unknown = pane) =>
    ({
      ...message(
        correlation,
        { _actionName: 'ContextActivationManager_getAppContextAsync', _data: 'app' },
        origin,
      ),
      source,
    }) as unknown as MessageEvent;
  // As office.js sends them.
  const batch = (correlation: number, service: string, ...methods: readonly string[]) =>
    message(correlation, {
      _actionName: 'executeMethod',
      _data: {
        DdaMethod: { DispatchId: 93 },
        ArrayData: [
          '',
          'POST',
          'ProcessQuery',
          [],
          JSON.stringify({
            Actions: [
              { Id: 2, ActionType: 1, Name: '', ObjectPathId: 1 },
              { Id: 4, ActionType: 1, Name: '', ObjectPathId: 3 },
              ...methods.map((Name, at) => ({ Id: 5 + at, ActionType: 3, Name, ObjectPathId: 3 })),
            ],
            ObjectPaths: {
              1: { Id: 1, ObjectPathType: 1, Name: '' },
              3: { Id: 3, ObjectPathType: 2, Name: service },
            },
          }),
          [],
          0,
        ],
      },
    }) as unknown as MessageEvent;
  const functions = 'Microsoft.ExcelServices.CustomFunctions';
  const ready = batch(5, functions, '_SetOsfControlContainerReadyForCustomFunctions', '_GetEnabledFeatures');
  const announced = batch(6, 'Microsoft.InternalService.AddinInternalService', 'NotifyActionHandlerReady');
  const events = message(7, {
    _actionType: 1,
    _actionName: 'richApiMessage',
    _data: {},
  }) as unknown as MessageEvent;
  const stateOfPane = batch(8, 'Microsoft.AppRuntime.AppRuntimeService', 'GetAppRuntimeState');
  const host = createPageHost({
    univer,
    unitId: openWorkbook(univer, { ...blankWorkbook(), id: 'page' }),
    frame: { contentWindow: pane } as unknown as HTMLIFrameElement,
    addinOrigin: 'https://localhost:3000',
    received: [
      { event: ask(1, 'https://localhost:3000'), isAnswered: false },
      { event: ready, isAnswered: true },
    ],
  });
  for (const listener of listeners) {
    listener(ask(2, 'https://elsewhere.example'));
    listener(ask(3, 'https://localhost:3000', {}));
    listener(ask(4, 'https://localhost:3000'));
    listener({ origin: 'https://localhost:3000', source: pane, data: 'bonjour' } as unknown as MessageEvent);
  }
  // What the page had answered is known, and not answered again.
  await until(() => host.functions.isReady);
  for (const listener of listeners) for (const event of [ready, announced, events]) listener(event);
  await until(() => answers.length >= 5);
  host.dispose();
  univer.dispose();
  delete outer.window;
  const byCorrelation = new Map(
    answers.map(([text]) => [(JSON.parse(text) as { _correlationId: number })._correlationId, text]),
  );
  expect([...byCorrelation.keys()].sort()).toEqual([1, 4, 5, 6, 7]);
  expect(answers).toHaveLength(5);
  expect(new Set(answers.map(([, origin]) => origin))).toEqual(new Set(['https://localhost:3000']));
  // Before the grid is there the page says the same of itself, of the workbook it is about to open, and to functions
  // that are ready; what needs the host waits for it.
  const early = ({ data }: MessageEvent) => greeting(data, 'https://localhost/Classeur1.xlsx');
  expect(early(ask(4, 'https://localhost:3000'))).toBe(byCorrelation.get(4));
  expect([ready, announced, events].map(early)).toEqual([5, 6, 7].map((one) => byCorrelation.get(one)));
  expect([ready, announced, events].map(({ data }) => registersFunctions(data))).toEqual([
    true,
    false,
    false,
  ]);
  expect(early(stateOfPane)).toBeUndefined();
  expect(greeting('bonjour', 'https://localhost/Classeur1.xlsx')).toBeUndefined();
  expect(listeners.size).toBe(0);
});

test('a grid that is closed while it calculates leaves nothing behind that fails later', () => {
  const univer = createHeadlessUniver();
  openWorkbook(univer, { ...blankWorkbook(), id: 'fermé' });
  const commands = univer.__getInjector().get(ICommandService);
  jest.useFakeTimers();
  try {
    const stageInfo = { stage: FormulaExecuteStageType.START };
    commands.syncExecuteCommand(SetFormulaCalculationNotificationMutation.id, { stageInfo });
    expect(jest.getTimerCount()).toBeGreaterThan(0);
    disposeOf(univer);
    expect(() => jest.runAllTimers()).not.toThrow();
  } finally {
    jest.useRealTimers();
  }
});
