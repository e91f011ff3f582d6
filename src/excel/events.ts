import { debounce } from './debounce';
import type { Bilingual, CellChange } from './model';
import { run } from './run';

/** Stops listening. */
export type Unsubscribe = () => Promise<void>;

const listening: Bilingual = { fr: 'Suivi du classeur', en: 'Following the workbook' };

/** Moving through cells with the arrow keys makes a burst: one call at its end is enough. */
const SELECTION = { quiet: 120, longest: 600 };
/** Pasting or filling comes in pieces; typing down a column should still show within a second. */
const CHANGES = { quiet: 250, longest: 1000 };

type Handler = OfficeExtension.EventHandlerResult<unknown>;

async function unsubscribe(handler: Handler): Promise<void> {
  await run(
    listening,
    async (context) => {
      handler.remove();
      await context.sync();
    },
    { within: handler.context, quiet: true },
  );
}

/**
 * Calls the handler when something is selected, after a burst has calmed down. A burst that ends where it began is told
 * as well: whoever read the selection in its midst has read what is no longer selected.
 */
export async function onSelectionChanged(handler: () => void): Promise<Unsubscribe> {
  const tell = debounce(handler, SELECTION.quiet, SELECTION.longest);
  const registered = await run(
    listening,
    async (context) => {
      const added = context.workbook.worksheets.onSelectionChanged.add(async () => tell());
      await context.sync();
      return added;
    },
    { quiet: true },
  );
  return () => {
    tell.cancel();
    return unsubscribe(registered);
  };
}

interface Heard extends Omit<CellChange, 'sheet'> {
  readonly sheetId: string;
}

/**
 * Calls the handler for every place that changed, by the person, by another one or by this add-in, shortly
 * after. A place changed several times in a burst is told once. A handler must show no dialog: every
 * person who has the workbook open would see it.
 */
export async function onChanged(handler: (change: CellChange) => void): Promise<Unsubscribe> {
  let heard = new Map<string, Heard>();
  let stopped = false;
  const tell = debounce(
    () => {
      const batch = [...heard.values()];
      heard = new Map();
      sheetNames().then(
        (names) => {
          for (const { sheetId, ...change } of batch) {
            const sheet = names.get(sheetId);
            // The sheet may be gone by now.
            if (sheet !== undefined && !stopped) handler({ sheet, ...change });
          }
        },
        () => {
          // Excel would not answer (a long cell edit): the changes are told with the next ones.
          for (const change of batch) heard.set(keyOf(change), change);
        },
      );
    },
    CHANGES.quiet,
    CHANGES.longest,
  );
  const registered = await run(
    listening,
    async (context) => {
      const added = context.workbook.worksheets.onChanged.add(async (event) => {
        const change: Heard = {
          sheetId: event.worksheetId,
          address: event.address,
          remote: event.source === 'Remote',
          ours: event.triggerSource === 'ThisLocalAddin',
        };
        heard.set(keyOf(change), change);
        tell();
      });
      await context.sync();
      return added;
    },
    { quiet: true },
  );
  return () => {
    stopped = true;
    tell.cancel();
    return unsubscribe(registered);
  };
}

const keyOf = ({ sheetId, address, remote, ours }: Heard): string =>
  [sheetId, address, remote, ours].join(' ');

async function sheetNames(): Promise<Map<string, string>> {
  return run(
    listening,
    async (context) => {
      const sheets = context.workbook.worksheets.load('items/id,items/name');
      await context.sync();
      return new Map(sheets.items.map((sheet) => [sheet.id, sheet.name]));
    },
    { quiet: true, repeatable: true },
  );
}
