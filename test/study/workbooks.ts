import { writeXlsx } from 'hucre';

/** Stands in a line that is withheld, where no such number should be: nothing may carry it on. */
export const MASKED = 987_654;

export interface Row {
  readonly code: string;
  readonly territory: string;
  readonly value: number;
  readonly unit: string;
  readonly low?: number;
  readonly high?: number;
  readonly share?: number;
  readonly status?: string;
}

const headings = {
  publication: [
    'Code',
    'Code territoire',
    'Année',
    'Valeur',
    'Unité',
    'Bas',
    'Haut',
    'Répondants',
    'Attendus',
    'Couverture',
    'Part extrapolée',
    'État',
  ],
  consolidation: [
    'Code',
    'Valeur',
    'Unité',
    'Répondants',
    'Attendus',
    'Couverture',
    'Bas',
    'Haut',
    'État',
    'Code territoire',
  ],
} as const;

/** A consolidation written by another program, with the tables and properties of ours. */
export async function consolidationWorkbook(
  rows: readonly Row[],
  kind: keyof typeof headings,
  year: number,
): Promise<Uint8Array> {
  const lines = rows.map((row) => {
    const cells: Record<string, string | number | null> = {
      Code: row.code,
      'Code territoire': row.territory,
      Année: year,
      Valeur: row.value,
      Unité: row.unit,
      Bas: row.low ?? null,
      Haut: row.high ?? null,
      Répondants: 50,
      Attendus: 52,
      Couverture: 0.97,
      'Part extrapolée': row.share ?? 0,
      État: row.status ?? (kind === 'publication' ? 'publié' : 'calculé'),
    };
    return headings[kind].map((heading) => cells[heading] ?? null);
  });
  const name = kind === 'publication' ? 'PUBLIE_INDICATEURS' : 'CONSO_INDICATEURS';
  const last = String.fromCharCode(64 + headings[kind].length);
  return writeXlsx({
    properties: {
      title: 'Consolidation',
      custom: {
        impact_classeur: kind,
        impact_catalogue: '1.0',
        impact_territoire: 'REG:28',
        impact_exercice: String(year),
      },
    },
    sheets: [
      {
        name: 'Indicateurs',
        rows: [[...headings[kind]], ...lines],
        tables: [
          {
            name,
            range: `A1:${last}${lines.length + 1}`,
            columns: headings[kind].map((one) => ({ name: one })),
          },
        ],
      },
    ],
  });
}
