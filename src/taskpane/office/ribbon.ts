import { ribbonCommands, type RibbonCommand } from '../actions';
import type { Session } from '../session';
import { openGuide } from './guide';

/** Lets the buttons of the ribbon open the tasks of the pane, and perform their action there. */
export function connectRibbon(session: Session): void {
  for (const command of ribbonCommands) {
    Office.actions.associate(command.id, (event: Office.AddinCommands.Event) => {
      // Excel waits for `completed` before it takes another click: told even when something fails.
      void run(command, session).finally(() => event.completed());
    });
  }
}

async function run({ task, action }: RibbonCommand, session: Session): Promise<void> {
  const { locale } = session.store.get();
  if (task === undefined) {
    await session.attempt(() => openGuide(locale));
    return;
  }
  session.open(task);
  await session.attempt(() => Office.addin.showAsTaskpane());
  if (action) await session.perform(action, undefined);
}
