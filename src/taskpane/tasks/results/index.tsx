import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { writeResults } from '../../actions/union/write-results';
import type { Results } from '../../desk';
import { numberOf } from '../../desk/number-of';
import { useAnswer } from '../../desk/use-answer';
import { WithDesk, type DeskReady } from '../../desk/with-desk';
import { typeset, useMessages, useSpoken } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { Choice } from '../../ui/choice';
import { FileButton } from '../../ui/file-button';
import { useReading } from '../../ui/hooks';
import { List } from '../../ui/list';
import { Page, Section } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { useParts } from '../connect/parts';
import { LineageView } from '../review/lineage-view';
import { compare, comparingOf, isWholeOnly, valueOfComparing, type Comparing } from './compared';
import { messages } from './messages';
import { ResultRow } from './result-row';

/** The indicators of the campaign, by territory, compared with what the person chooses. */
export default function ResultsTask() {
  const t = useMessages(messages);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <WithDesk>{(ready) => <Asked {...ready} />}</WithDesk>
    </Page>
  );
}

function Asked(ready: DeskReady) {
  const { desk } = ready;
  const results = useAnswer(desk, 'results', undefined)?.answer;
  return results ? <Shown ready={ready} results={results} /> : <Waiting />;
}

function Shown({ ready, results }: { readonly ready: DeskReady; readonly results: Results }) {
  const parts = useParts();
  const t = useMessages(messages);
  const say = useSpoken();
  const { desk, engine } = ready;
  const [territory, setTerritory] = useState(results.territory);
  const [theme, setTheme] = useState('');
  const [comparing, setComparing] = useState<Comparing>({ kind: 'nothing' });
  const [file, setFile] = useState<File>();
  const [open, setOpen] = useState<{ readonly code: string; readonly territory: string }>();
  const key = `${valueOfComparing(comparing)} ${file?.name ?? ''} ${file?.lastModified ?? 0}`;
  const compared = useReading(`compare ${numberOf(desk)} ${key}`, () =>
    compare(desk, results, comparing, file),
  );
  if (open) return <LineageView desk={desk} {...open} close={() => setOpen(undefined)} />;
  const here = isWholeOnly(comparing) ? results.territory : territory;
  const nameOf = (code: string) => results.territories.find((one) => one.code === code)?.name ?? code;
  const indicators = new Map(results.indicators.map((one) => [one.code, one]));
  const cells = results.cells.filter(
    (one) => one.territory === here && (theme === '' || indicators.get(one.code)?.dimension === theme),
  );
  return (
    <>
      <p className={parts.note}>{t('internal')}</p>
      <div className={parts.column}>
        <Cut ready={ready} />
        <Choice
          label={t('territory')}
          value={here}
          choose={setTerritory}
          options={results.territories.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        />
        <Choice
          label={t('theme')}
          value={theme}
          choose={setTheme}
          options={[
            { value: '', label: t('allThemes') },
            ...engine.catalogue.dimensions.map(({ code, label }) => ({ value: code, label: say(label) })),
          ]}
        />
        <Choice
          label={t('compare')}
          value={valueOfComparing(comparing)}
          choose={(value) => setComparing(comparingOf(value))}
          options={[
            { value: 'nothing', label: t('nothing') },
            ...results.territories.map(({ code, name }) => ({
              value: code,
              label: t('withTerritory', { name }),
            })),
            ...(results.families.length > 0 ? [{ value: 'families', label: t('families') }] : []),
            { value: 'distribution', label: t('distribution') },
            { value: 'year', label: t('year') },
          ]}
        />
        {isWholeOnly(comparing) && territory !== results.territory ? (
          <p className={parts.note}>{t('wholeOnly', { name: nameOf(results.territory) })}</p>
        ) : null}
        {comparing.kind === 'year' ? <YearFile file={file} choose={setFile} year={compared?.year} /> : null}
        {compared?.problem === undefined ? null : (
          <p className={parts.lead} role="alert" lang="fr">
            {typeset(compared.problem)}
          </p>
        )}
        {(compared?.leftOut ?? []).map((message) => (
          <p key={message} className={parts.note} lang="fr">
            {typeset(message)}
          </p>
        ))}
      </div>
      <Written ready={ready} results={results} />
      <Section title={nameOf(here)} aside={t('indicators', { count: cells.length })}>
        <List label={t('list')}>
          {cells.map((cell) => {
            const indicator = indicators.get(cell.code);
            return indicator ? (
              <ResultRow
                key={cell.code}
                results={results}
                indicator={indicator}
                cell={cell}
                comparing={comparing}
                compared={compared}
                open={() => setOpen({ code: cell.code, territory: here })}
              />
            ) : null;
          })}
        </List>
      </Section>
    </>
  );
}

/** What the campaign's territory is cut by. */
function Cut({ ready: { by, cut } }: { readonly ready: DeskReady }) {
  const t = useMessages(messages);
  const zonings = useSessionState((state) => state.workbook?.references?.zonings) ?? [];
  return (
    <Choice
      label={t('cutBy')}
      value={by[0] ?? ''}
      choose={(one) => cut(one === '' ? [] : [one])}
      options={[
        { value: '', label: t('whole') },
        { value: 'DEP', label: t('DEP') },
        { value: 'EPCI', label: t('EPCI') },
        ...zonings.map(({ name }) => ({ value: name, label: t('zoning', { name }) })),
      ]}
    />
  );
}

interface YearFileProps {
  readonly file: File | undefined;
  readonly year: number | undefined;
  readonly choose: (file: File) => void;
}

function YearFile({ file, year, choose }: YearFileProps) {
  const parts = useParts();
  const t = useMessages(messages);
  return (
    <>
      <p className={parts.note}>{t('yearHint')}</p>
      <div>
        <FileButton
          label={t('yearFile')}
          accept=".xlsx,.xlsm"
          take={([given]) => {
            if (given) choose(given);
          }}
        />
      </div>
      {file && year ? (
        <p className={parts.note}>{t('yearChosen', { file: file.name, year: String(year) })}</p>
      ) : null}
    </>
  );
}

/** The way to the same table in the workbook. */
function Written({ ready: { campaign }, results }: { readonly ready: DeskReady; readonly results: Results }) {
  const parts = useParts();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  return (
    <div className={parts.column}>
      <div>
        <Button disabled={busy} onClick={() => void session.perform(writeResults, { results, campaign })}>
          {t('write')}
        </Button>
      </div>
      <p className={parts.note}>{t('writeNote')}</p>
    </div>
  );
}
