import { useLayoutEffect, useRef } from 'react';
import { focusHeading } from './focus-heading';

/** A page of a task, by what is shown: a code, a SIREN, the number of a remark. */
export type Place = string | number;

/** The attribute of a row that leads to a page of its own, by which the way back is found. */
const PLACE = 'data-place';

/**
 * Takes the person along when a task shows another of its pages: without it the page opened from the foot of a list is
 * shown from its middle, and a keyboard starts again from the top of the pane. A page below begins at its top, its
 * heading has the focus; back above, the row that led there has it.
 *
 * @param place what is shown; undefined for the first page of the task
 */
export function useArrival(place: Place | undefined): void {
  const before = useRef(place);
  useLayoutEffect(() => {
    const left = before.current;
    if (left === place) return;
    before.current = place;
    const task = document.getElementById('task');
    const row = task?.querySelector<HTMLElement>(`[${PLACE}="${CSS.escape(String(left ?? ''))}"]`);
    const target = row ?? task?.querySelector<HTMLElement>('h2') ?? task?.querySelector<HTMLElement>('h1');
    if (row) row.scrollIntoView({ block: 'center' });
    else showTop();
    // Whoever is in the grid meanwhile is left there.
    if (!target || !document.hasFocus()) return;
    if (row) row.focus({ preventScroll: true });
    else focusHeading(target);
  }, [place]);
}

/** What a row of a list says of the page that it opens. */
export const leadsTo = (place: Place | undefined): { readonly [PLACE]?: Place } =>
  place === undefined ? {} : { [PLACE]: place };

/** Shows the task from its top. */
export function showTop(): void {
  document.querySelector('main')?.scrollTo({ top: 0 });
}
