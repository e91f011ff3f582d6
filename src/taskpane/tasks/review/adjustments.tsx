import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type Campaign, showAnswer } from '../../../campaign';
import { cancelAdjustment } from '../../actions/union/journal';
import { useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { List, Row } from '../../ui/list';
import { Section } from '../../ui/page';
import { useGather } from '../gather/gather-store';
import { messages } from './messages';

const useStyles = makeStyles({
  line: { display: 'flex', padding: '0 12px 9px' },
  reason: { color: tokens.colorNeutralForeground2 },
});

/** The adjustments that hold, each with its way back; nothing where there is none. */
export function Adjustments({ campaign }: { readonly campaign: Campaign }) {
  const styles = useStyles();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const [{ by }, set] = useGather();
  const names = new Map(campaign.perimeter.map(({ siren, name }) => [siren, name]));
  const held = campaign.journal.filter(({ cancelledBy }) => cancelledBy === '');
  if (held.length === 0) return null;
  return (
    <Section title={t('adjustments')} aside={String(held.length)}>
      <List label={t('adjustments')}>
        {held.map((one, index) => (
          <Row
            key={index}
            title={`${names.get(one.siren) || one.siren}, ${one.code} (${one.year})`}
            note={
              <>
                {t('adjustmentLine', {
                  before: showAnswer(one.before),
                  after: showAnswer(one.after),
                  by: one.by,
                })}
                <br />
                <span className={styles.reason} lang="fr">
                  {one.reason}
                </span>
              </>
            }
          >
            <div className={styles.line}>
              <Button
                size="small"
                disabled={busy}
                aria-label={t('cancelNamed', { code: one.code })}
                onClick={() => void session.perform(cancelAdjustment, { adjustment: one, by })}
              >
                {t('cancel')}
              </Button>
            </div>
          </Row>
        ))}
      </List>
      <Field label={t('by')} size="small">
        <Input size="small" value={by} autoComplete="name" onChange={(_, { value }) => set({ by: value })} />
      </Field>
    </Section>
  );
}
