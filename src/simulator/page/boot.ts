import { documentUrlOf, greeting, registersFunctions } from '../host/xdm/greeting';
import type { EarlyMessage } from '../host';
import { paneAddress } from '../host/xdm/pane-address';
import type { PaneFrame } from './pane-frame';
import { askedFile, BLANK_NAME } from './asked-file';

/**
 * Runs before the grid is even downloaded: the add-in's frame loads in parallel and learns at once that this is Excel,
 * so that its pane is painted and its functions are registered meanwhile; what it asks of the workbook is kept. Imports
 * nothing large.
 */
function openFrame(documentUrl: string): PaneFrame {
  const frame = document.createElement('iframe');
  frame.title = 'Impact HLM';
  frame.src = paneAddress({
    page: new URL('../taskpane.html?simulateur', location.href).href,
    hostOrigin: location.origin,
    locale: 'fr-FR',
  });
  const received: EarlyMessage[] = [];
  let tellRegistered = (): void => undefined;
  const registered = new Promise<void>((resolve) => (tellRegistered = resolve));
  const listen = (event: MessageEvent): void => {
    const fromPane = event.source === frame.contentWindow && event.origin === location.origin;
    const reply = fromPane ? greeting(event.data, documentUrl) : undefined;
    received.push({ event, isAnswered: reply !== undefined });
    if (reply === undefined) return;
    frame.contentWindow?.postMessage(reply, location.origin);
    // Its runtime starts once the pane is drawn.
    if (registersFunctions(event.data)) tellRegistered();
  };
  window.addEventListener('message', listen);
  document.getElementById('pane-frame')?.replaceChildren(frame);
  return {
    frame,
    documentUrl,
    registered,
    take() {
      window.removeEventListener('message', listen);
      return received;
    },
  };
}

window.excelPane = { open: openFrame, first: openFrame(documentUrlOf(askedFile() ?? BLANK_NAME)) };
