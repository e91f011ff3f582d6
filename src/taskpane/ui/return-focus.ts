import { useEffect, useRef, useState, type RefObject } from 'react';
import { focusHeading } from './focus-heading';

/** Whether what had the focus is gone, the person being in the pane. */
export function isFocusLost(): boolean {
  const { activeElement, body } = document;
  return document.hasFocus() && (activeElement === null || activeElement === body);
}

interface ReturnFocus {
  /** The button whose action may take it away. */
  readonly button: RefObject<HTMLButtonElement | null>;
  /** What the person comes to next, once the button is gone. */
  readonly next: RefObject<HTMLHeadingElement | null>;
  /** To be called when the action is done, whatever its outcome. */
  readonly giveBack: () => void;
}

/**
 * Gives the focus back after an action that took its own button away (or greyed it meanwhile): without it a keyboard
 * starts again from the top, and a screen reader says nothing. Whoever has gone elsewhere is left there.
 */
export function useReturnFocus(): ReturnFocus {
  const button = useRef<HTMLButtonElement>(null);
  const next = useRef<HTMLHeadingElement>(null);
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isDone) return;
    setDone(false);
    if (!isFocusLost()) return;
    if (button.current) button.current.focus();
    else if (next.current) focusHeading(next.current);
  }, [isDone]);
  return { button, next, giveBack: () => setDone(true) };
}
