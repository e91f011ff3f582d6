import { element } from './element';

const NARROWEST = 320;
const WIDEST = 420;
const STEP = 10;

export interface Pane {
  readonly isShown: boolean;
  show(): void;
  hide(): void;
  /** Takes the focus out of the add-in, to what comes before or after it. */
  leave(way: 'before' | 'after'): void;
}

/** The docked pane: it closes without stopping the add-in, as in Excel, and its edge is dragged or moved by arrows. */
export function createPane(): Pane {
  const pane = element('pane');
  const edge = element('pane-edge');
  let width = 350;
  const resize = (wanted: number): void => {
    width = Math.min(WIDEST, Math.max(NARROWEST, wanted));
    pane.style.width = `${width}px`;
    edge.setAttribute('aria-valuenow', String(width));
  };
  resize(width);
  edge.addEventListener('pointerdown', ({ pointerId }) => edge.setPointerCapture(pointerId));
  edge.addEventListener('pointermove', (event) => {
    if (edge.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
  });
  edge.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') resize(width + STEP);
    if (key === 'ArrowRight') resize(width - STEP);
  });
  const setShown = (shown: boolean): void => {
    // Kept in the page: the custom functions run in this frame.
    pane.classList.toggle('closed', !shown);
    pane.toggleAttribute('inert', !shown);
  };
  const close = element('pane-close');
  close.addEventListener('click', () => setShown(false));
  return {
    get isShown() {
      return !pane.classList.contains('closed');
    },
    show: () => setShown(true),
    hide: () => setShown(false),
    leave: (way) => (way === 'before' ? close : edge).focus(),
  };
}
