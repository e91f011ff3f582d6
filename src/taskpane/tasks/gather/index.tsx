import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { readContributions, takeVersions, type Taking } from '../../actions/union';
import { useMessages } from '../../i18n';
import type { ReceivedFile } from '../../jobs';
import { useSession, useSessionState } from '../../session';
import { Choice } from '../../ui/choice';
import { List } from '../../ui/list';
import { Page, Section } from '../../ui/page';
import { WithUnion, type UnionReady } from '../../ui/with-union';
import { FileChooser } from '../connect/file-chooser';
import { DoneImports } from './done-imports';
import { FileLine } from './file-line';
import { useGather } from './gather-store';
import { lineKind, lineKinds, type LineKind } from './kinds';
import { messages } from './messages';

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: '13px', lineHeight: '18px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Lines drawn at a time: 600 at once would freeze the pane. */
const PAGE = 40;

/** The contributions that landlords sent: read, looked at, then taken into the workbook. */
export default function Gather() {
  const t = useMessages(messages);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <WithUnion>{(ready) => <Files {...ready} />}</WithUnion>
    </Page>
  );
}

function Files({ engine, union, campaign }: UnionReady) {
  const styles = useStyles();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const [{ received, files, chosen, by }, set] = useGather();
  const [only, setOnly] = useState<LineKind | ''>('');
  const [count, setCount] = useState(PAGE);
  const read = async (given: readonly File[]) => {
    const read = await session.perform(readContributions, { files: given, campaign, by });
    if (!read) return;
    setCount(PAGE);
    setOnly('');
    set({
      received: read,
      chosen: new Set(),
      files: new Map([...files, ...given.map((one) => [one.name, one] as const)]),
    });
  };
  const ready = received.filter(
    (one): one is Taking =>
      one.taking !== undefined &&
      one.siren !== undefined &&
      (one.kind === 'taken' || chosen.has(one.version)),
  );
  const take = async () => {
    const taken = await session.perform(takeVersions, { files: ready, by });
    if (taken === undefined) return;
    const gone = new Set<ReceivedFile>(ready);
    set({ received: received.filter((one) => !gone.has(one)), chosen: new Set() });
  };
  const kinds = received.map(lineKind);
  const present = lineKinds.filter((kind) => kinds.includes(kind));
  const sorted = present.flatMap((kind) =>
    only === '' || only === kind ? received.filter((_, at) => kinds[at] === kind) : [],
  );
  return (
    <>
      <Section title={t('files')}>
        <Field label={t('by')} hint={t('byHint')}>
          <Input value={by} autoComplete="name" onChange={(_, { value }) => set({ by: value })} />
        </Field>
        <FileChooser disabled={busy} take={(given) => void read(given)} />
        <p className={styles.note}>{t('filesLead')}</p>
      </Section>
      {received.length > 0 ? (
        <Section title={t('read', { count: received.length })}>
          {present.length > 1 ? (
            <Choice
              label={t('show')}
              value={only}
              choose={(kind) => {
                setOnly(kind);
                setCount(PAGE);
              }}
              options={[
                { value: '', label: t('all', { count: received.length }) },
                ...present.map((kind) => ({
                  value: kind,
                  label: `${t(kind)} (${kinds.filter((one) => one === kind).length})`,
                })),
              ]}
            />
          ) : null}
          <div className={styles.buttons}>
            <Button appearance="primary" disabled={busy || ready.length === 0} onClick={() => void take()}>
              {t('takeAll', { count: ready.length })}
            </Button>
            <Button disabled={busy} onClick={() => set({ received: [], chosen: new Set() })}>
              {t('forget')}
            </Button>
          </div>
          <List label={t('files')}>
            {sorted.slice(0, count).map((file) => (
              <FileLine
                key={`${file.name} ${file.version}`}
                file={file}
                engine={engine}
                chosen={chosen.has(file.version)}
                choose={(wanted) => {
                  const next = new Set(chosen);
                  if (wanted) next.add(file.version);
                  else next.delete(file.version);
                  set({ chosen: next });
                }}
              />
            ))}
          </List>
          {sorted.length > count ? (
            <Button onClick={() => setCount(count + PAGE)}>
              {t('more', { count: sorted.length - count })}
            </Button>
          ) : null}
        </Section>
      ) : null}
      <DoneImports union={union} campaign={campaign} />
    </>
  );
}
