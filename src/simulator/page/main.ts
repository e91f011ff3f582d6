import './page.css';
import { createAddinRibbon } from './addin-ribbon';
import { showSelection, watchActiveCell } from './active-cell';
import { askedFile } from './asked-file';
import { blankFile } from './blank';
import { element, showMessage } from './element';
import { download, pickFile, served, watchDrops, type GivenFile } from './files';
import { readManifest } from './manifest';
import { createModel } from './model';
import { openWorkbook, type OpenWorkbook } from './open-workbook';
import { createPane } from './pane';
import type { Spreadsheet } from './spreadsheet';
import type { FunctionsFile } from '../host';

declare global {
  interface Window {
    /** For tests and for curious people: the open workbook, its host and its faults. */
    excelSimule?: { readonly current: OpenWorkbook | undefined };
  }
}

/** Milliseconds that the add-in's frame is given to load before the workbook is opened. */
const PANE_FIRST = 1500;

/** Resolves when what was drawn is on the screen. */
const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

const explain = (problem: unknown): void =>
  showMessage(problem instanceof Error ? problem.message : String(problem));

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok)
    throw new Error(`Le complément n’est pas servi ici (${address}) : relancez « npm start ».`);
  return response;
}

/** What draws the grid, more than half of the code: it comes once the workbook is open, while the pane reads it. */
const fetchDisplay = () =>
  import(/* webpackChunkName: "display" */ './spreadsheet').catch(() => {
    throw new Error('La grille n’a pas pu être chargée : relancez « npm start », puis rechargez cette page.');
  });

async function start(): Promise<void> {
  const asked = askedFile();
  const fileToOpen = asked === undefined ? blankFile() : served(asked);
  // Handled below; until then a refusal must not count as unheard.
  fileToOpen.catch(() => undefined);
  const metadata = fetched('../functions-fr.json').then((one) => one.json() as Promise<FunctionsFile>);
  metadata.catch(() => undefined);
  const manifestFile = fetched('../manifest.xml').then((one) => one.text());
  manifestFile.catch(() => undefined);

  // The workbook and the grid keep the browser busy without a pause: the pane, which takes
  // several steps but little time, goes before.
  await Promise.race([
    window.excelPane?.first.registered.then(painted),
    new Promise((resolve) => setTimeout(resolve, PANE_FIRST)),
  ]);
  const univer = createModel();
  let spreadsheet: Spreadsheet | undefined;
  let drawn: Promise<void> | undefined;
  const manifest = readManifest(await manifestFile);
  const functions = { namespace: manifest.namespace, file: await metadata };
  const pane = createPane();
  let current: OpenWorkbook | undefined;
  let stopWatching = (): void => undefined;
  let frames = 0;

  const draw = async (): Promise<void> => {
    const { showSpreadsheet } = await fetchDisplay();
    spreadsheet = showSpreadsheet(univer, element('grid'), (...cell) =>
      current?.host.functions.messageAt(...cell),
    );
  };
  const save = async (): Promise<void> => {
    if (!current) return;
    const bytes = await current.save();
    download(current.name, Uint8Array.from(bytes));
  };
  const open = async (given: GivenFile): Promise<void> => {
    showMessage(undefined);
    const next = await openWorkbook({
      univer,
      given,
      functions,
      closeFormer() {
        stopWatching();
        current?.close();
        current = undefined;
      },
      pane(documentUrl) {
        const { excelPane } = window;
        if (!excelPane) throw new RangeError('no frame for the add-in');
        // The first frame was already told of the workbook that was asked for; another one may be opened in its place.
        const isFirst = frames++ === 0 && excelPane.first.documentUrl === documentUrl;
        return isFirst ? excelPane.first : excelPane.open(documentUrl);
      },
      onSurroundings({ paneState, controls }) {
        if (paneState === 'Visible') pane.show();
        else pane.hide();
        for (const [id, state] of controls) ribbon.setControl(id, state);
      },
      onSave: save,
      onFocusLeft(way) {
        if (way === 'grid') spreadsheet?.focus();
        else pane.leave(way);
      },
      isCellEditing: () => spreadsheet?.isCellEditing() ?? false,
    });
    current = next;
    element('workbook-name').textContent = given.name.replace(/\.xls[xm]$/u, '');
    const { functions: called } = next.host;
    stopWatching = watchActiveCell(
      univer,
      () => next.workbook,
      (...cell) => called.messageAt(...cell),
    );
    drawn ??= draw();
    drawn.catch(explain);
    void showSelection(univer);
    if (next.opened.remarks.length > 0) showMessage(next.opened.remarks.join(' '));
  };
  const ribbon = createAddinRibbon({
    univer,
    drawToolbar: () => spreadsheet?.drawToolbar(),
    manifest,
    pane,
    host: () => current?.host,
    open: async () => open(await pickFile()),
    create: async () => open(await blankFile()),
    save,
    openSample: async (name) => open(await served(name)),
    onFailure: explain,
  });
  watchDrops((file) => void open(file).catch(explain));
  element('about').addEventListener('click', () => element<HTMLDialogElement>('about-text').showModal());
  window.excelSimule = {
    get current() {
      return current;
    },
  };
  await fileToOpen.then(open).catch(async (problem: unknown) => {
    await open(await blankFile());
    explain(problem);
  });
}

start().catch(explain);
