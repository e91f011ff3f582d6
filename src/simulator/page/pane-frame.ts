import type { EarlyMessage } from '../host';

/** The add-in's frame, and the messages it sent before anyone could answer. */
export interface PaneFrame {
  readonly frame: HTMLIFrameElement;
  /** The address of the workbook that the add-in was, or will be, told. */
  readonly documentUrl: string;
  /** Resolves when the add-in, told that this is Excel, has drawn its pane and registered its functions. */
  readonly registered: Promise<void>;
  /** The messages so far; from then on they are the caller's to listen to. */
  take(): readonly EarlyMessage[];
}

declare global {
  interface Window {
    /** Set by the first script of the page, for the second. */
    excelPane?: {
      /** Loads the add-in in a new frame, in place of the former one. */
      open(documentUrl: string): PaneFrame;
      /** The one opened with the page. */
      readonly first: PaneFrame;
    };
  }
}
