import { createHost, type Host, type HostSetup } from '../host';
import type { Connection } from './connection';

export interface PageHostSetup extends HostSetup {
  /** The frame that holds, or will hold, the add-in. */
  readonly frame: HTMLIFrameElement;
  /** Origin of the add-in's page; the host answers no other. */
  readonly addinOrigin: string;
  /** Messages that came before the workbook was open: the frame loads while Univer starts. */
  readonly received?: readonly EarlyMessage[];
}

/** A message of the add-in that came before there was a host. */
export interface EarlyMessage {
  readonly event: MessageEvent;
  /** Answered already by `greeting`. */
  readonly isAnswered: boolean;
}

export interface PageHost extends Host {
  /** The conversation with the pane. */
  readonly connection: Connection;
}

/**
 * The host in a browser page: the add-in's frame talks to it by postMessage, as it talks to Excel on
 * the web. Create the frame first and keep its messages in `received`: office.js then loads in parallel.
 */
export function createPageHost({ frame, addinOrigin, received = [], ...setup }: PageHostSetup): PageHost {
  const host = createHost(setup);
  const connection = host.connect((text) => frame.contentWindow?.postMessage(text, addinOrigin));
  const listen = (event: MessageEvent, isAnswered = false): void => {
    if (event.source === frame.contentWindow && event.origin === addinOrigin)
      connection.receive(event.data, { isAnswered });
  };
  const listenFromNowOn = (event: MessageEvent): void => listen(event);
  window.addEventListener('message', listenFromNowOn);
  for (const { event, isAnswered } of received) listen(event, isAnswered);
  const { dispose } = host;
  return Object.assign(host, {
    connection,
    dispose() {
      window.removeEventListener('message', listenFromNowOn);
      dispose();
    },
  });
}
