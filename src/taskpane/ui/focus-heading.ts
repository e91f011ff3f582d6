/**
 * Gives the focus to a heading. It stands among what Tab goes through for as long as it has the focus, no longer:
 * in Excel on the web office.js goes from one `tabindex` to the next by itself, and leaves the pane from what it does
 * not find among them.
 */
export function focusHeading(heading: HTMLElement): void {
  // The same functions each time: they are added once.
  heading.addEventListener('focus', enter);
  heading.addEventListener('blur', leave);
  heading.tabIndex = 0;
  heading.focus({ preventScroll: true });
}

const enter = ({ target }: FocusEvent): void => setTabIndex(target, 0);
const leave = ({ target }: FocusEvent): void => setTabIndex(target, -1);

function setTabIndex(target: EventTarget | null, index: number): void {
  if (target instanceof HTMLElement) target.tabIndex = index;
}
