import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { PublicationView, PublishedFile } from '../../desk';
import { numberOf } from '../../desk/number-of';
import { useAnswer } from '../../desk/use-answer';
import { WithDesk, type DeskReady } from '../../desk/with-desk';
import { typeset, useMessages } from '../../i18n';
import { FileButton } from '../../ui/file-button';
import { List, Row } from '../../ui/list';
import { Meter } from '../../ui/meter';
import { Page, Section } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { useParts } from '../connect/parts';
import { Files } from './files';
import { messages } from './messages';
import { Outcome } from './outcome';

/** From the consolidated campaign to the files to release. */
export default function PublishTask() {
  const t = useMessages(messages);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <WithDesk>{(ready) => <Publish key={numberOf(ready.desk)} {...ready} />}</WithDesk>
    </Page>
  );
}

interface Done {
  readonly view: PublicationView;
  readonly files: readonly PublishedFile[];
}

type Step =
  | { readonly kind: 'ready' }
  | { readonly kind: 'working'; readonly done: number; readonly total: number }
  | { readonly kind: 'failed'; readonly problem: string | undefined }
  | ({ readonly kind: 'done' } & Done);

function Publish({ desk, again }: DeskReady) {
  const parts = useParts();
  const t = useMessages(messages);
  const [previous, setPrevious] = useState<readonly File[]>([]);
  const [step, setStep] = useState<Step>({ kind: 'ready' });
  const results = useAnswer(desk, 'results', undefined)?.answer;
  if (!results) return <Waiting />;
  const prepare = async () => {
    // Two halves: the audit, then the files.
    const onPart = (half: number) => (done: number, total: number) =>
      setStep({ kind: 'working', done: half * total + done, total: 2 * total });
    setStep({ kind: 'working', done: 0, total: 1 });
    try {
      const { view, problem } = await desk.ask('publish', { previous }, onPart(0));
      if (!view) return setStep({ kind: 'failed', problem });
      const files = await desk.ask('files', undefined, onPart(1));
      setStep({ kind: 'done', view, files });
    } catch {
      // Stopped: another desk is being opened; or the worker failed, and the person may try again.
      setStep({ kind: 'failed', problem: undefined });
    }
  };
  const names = results.territories.map(({ name }) => name);
  return (
    <>
      <Editions files={previous} change={setPrevious} />
      <p className={parts.note}>
        {t('territories', {
          count: names.length,
          names: names.slice(0, 8).join(', ') + (names.length > 8 ? '…' : ''),
        })}
      </p>
      {step.kind === 'working' ? (
        <div className={parts.column} role="status">
          <Meter label={t('auditing')} done={step.done} total={step.total} />
          <span className={parts.note}>{t('auditing')}</span>
          <div>
            <Button onClick={again}>{t('stop')}</Button>
          </div>
        </div>
      ) : (
        <div>
          <Button appearance={step.kind === 'done' ? 'secondary' : 'primary'} onClick={() => void prepare()}>
            {t(step.kind === 'done' ? 'prepareAgain' : 'prepare')}
          </Button>
        </div>
      )}
      {step.kind === 'failed' ? (
        <p className={parts.lead} role="alert">
          {step.problem === undefined ? t('problem') : <span lang="fr">{typeset(step.problem)}</span>}
        </p>
      ) : null}
      {step.kind === 'done' ? (
        <>
          <Outcome view={step.view} />
          <Files files={step.files} />
        </>
      ) : null}
    </>
  );
}

interface EditionsProps {
  readonly files: readonly File[];
  readonly change: (files: readonly File[]) => void;
}

/** The editions of this year that are out already. */
function Editions({ files, change }: EditionsProps) {
  const parts = useParts();
  const t = useMessages(messages);
  return (
    <Section title={t('earlier')}>
      <p className={parts.note}>{t('earlierNote')}</p>
      {files.length > 0 ? (
        <List label={t('earlier')}>
          {files.map((file) => (
            <Row
              key={file.name}
              title={file.name}
              end={
                <Button
                  size="small"
                  aria-label={t('removeNamed', { name: file.name })}
                  onClick={() => change(files.filter((one) => one !== file))}
                >
                  {t('remove')}
                </Button>
              }
            />
          ))}
        </List>
      ) : null}
      <div>
        <FileButton
          label={t('addEdition')}
          accept=".xlsx,.xlsm"
          multiple
          take={(given) => {
            const names = new Set(given.map(({ name }) => name));
            change([...files.filter(({ name }) => !names.has(name)), ...given]);
          }}
        />
      </div>
    </Section>
  );
}
