import { element } from './element';

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip?: string;
  /** Address of a picture. */
  readonly icon: string;
  readonly press: () => void | Promise<void>;
}

export interface RibbonTab {
  readonly id: string;
  readonly label: string;
  readonly groups: readonly { readonly label: string; readonly buttons: readonly RibbonButton[] }[];
}

export interface Ribbon {
  /** Shows or greys a button, as the add-in asks. */
  setControl(id: string, state: { readonly enabled: boolean; readonly visible: boolean }): void;
  show(tabId: string): void;
}

/**
 * The ribbon: tabs that the arrow keys change, buttons that Tab reaches. `onShow` is told which tab is shown, because
 * the grid's own toolbar belongs to the first.
 */
export function createRibbon(
  tabs: readonly RibbonTab[],
  onShow: (tabId: string) => void,
  onFailure: (problem: unknown) => void,
): Ribbon {
  const list = element('ribbon-tabs');
  const place = element('ribbon');
  const heads = tabs.map((tab) => {
    const head = document.createElement('button');
    head.type = 'button';
    head.id = `tab-${tab.id}`;
    head.textContent = tab.label;
    head.setAttribute('role', 'tab');
    head.setAttribute('aria-controls', `strip-${tab.id}`);
    head.addEventListener('click', () => show(tab.id));
    return head;
  });
  const strips = tabs.map((tab) => stripOf(tab, onFailure));

  function show(tabId: string): void {
    tabs.forEach((tab, index) => {
      const isShown = tab.id === tabId;
      heads[index]?.setAttribute('aria-selected', String(isShown));
      heads[index]?.setAttribute('tabindex', isShown ? '0' : '-1');
      strips[index]?.toggleAttribute('hidden', !isShown);
    });
    onShow(tabId);
  }

  list.addEventListener('keydown', ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (step === undefined) return;
    const current = heads.findIndex((head) => head === document.activeElement);
    const next = (current + step + tabs.length) % tabs.length;
    heads[next]?.focus();
    show(tabs[next]?.id ?? '');
  });
  list.replaceChildren(...heads);
  place.replaceChildren(...strips);
  return {
    show,
    setControl(id, { enabled, visible }) {
      const button = document.getElementById(id);
      if (!(button instanceof HTMLButtonElement)) return;
      button.disabled = !enabled;
      button.hidden = !visible;
    },
  };
}

function stripOf(tab: RibbonTab, onFailure: (problem: unknown) => void): HTMLElement {
  const strip = document.createElement('div');
  strip.id = `strip-${tab.id}`;
  strip.className = 'strip';
  strip.setAttribute('role', 'tabpanel');
  strip.setAttribute('aria-labelledby', `tab-${tab.id}`);
  strip.append(
    ...tab.groups.map(({ label, buttons }) => {
      const group = document.createElement('div');
      group.className = 'group';
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', label);
      const row = document.createElement('div');
      row.className = 'buttons';
      row.append(...buttons.map((one) => buttonOf(one, onFailure)));
      const caption = document.createElement('span');
      caption.className = 'caption';
      caption.textContent = label;
      group.append(row, caption);
      return group;
    }),
  );
  return strip;
}

function buttonOf(
  { id, label, tip, icon, press }: RibbonButton,
  onFailure: (problem: unknown) => void,
): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.id = id;
  if (tip) button.title = tip;
  const picture = document.createElement('img');
  picture.className = 'icon';
  // The label beside it says it.
  Object.assign(picture, { src: icon, alt: '' });
  const text = document.createElement('span');
  text.textContent = label;
  button.append(picture, text);
  button.addEventListener('click', () => {
    Promise.resolve(press()).catch(onFailure);
  });
  return button;
}
