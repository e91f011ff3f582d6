import { z } from 'zod';
import content from './data/accounts.yaml';
import type { AccountRow } from './account-table';
import { sides } from './sides';

const schema = z.strictObject({
  sources: z.record(z.string(), z.string()),
  accounts: z.array(
    z.strictObject({
      de: z.string().regex(/^\d+$/),
      a: z.string().regex(/^\d+$/).optional(),
      libelle: z.string().optional(),
      donnee: z.string(),
      sens: z.enum(Object.keys(sides) as [keyof typeof sides]),
      source: z.array(z.string()),
      statut: z.enum(['sourcé', 'à confirmer']),
      commentaire: z.string(),
    }),
  ),
});

let rows: readonly AccountRow[] | undefined;

/** The rows of data/accounts.yaml. */
export function defaultRows(): readonly AccountRow[] {
  return (rows ??= read());
}

function read(): readonly AccountRow[] {
  const { sources, accounts } = schema.parse(content);
  return accounts.map((one) => ({
    from: one.de,
    to: one.a ?? one.de,
    label: one.libelle ?? '',
    ...readUse(one.donnee),
    side: sides[one.sens],
    source: one.source.map((key) => sources[key] ?? key).join(' ; '),
    toConfirm: one.statut === 'à confirmer',
    comment: one.commentaire,
  }));
}

/** What the column `donnee` says: `a + b`, `a / b`, `HORS`, nothing. */
export function readUse(text: string): Pick<AccountRow, 'use' | 'dataPoints'> {
  const word = text.trim();
  if (word === '') return { use: 'unclassified', dataPoints: [] };
  if (/^hors$/i.test(word)) return { use: 'set_aside', dataPoints: [] };
  const codes = word
    .split(/[+/]/)
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '');
  return { use: word.includes('/') ? 'divide' : 'give', dataPoints: codes };
}

/** The words of the column `donnee`, as `readUse` reads them. */
export function writeUse({ use, dataPoints }: Pick<AccountRow, 'use' | 'dataPoints'>): string {
  if (use === 'set_aside') return 'HORS';
  return dataPoints.join(use === 'divide' ? ' / ' : ' + ');
}
