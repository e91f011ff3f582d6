import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Campaign } from '../../../campaign';
import { type OfferedFile, prefillWorkbooks } from '../../actions/union';
import { useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { FileButton } from '../../ui/file-button';
import { OfferedLink } from '../../ui/offered-link';
import { Section } from '../../ui/page';
import { useParts } from '../connect/parts';
import { unionMessages } from './union-messages';

/** The workbooks that landlords fill, in one archive, with their answers of another year where its file is given. */
export function PrefillSection({ campaign }: { readonly campaign: Campaign }) {
  const parts = useParts();
  const t = useMessages(unionMessages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const [previous, setPrevious] = useState<readonly File[]>([]);
  const [offer, setOffer] = useState<OfferedFile>();
  const choose = (files: readonly File[]) => {
    setPrevious(files);
    setOffer(undefined);
  };
  return (
    <Section title={t('prefill')}>
      <span>{t('prefillLead')}</span>
      <p className={parts.note}>{t('previousLead')}</p>
      {previous.length > 0 ? (
        <p className={parts.note}>
          {t('previousGiven', { names: previous.map(({ name }) => name).join(', ') })}
        </p>
      ) : null}
      <div>
        <FileButton label={t('previousButton')} accept=".xlsx,.xlsm" multiple disabled={busy} take={choose} />{' '}
        {previous.length > 0 ? (
          <Button size="small" appearance="subtle" disabled={busy} onClick={() => choose([])}>
            {t('previousNone')}
          </Button>
        ) : null}
      </div>
      {offer ? (
        <OfferedLink file={offer} />
      ) : (
        <div>
          <Button
            disabled={busy}
            onClick={() => void session.perform(prefillWorkbooks, { campaign, previous }).then(setOffer)}
          >
            {t('prefillButton')}
          </Button>
        </div>
      )}
    </Section>
  );
}
