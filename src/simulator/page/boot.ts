import { paneAddress } from '../host/xdm/pane-address';
import type { PaneFrame } from './pane-frame';

/**
 * Runs before the grid is even downloaded: the add-in's frame loads in parallel, and what it says meanwhile is
 * kept. Imports nothing large.
 */
function openFrame(): PaneFrame {
  const frame = document.createElement('iframe');
  frame.title = 'Impact HLM';
  frame.src = paneAddress({
    page: new URL('../taskpane.html?simulateur', location.href).href,
    hostOrigin: location.origin,
    locale: 'fr-FR',
  });
  const received: MessageEvent[] = [];
  const listen = (event: MessageEvent): void => void received.push(event);
  window.addEventListener('message', listen);
  document.getElementById('pane-frame')?.replaceChildren(frame);
  return {
    frame,
    take() {
      window.removeEventListener('message', listen);
      return received;
    },
  };
}

window.excelPane = { open: openFrame, first: openFrame() };
