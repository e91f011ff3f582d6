export interface PaneAddress {
  /** The task pane page, as an absolute address. */
  readonly page: string;
  /** Origin of the page that plays Excel. office.js trusts it on https, or after one consent on http. */
  readonly hostOrigin: string;
  readonly locale: string;
  /** Distinguishes the panes of one page. */
  readonly conversation?: string;
  readonly addinId?: string;
}

/** The runtime is shared by the pane and the custom functions. */
const SHARED_RUNTIME = 3;

/**
 * The address that Excel on the web gives to the frame of an add-in. What the host says of itself goes
 * in the query, how to talk to it in the fragment.
 */
export function paneAddress({
  page,
  hostOrigin,
  locale,
  conversation = 'pane-1',
  addinId = 'impact',
}: PaneAddress): string {
  const url = new URL(page);
  const info = ['Excel', 'Web', '16.01', locale, 'simulated', '', 'disableLogging', SHARED_RUNTIME].join('$');
  // Set as text: URLSearchParams would escape the `$` that office.js splits on.
  const query = url.search === '' ? '?' : `${url.search}&`;
  return `${url.origin}${url.pathname}${query}_host_Info=${info}#&_xdm_Info=${conversation}|${addinId}|${hostOrigin}`;
}
