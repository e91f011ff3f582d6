import { type FollowUpState, states } from '../model';
import { cellFinder, dateOf, type ReadTable, sirenOf, textOf } from './cells';

/** A row of `IMPACT_RECUS`: a version that was taken, and what it took the place of. */
export interface ReceivedVersion {
  readonly siren: string;
  readonly name: string;
  readonly year: number;
  readonly version: string;
  /** The version of the same landlord that counted before; empty when there was none. */
  readonly replaces: string;
  /** When the import took it: the same for all files of an import, as the cell holds it. */
  readonly at: number;
  readonly by: string;
  readonly file: string;
  readonly sentBy: string;
  readonly sentAt?: Date;
  readonly filled?: number;
  readonly blocking?: number;
  /** What the follow-up said before, to be put back. */
  readonly before: { readonly state?: FollowUpState; readonly date?: Date; readonly by: string };
}

/** Reads the versions taken; rows that name no version are passed. */
export function receivedVersions(table: ReadTable | undefined): ReceivedVersion[] {
  if (!table) return [];
  const cellAt = cellFinder(table);
  return Array.from({ length: table.rowCount }, (_, row) => row).flatMap((row): ReceivedVersion[] => {
    const cell = (heading: string) => cellAt(row, heading);
    const text = (heading: string): string => textOf(cell(heading));
    const number = (heading: string): number | undefined => {
      const value = cell(heading);
      return typeof value === 'number' ? value : undefined;
    };
    if (text('version') === '') return [];
    const state = states.find((one) => one === text('etat_avant'));
    const [sentAt, date] = [dateOf(cell('transmis_le')), dateOf(cell('date_avant'))];
    const [filled, blocking] = [number('part_remplie'), number('remarques_bloquantes')];
    return [
      {
        siren: sirenOf(cell('siren')),
        name: text('raison_sociale'),
        year: number('exercice') ?? 0,
        version: text('version'),
        replaces: text('remplace'),
        at: number('pris_le') ?? 0,
        by: text('pris_par'),
        file: text('fichier'),
        sentBy: text('contact'),
        ...(sentAt ? { sentAt } : {}),
        ...(filled === undefined ? {} : { filled }),
        ...(blocking === undefined ? {} : { blocking }),
        before: { ...(state ? { state } : {}), ...(date ? { date } : {}), by: text('qui_avant') },
      },
    ];
  });
}
