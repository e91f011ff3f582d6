import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { type Campaign, type FollowUp, type FollowUpState, reminderOf } from '../../../campaign';
import { changeState, type ReturnedWorkbook, sendBack } from '../../actions/union';
import { useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { FileButton } from '../../ui/file-button';
import { Icon } from '../../ui/icons';
import { OfferedLink } from '../../ui/offered-link';
import { Section } from '../../ui/page';
import { Tag } from '../../ui/tag';
import { Tool } from '../../ui/tool';
import { useGather } from '../gather/gather-store';
import { Standing } from './index';
import { messages } from './messages';
import { stateNames, stateTones } from './states';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: '8px', fontWeight: 600, overflowWrap: 'anywhere' },
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '17px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  text: { fontSize: '12px' },
});

interface LandlordProps {
  readonly one: FollowUp;
  readonly campaign: Campaign;
  readonly close: () => void;
}

/** A landlord of the campaign: where it stands, what to write to it, what to decide. */
export function LandlordView({ one, campaign, close }: LandlordProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const [{ by, files }, set] = useGather();
  // What another person writes meanwhile is shown, and kept, as long as nothing is typed here.
  const [typed, setTyped] = useState<string>();
  const [offer, setOffer] = useState<ReturnedWorkbook>();
  const [given, setGiven] = useState<File>();
  const has = one.version !== '';
  const file = given ?? files.get(one.file);
  const said = typed === undefined ? {} : { comment: typed };
  const decide = (state: FollowUpState) => session.perform(changeState, { one, state, by, ...said });
  const giveBack = async () => {
    const back = await session.perform(sendBack, {
      one,
      state: 'renvoyé',
      by,
      ...said,
      campaign,
      ...(file && { file }),
    });
    setOffer(back);
  };
  const reminder = reminderOf(one, campaign.settings);
  return (
    <>
      <div className={styles.head}>
        <Tool label={t('back')} onClick={close}>
          <Icon name="back" size={18} />
        </Tool>
        <span>{one.name || one.siren}</span>
        <Tag tone={stateTones[one.state]}>{t(stateNames[one.state])}</Tag>
      </div>
      <p className={styles.note}>
        <Standing one={one} />
      </p>
      <Field label={t('by')} hint={t('byHint')}>
        <Input value={by} autoComplete="name" onChange={(_, { value }) => set({ by: value })} />
      </Field>
      <Field label={t('comment')} hint={t('commentHint')}>
        <Textarea rows={3} value={typed ?? one.comment} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      {has ? (
        <Section title={t('decide')}>
          <div className={styles.buttons}>
            <Button disabled={busy} onClick={() => void decide('en revue')}>
              {t('toReview')}
            </Button>
            <Button disabled={busy} appearance="primary" onClick={() => void decide('accepté')}>
              {t('accept')}
            </Button>
          </div>
        </Section>
      ) : null}
      {has ? (
        <Section title={t('sendBackTitle')}>
          <p className={styles.note}>
            {file ? t('fileKnown', { name: file.name }) : t('fileUnknown', { name: one.file })}
          </p>
          <div className={styles.buttons}>
            <Button disabled={busy} onClick={() => void giveBack()}>
              {t('sendBack')}
            </Button>
            {file ? null : (
              <FileButton
                label={t('chooseFile')}
                accept=".xlsx,.xlsm"
                disabled={busy}
                size="medium"
                take={([chosen]) => setGiven(chosen)}
              />
            )}
          </div>
          {offer ? <OfferedLink file={offer} /> : null}
        </Section>
      ) : null}
      {reminder ? (
        <Section title={t('reminder')}>
          <Field label={t('subject')}>
            <Input className={styles.text} readOnly value={reminder.subject} lang="fr" />
          </Field>
          <Field label={t('message')} hint={t('messageHint')}>
            <Textarea
              className={styles.text}
              rows={10}
              readOnly
              value={reminder.text}
              lang="fr"
              onFocus={(event) => event.target.select()}
            />
          </Field>
        </Section>
      ) : null}
    </>
  );
}
