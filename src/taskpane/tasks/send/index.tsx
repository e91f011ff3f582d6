import { useMessages } from '../../i18n';
import { Page } from '../../ui/page';
import { WithContribution } from '../../ui/with-contribution';
import { Checklist } from './checklist';
import { FileToSend } from './file-to-send';
import { Freeze } from './freeze';
import { messages } from './messages';
import { SignOffForm } from './sign-off-form';

/** Check, sign off, prepare the file; freeze values for those without the add-in. */
export default function Send() {
  const t = useMessages(messages);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <WithContribution>
        {(ready) => (
          <>
            <Checklist {...ready} />
            <SignOffForm {...ready} />
            <FileToSend />
          </>
        )}
      </WithContribution>
      <Freeze />
    </Page>
  );
}
