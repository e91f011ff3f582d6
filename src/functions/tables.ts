import { type GeographicTable, isProvided, provideTable } from '../territory';

const PATIENCE = 30_000;

/**
 * Fetches a geographic table of the add-in's own files and provides it. Wanted once the pane is painted, and by
 * the first function that needs it; each table is a chunk of its own, fetched once. Rejects when it cannot be had
 * within 30 s: asking again tries again.
 */
export async function loadTable(table: GeographicTable): Promise<void> {
  if (isProvided(table)) return;
  await patiently(table === 'territories' ? loadTerritories() : loadPostalCodes());
}

async function loadTerritories(): Promise<void> {
  const { default: data } = await import(
    /* webpackChunkName: "territories" */ '../../generated/territory.json'
  );
  provideTable('territories', () => data);
}

async function loadPostalCodes(): Promise<void> {
  const { default: data } = await import(
    /* webpackChunkName: "postal-codes" */ '../../generated/postal-codes.json'
  );
  provideTable('postalCodes', () => data);
}

/** A promise that never settles would leave #BUSY! in the cells for good. */
async function patiently(loading: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The geographic table did not come in time.')), PATIENCE);
  });
  try {
    await Promise.race([loading, late]);
  } finally {
    clearTimeout(timer);
  }
}
