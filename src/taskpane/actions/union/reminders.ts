import { campaignTables, reminderOf } from '../../../campaign';
import type { Engine } from '../../engine';
import type { ExcelPort } from '../../port';
import { readUnion } from '../../union/read-union';
import { sirenOf } from './received-rows';

/** Brings the sheet of reminders up to date for some landlords; their state has changed. */
export async function writeReminders(
  port: ExcelPort,
  engine: Engine,
  sirens: readonly string[],
): Promise<void> {
  const listed = await port.listTables();
  if (!listed.some(({ name }) => name.toUpperCase() === campaignTables.reminders)) return;
  const { campaign } = await readUnion(port, listed, engine);
  if (!campaign) return;
  const touched = new Set(sirens);
  await port.removeRows(campaignTables.reminders, ['siren'], ({ siren }) => touched.has(sirenOf(siren)));
  const due = campaign.followUp.flatMap((one) => {
    const reminder = touched.has(one.siren) ? reminderOf(one, campaign.settings) : undefined;
    if (!reminder) return [];
    const { siren, name, state } = one;
    return [{ siren, raison_sociale: name, etat: state, objet: reminder.subject, texte: reminder.text }];
  });
  if (due.length > 0) await port.appendRows(campaignTables.reminders, due);
}
