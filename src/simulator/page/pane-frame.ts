/** The add-in's frame, and the messages it sent before anyone could answer. */
export interface PaneFrame {
  readonly frame: HTMLIFrameElement;
  /** The messages so far; from then on they are the caller's to listen to. */
  take(): readonly MessageEvent[];
}

declare global {
  interface Window {
    /** Set by the first script of the page, for the second. */
    excelPane?: {
      /** Loads the add-in in a new frame, in place of the former one. */
      open(): PaneFrame;
      /** The one opened with the page. */
      readonly first: PaneFrame;
    };
  }
}
