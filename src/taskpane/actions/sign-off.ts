import type { IdentityField } from '../../contribution';
import type { CellContent, Writable } from '../../excel';
import { TableCells } from '../workbook/table-cells';
import { ActionProblem, type Action } from './action';
import { messages } from './messages';
import { writeFields } from './save-identity';

export interface SignOff {
  /** Who answers for the figures. */
  readonly contact: string;
}

/** Declares the contribution ready: status, date of the day and name, in the identity of the workbook. */
export const signOff: Action<SignOff, Date> = {
  id: 'viser',
  doing: { fr: 'Visa de la contribution', en: 'Signing off the contribution' },
  changes: true,
  async perform({ contact }, { port, engine, now }) {
    const name = contact.trim();
    if (name === '') throw nameMissing();
    const today = dayOf(now());
    const wanted: Readonly<Partial<Record<IdentityField, Writable>>> = {
      statut: 'transmis',
      transmis_le: today,
      contact: name,
      version_catalogue: engine.catalogue.version,
    };
    const table = new TableCells(await port.readTable(engine.tableNames.identity), engine);
    const seen = (field: string): CellContent => {
      const row = table.rowOfField(field);
      return row === undefined ? null : table.at(row, 'valeur');
    };
    const changes = Object.entries(wanted).map(([field, value]) => ({
      field: field as IdentityField,
      value: value ?? null,
      seen: seen(field),
    }));
    await writeFields(changes, { port, engine });
    return today;
  },
  told: () => messages.signed,
};

/** The day in the person's time zone, as the workbook counts days: without hours. */
function dayOf(moment: Date): Date {
  return new Date(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()));
}

function nameMissing(): ActionProblem {
  return new ActionProblem(
    {
      fr: 'Le nom de la personne qui vise la contribution manque.',
      en: 'The name of the person who signs off is missing.',
    },
    { fr: 'Écrivez votre nom, puis recommencez.', en: 'Write your name, then try again.' },
  );
}
