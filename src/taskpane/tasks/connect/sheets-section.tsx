import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { MappingProfile, Proposal } from '../../../mapping';
import { connectFacts, searchSheets } from '../../actions/connect';
import type { Engine } from '../../engine';
import { useMessages, useSpoken } from '../../i18n';
import { useSession, useSessionState, type WorkbookView } from '../../session';
import { List } from '../../ui/list';
import { Section } from '../../ui/page';
import { useConnect } from './connect-store';
import type { Who } from './identity';
import { messages } from './messages';
import { Fold, useParts } from './parts';
import { Profile } from './profile';
import { ProposalRow } from './proposal-row';
import { connectedBefore, factsToWrite, keyOf, proposedThemes, sureOnes } from './proposed';

interface SheetsProps {
  readonly engine: Engine;
  readonly workbook: WorkbookView;
  readonly who: Who;
  readonly showAll: () => void;
}

/** The sheets of the open workbook: proposals, and what the person says of each. */
export function SheetsSection({ engine, workbook, who, showAll }: SheetsProps) {
  const parts = useParts();
  const t = useMessages(messages);
  const say = useSpoken();
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const [state, set] = useConnect();
  const [early, setEarly] = useState(false);
  const { found, accepted, refused } = state;
  // Before there is a questionnaire, the territory its rows will be written for.
  const whole = workbook.consolidation?.territory ?? who.identity.territory;
  const themes = useMemo(
    () => (found ? proposedThemes(found, accepted, refused, workbook, engine) : []),
    [found, accepted, refused, workbook, engine],
  );
  const rows = themes.flatMap((one) => one.rows);
  const sure = sureOnes(themes);
  const search = async (profile?: MappingProfile) => {
    // The year of an identity that is not written yet may be a guess: the sheets say theirs.
    const year =
      who.asked && state.files.length === 0 && state.typed.year === undefined ? undefined : who.year;
    const territory =
      engine.parseTerritory(who.draft.territory)?.code ?? (whole === 'FR' ? undefined : whole);
    const result = await session.perform(searchSheets, {
      ...(year !== undefined && { year }),
      ...(territory !== undefined && { territory }),
      ...(profile && { profile }),
    });
    if (result) set({ found: result, accepted: connectedBefore(result), refused: new Set() });
  };
  const accept = async (proposals: readonly Proposal[], policy: 'keep' | 'replace') => {
    setEarly(who.asked && !who.right);
    if (who.asked && !who.right) {
      showAll();
      return false;
    }
    const done = await session.perform(connectFacts, {
      facts: proposals.flatMap(factsToWrite),
      policy,
      ...(whole !== undefined && { whole }),
      identity: who.identity,
    });
    if (done) set({ accepted: new Map([...accepted, ...proposals.map((one) => [one.code, one] as const)]) });
    return done !== undefined;
  };
  const remarks = found?.mapping.remarks ?? [];
  return (
    <Section title={t('sheets')}>
      <p className={parts.lead}>{t('sheetsLead')}</p>
      <div className={parts.buttons}>
        <Button appearance={found ? 'secondary' : 'primary'} disabled={busy} onClick={() => void search()}>
          {found ? t('searchAgain') : t('search')}
        </Button>
      </div>
      {found ? (
        <p className={parts.lead} role="status">
          {rows.length === 0 && remarks.length === 0
            ? t('foundNothing')
            : t('found', {
                year: String(found.year),
                count: rows.length,
                sure: sure.length,
                connected: accepted.size,
              })}
        </p>
      ) : null}
      {found && found.leftOut.length > 0 ? (
        <p className={parts.note}>{t('leftOut', { names: found.leftOut.join(', ') })}</p>
      ) : null}
      {sure.length > 0 ? (
        <Button appearance="primary" disabled={busy} onClick={() => void accept(sure, 'keep')}>
          {t('acceptSure', { count: sure.length })}
        </Button>
      ) : null}
      {early && who.asked && !who.right ? (
        <p className={parts.lead} role="alert">
          {t('whoFirst')}
        </p>
      ) : null}
      <Fold
        title={t('remarks', { count: remarks.length })}
        open={remarks.some(({ code }) => code === 'profile_unmatched')}
        lines={remarks.map(({ message }) => [message])}
      />
      {found &&
        themes.map(({ theme, rows: own }) => (
          <div key={theme.code} className={parts.column}>
            <strong>{say(theme.label)}</strong>
            <List label={say(theme.label)}>
              {own.map((proposed) => (
                <ProposalRow
                  key={keyOf(proposed.proposal)}
                  proposed={proposed}
                  found={found}
                  engine={engine}
                  accept={accept}
                  refuse={() => set({ refused: new Set(refused).add(keyOf(proposed.proposal)) })}
                />
              ))}
            </List>
          </div>
        ))}
      <Profile accepted={[...accepted.values()]} busy={busy} apply={(profile) => void search(profile)} />
    </Section>
  );
}
