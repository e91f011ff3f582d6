import { catalogue } from '../../catalogue';
import {
  FecRefused,
  importReferences,
  importRpls,
  kindNames,
  kindOfFile,
  marketRentsIn,
  NotReferences,
  NotRpls,
  readFec,
  readSupplierList,
  TableRefused,
  tablesOfFile,
  type SupplierList,
} from '../../importers';
import { fileSource } from './file-source';
import type { JobOptions, Jobs, ReadFile } from './model';

/** Small enough that the pane still answers between two, where no worker can be had. */
const PIECE = 1024 * 1024;
const SAMPLE = 64 * 1024;

/** The bytes of a file piece by piece: never all of it in memory. */
async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE)
    yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
}

/**
 * Reads a file, told by its content: RPLS, accounting entries, list of suppliers, official table by commune. A file
 * of no use is told, not thrown; rejects with the signal's reason when stopped.
 */
export async function readFile(
  { file, siren }: Jobs['readFile']['input'],
  { signal, onPart }: JobOptions<'readFile'> = {},
): Promise<ReadFile> {
  const { name } = file;
  const reading = {
    ...(signal && { signal }),
    onProgress: ({ bytes }: { readonly bytes: number }) => onPart?.(bytes, file.size),
  };
  const kind = kindOfFile(new Uint8Array(await file.slice(0, SAMPLE).arrayBuffer()));
  if (kind !== 'text' && kind !== 'xlsx' && kind !== 'zip') return foreign(name, kindNames[kind]);
  const refusals: string[] = [];
  if (kind === 'text') {
    const ledger = await attempt(FecRefused, refusals, () =>
      readFec(piecesOf(file), { fileName: name, ...(siren !== undefined && { siren }), ...reading }),
    );
    if (ledger) return { kind: 'fec', name, ledger };
    const imported = await attempt(NotRpls, refusals, () =>
      importRpls(() => piecesOf(file), {
        file: name,
        catalogue,
        ...(siren !== undefined && { landlordSiren: siren }),
        ...reading,
      }),
    );
    if (imported) return { kind: 'rpls', name, imported };
  }
  signal?.throwIfAborted();
  const list = await attempt(TableRefused, [], async () =>
    readSupplierList(await tablesOfFile(fileSource(file), name), name),
  );
  // Official tables also have a name and a code a line; only a list of suppliers has valid SIREN.
  if (list && hasSirens(list)) return { kind: 'suppliers', name, list };
  const references = await attempt(NotReferences, refusals, () =>
    importReferences(fileSource(file), name, { catalogue, undatedAs: 0 }),
  );
  if (references) {
    const market = marketRentsIn(references);
    return { kind: 'references', name, imported: references, ...(market && { market }) };
  }
  if (list) return { kind: 'suppliers', name, list };
  const lookalike = refusals.find((one) => /une balance des comptes|un relevé bancaire/u.test(one));
  return { kind: 'refused', name, reason: lookalike ?? `${refusals.at(-1) ?? ''} ${EXPECTED}` };
}

const EXPECTED =
  'Vous pouvez aussi déposer ici votre RPLS, votre FEC (en texte) ou la liste de vos fournisseurs.';

const foreign = (name: string, what: string): ReadFile => ({
  kind: 'refused',
  name,
  reason: `« ${name} » est ${what}. Déposez votre RPLS ou votre FEC en texte (CSV, TXT), la liste de vos fournisseurs, ou une table officielle par commune en CSV ou en xlsx.`,
});

const hasSirens = ({ suppliers }: SupplierList): boolean =>
  suppliers.filter(({ siren }) => siren !== '').length * 5 >= Math.max(1, suppliers.length);

/** What `work` gives; undefined, its sentence being kept, when it refuses the file as of another sort. */
async function attempt<Result>(
  refusal: abstract new (...args: never[]) => Error,
  refusals: string[],
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof refusal)) throw error;
    refusals.push(error.message);
    return undefined;
  }
}
