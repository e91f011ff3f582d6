import { blankWorkbook, createHeadlessUniver, openWorkbook } from '../../../src/simulator/host/core/univer';
import { greeting } from '../../../src/simulator/host/xdm/greeting';
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
  const ask = (correlation: number, origin: string, source: unknown = pane) =>
    ({
      origin,
      source,
      data: JSON.stringify({
        _messageType: 0,
        _actionType: 0,
        _actionName: 'ContextActivationManager_getAppContextAsync',
        _conversationId: 'c',
        _correlationId: correlation,
        _data: 'app',
      }),
    }) as unknown as MessageEvent;
  const host = createPageHost({
    univer,
    unitId: openWorkbook(univer, { ...blankWorkbook(), id: 'page' }),
    frame: { contentWindow: pane } as unknown as HTMLIFrameElement,
    addinOrigin: 'https://localhost:3000',
    received: [ask(1, 'https://localhost:3000')],
  });
  for (const listener of listeners) {
    listener(ask(2, 'https://elsewhere.example'));
    listener(ask(3, 'https://localhost:3000', {}));
    listener(ask(4, 'https://localhost:3000'));
    listener({ origin: 'https://localhost:3000', source: pane, data: 'bonjour' } as unknown as MessageEvent);
  }
  await until(() => answers.length >= 2);
  host.dispose();
  univer.dispose();
  delete outer.window;
  expect(answers.map(([text]) => (JSON.parse(text) as { _correlationId: number })._correlationId)).toEqual([
    1, 4,
  ]);
  expect(answers.map(([, origin]) => origin)).toEqual(['https://localhost:3000', 'https://localhost:3000']);
  // Before the grid is there the page says the same of itself, and of the workbook it is about to open.
  const early = greeting(ask(4, 'https://localhost:3000').data, 'https://localhost/Classeur1.xlsx');
  expect(early).toBe(answers[1]?.[0]);
  expect(greeting('bonjour', 'https://localhost/Classeur1.xlsx')).toBeUndefined();
  expect(listeners.size).toBe(0);
});
