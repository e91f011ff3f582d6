import { Button, Field } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { readFiles, readLedgers, showAccounts, writeHarvest } from '../../actions/connect';
import type { Engine } from '../../engine';
import { useMessages } from '../../i18n';
import type { ReadFile } from '../../jobs';
import { useSession, useSessionState, type WorkbookView } from '../../session';
import { List } from '../../ui/list';
import { Section } from '../../ui/page';
import { TableCells } from '../../workbook/table-cells';
import { planFacts } from '../../workbook/facts-plan';
import { planKeyed } from '../../workbook/keyed-rows';
import { Conflicts } from './conflicts';
import { useConnect } from './connect-store';
import { FileAccount } from './file-account';
import { FileChooser } from './file-chooser';
import { gather, ofKind, sizeOf, wholeOf } from './gathered';
import type { Who } from './identity';
import { messages } from './messages';
import { Fold, useParts } from './parts';

const TerritoryPicker = lazy(
  () => import(/* webpackChunkName: "territory-picker" */ '../start/territory-picker'),
);

interface FilesProps {
  readonly engine: Engine;
  readonly workbook: WorkbookView;
  readonly who: Who;
  readonly showAll: () => void;
  readonly children: React.ReactNode;
}

/** RPLS, accounts, official tables: read, accounted for, then written by one button. */
export function FilesSection({ engine, workbook, who, showAll, children }: FilesProps) {
  const parts = useParts();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const [state, set] = useConnect();
  const [early, setEarly] = useState(false);
  const { files, ledgers, policy } = state;
  // Before there is a questionnaire, the territory its rows will be written for.
  const whole = workbook.consolidation?.territory ?? wholeOf(files, who.identity.territory);
  const fallback = who.draft.territory || (whole !== 'FR' && whole) || '';
  const local = engine.parseTerritory(state.local ?? fallback)?.code;
  const gathered = useMemo(
    () => gather({ files, ledgers }, engine, who.year, workbook),
    [files, ledgers, engine, who.year, workbook],
  );
  const { harvest, rentWarnings } = gathered;
  const plans = useMemo(() => {
    const tableOf = (name: keyof Engine['tableNames']) => {
      const content = workbook.tables.get(engine.tableNames[name]);
      return content && new TableCells(content, engine);
    };
    return {
      facts: planFacts(harvest.facts, tableOf('facts'), engine, whole),
      rents: planKeyed(harvest.rents, tableOf('rents'), engine).conflictRows,
    };
  }, [harvest, workbook, engine, whole]);

  const settle = async (all: readonly ReadFile[]) => {
    const figures =
      ofKind(all, 'fec').length === 0
        ? undefined
        : await session.perform(readLedgers, { files: all, local: local === undefined ? [] : [local] });
    set({ files: all, ledgers: figures });
  };
  const hasFec = ofKind(files, 'fec').length > 0;
  useEffect(() => {
    // Another territory: other purchases are local.
    if (hasFec && !busy) void settle(files);
    // What was read does not change by itself; `take` and `remove` settle what they change.
  }, [local]);
  const take = async (given: readonly File[]) => {
    const siren = who.asked ? undefined : who.identity.siren;
    const read = await session.perform(readFiles, {
      files: given,
      ...(siren !== undefined && siren !== '' && { siren }),
    });
    if (!read) return;
    const names = new Set(read.map(({ name }) => name));
    await settle([...files.filter(({ name }) => !names.has(name)), ...read]);
  };
  const write = async () => {
    setEarly(who.asked && !who.right);
    if (who.asked && !who.right) return showAll();
    const done = await session.perform(writeHarvest, {
      harvest,
      policy,
      ...(whole !== undefined && { whole }),
      identity: who.identity,
    });
    if (done) set({ files: [], ledgers: undefined, policy: 'keep' });
  };
  const size = sizeOf(harvest);
  return (
    <Section title={t('files')}>
      <p className={parts.lead}>{t('filesLead')}</p>
      <FileChooser disabled={busy} take={(given) => void take(given)} />
      {files.length > 0 ? (
        <List label={t('files')}>
          {gathered.files.map((file) => (
            <FileAccount
              key={file.name}
              file={file}
              imports={ledgers?.imports ?? []}
              engine={engine}
              remove={() => void settle(files.filter(({ name }) => name !== file.name))}
            />
          ))}
        </List>
      ) : null}
      {ledgers?.problem === undefined ? null : (
        <p className={parts.lead} role="alert" lang="fr">
          {ledgers.problem}
        </p>
      )}
      {hasFec ? (
        <div className={parts.buttons}>
          <Button
            size="small"
            disabled={busy}
            onClick={() => void session.perform(showAccounts, { imports: ledgers?.imports ?? [] })}
          >
            {t('classify')}
          </Button>
          <Button size="small" appearance="subtle" disabled={busy} onClick={() => void settle(files)}>
            {t('readAccounts')}
          </Button>
        </div>
      ) : null}
      {ofKind(files, 'suppliers').length > 0 ? (
        hasFec ? (
          <Field label={t('local')} hint={t('localHint')}>
            <Suspense fallback={null}>
              <TerritoryPicker
                // Starts again from the territory of the identity, when that one changes.
                key={fallback}
                engine={engine}
                code={state.local ?? fallback}
                choose={(chosen) => set({ local: chosen })}
              />
            </Suspense>
          </Field>
        ) : (
          <p className={parts.note}>{t('suppliersAlone')}</p>
        )
      ) : null}
      <Fold title={t('remarks', { count: rentWarnings.length })} lines={rentWarnings.map((text) => [text])} />
      {children}
      {size > 0 ? (
        <>
          <Conflicts plan={plans.facts} others={plans.rents} engine={engine} />
          <div className={parts.buttons}>
            <Button appearance="primary" disabled={busy} onClick={() => void write()}>
              {t('write')}
            </Button>
            <span className={parts.note}>{t('writes', { count: size })}</span>
          </div>
          {early && who.asked && !who.right ? (
            <p className={parts.lead} role="alert">
              {t('whoFirst')}
            </p>
          ) : null}
        </>
      ) : null}
    </Section>
  );
}
