import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Contribution } from '../../../contribution';
import { insertQuestionnaire, saveIdentity } from '../../actions';
import type { Engine } from '../../engine';
import { useMessages } from '../../i18n';
import { useSession, useSessionState, type WorkbookView } from '../../session';
import { Facts } from '../../ui/facts';
import { Empty, Page, Section } from '../../ui/page';
import { useReturnFocus } from '../../ui/return-focus';
import { Foot } from './foot';
import { IdentityFields } from './identity-fields';
import { changesOf, problemsOf, templateIdentity, writtenIdentity } from './identity-form';
import { messages } from './messages';
import { missingTables } from './missing-tables';
import { Steps } from './steps-view';

const useStyles = makeStyles({
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  optional: { color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '17px' },
  form: { display: 'flex', flexDirection: 'column', gap: '16px' },
});

interface KnownProps {
  readonly engine: Engine;
  readonly workbook: WorkbookView;
  readonly contribution: Contribution;
}

/** For a workbook that has tables of the format: whose it is, what is missing, how far it is. */
export function KnownContribution({ engine, workbook, contribution }: KnownProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const [editing, setEditing] = useState(false);
  const { button, next, giveBack } = useReturnFocus();
  const { missing, optional } = missingTables(workbook, engine);
  const written = writtenIdentity(workbook, engine);
  const complete = written !== undefined && Object.keys(problemsOf(written.draft, engine)).length === 0;
  const add = () => {
    if (!written) return;
    void session.perform(insertQuestionnaire, templateIdentity(written.draft, engine)).finally(giveBack);
  };
  return (
    <Page title={t('title')} lead={t('leadKnown')}>
      <Section title={t('identity')}>
        {editing || !complete ? (
          <EditIdentity
            engine={engine}
            workbook={workbook}
            close={() => setEditing(false)}
            closable={complete}
          />
        ) : (
          <Identity engine={engine} workbook={workbook} edit={() => setEditing(true)} />
        )}
      </Section>
      {missing.length > 0 ? (
        <Empty>
          {t('missing', { count: missing.length, names: missing.join(', ') })}
          {complete ? (
            <Button ref={button} disabled={busy} onClick={add}>
              {t('insertMissing')}
            </Button>
          ) : null}
        </Empty>
      ) : complete && optional.length > 0 ? (
        <div className={styles.optional}>
          <span>{t('optional', { names: optional.join(', ') })}</span>
          <Button ref={button} size="small" appearance="transparent" disabled={busy} onClick={add}>
            {t('insertOptional')}
          </Button>
        </div>
      ) : null}
      <Steps engine={engine} workbook={workbook} contribution={contribution} headingRef={next} />
      <Foot />
    </Page>
  );
}

function Identity({
  engine,
  workbook,
  edit,
}: Pick<KnownProps, 'engine' | 'workbook'> & { readonly edit: () => void }) {
  const t = useMessages(messages);
  const draft = writtenIdentity(workbook, engine)?.draft;
  if (!draft) return null;
  const territory = workbook.consolidation?.territory;
  const facts: readonly (readonly [string, string])[] = [
    [t('name'), draft.name],
    [t('siren'), draft.siren.replace(/^(\d{3})(\d{3})(\d{3})$/u, '$1\u00a0$2\u00a0$3')],
    [t('year'), draft.year],
    [t('family'), draft.family || t('familyNone')],
    ...(territory === undefined ? [] : [[t('territory'), engine.territoryName(territory)] as const]),
  ];
  return (
    <>
      <Facts facts={facts} />
      <div>
        <Button size="small" onClick={edit}>
          {t('edit')}
        </Button>
      </div>
    </>
  );
}

interface EditProps extends Pick<KnownProps, 'engine' | 'workbook'> {
  readonly close: () => void;
  readonly closable: boolean;
}

function EditIdentity({ engine, workbook, close, closable }: EditProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  // What the person started from: what others write meanwhile must not be taken for theirs.
  const [written] = useState(() => writtenIdentity(workbook, engine));
  const [draft, setDraft] = useState(written?.draft);
  if (!written || !draft) return <Empty>{t('unreadable')}</Empty>;
  const save = async () => {
    if (Object.keys(problemsOf(draft, engine)).length > 0) return;
    const changes = changesOf(written, draft);
    if (changes.length > 0) await session.perform(saveIdentity, changes);
    close();
  };
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <IdentityFields draft={draft} change={setDraft} engine={engine} showAll withTerritory={false} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabled={busy}>
          {t('save')}
        </Button>
        {closable ? <Button onClick={close}>{t('cancel')}</Button> : null}
      </div>
    </form>
  );
}
