import { Button, Checkbox, Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { lazy, Suspense, useMemo, useState } from 'react';
import { decodeText } from '../../../importers';
import { createCampaign } from '../../actions/union';
import { useLocale, useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { FileButton } from '../../ui/file-button';
import { Section } from '../../ui/page';
import {
  campaignDraft,
  emptyForm,
  formProblems,
  perimeterOfText,
  perimeterText,
  territoryOfForm,
  type FormField,
} from './campaign-form';
import { unionMessages } from './union-messages';

const TerritoryPicker = lazy(() => import(/* webpackChunkName: "territory-picker" */ './territory-picker'));

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px' },
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '12px' },
  narrow: { minWidth: 0 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  lines: { margin: 0, paddingLeft: '18px', fontSize: '12px', lineHeight: '17px', overflowWrap: 'anywhere' },
  note: { margin: 0, fontSize: '12px', lineHeight: '17px' },
});

/** As the file of a perimeter begins, in any language. */
const HEADINGS = 'siren;raison_sociale;famille;groupe;territoire;logements';
const EXAMPLE_DATE = '15/05/2026';

/** Remarks shown before the person is told how many more there are. */
const MOST_SHOWN = 5;

/** For a blank workbook of a union: what the campaign asks, from whom. */
export default function NewCampaign() {
  const styles = useStyles();
  const t = useMessages(unionMessages);
  const locale = useLocale();
  const session = useSession();
  const engine = useSessionState((state) => state.engine);
  const busy = useSessionState((state) => state.work !== undefined);
  const [form, setForm] = useState(() => emptyForm(new Date()));
  const [asked, setAsked] = useState(false);
  const perimeter = useMemo(
    () => (engine ? perimeterOfText(form.perimeter) : undefined),
    [form.perimeter, engine],
  );
  if (!engine || !perimeter) return null;
  const problems = formProblems(form, perimeter, engine);
  const territory = territoryOfForm(form, perimeter, engine);
  const landlords = new Set(perimeter.lines.map(({ siren }) => siren)).size;
  const told = (field: FormField) => {
    const problem = asked ? problems[field] : undefined;
    return problem ? { validationState: 'error' as const, validationMessage: t(problem) } : {};
  };
  const change = (changes: Partial<typeof form>) => setForm({ ...form, ...changes });
  const takeSelection = () =>
    session.attempt(async () => {
      const { sheet, address } = await session.port.selection();
      const { values } = await session.port.readRange(sheet, address);
      change({ perimeter: perimeterText(values) });
    });
  // As Excel saves it: in UTF-8, or not.
  const takeFile = async (chosen: File) =>
    change({ perimeter: decodeText(new Uint8Array(await chosen.arrayBuffer())) });
  const create = async () => {
    setAsked(true);
    if (Object.keys(problems).length > 0) return;
    if (await session.perform(createCampaign, campaignDraft(form, perimeter, engine))) session.goOn('start');
  };
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <Field label={t('unionName')} hint={t('unionNameHint')}>
        <Input value={form.union} onChange={(_, { value }) => change({ union: value })} />
      </Field>
      <div className={styles.pair}>
        <Field label={t('campaignYear')} required {...told('year')}>
          <Input
            className={styles.narrow}
            inputMode="numeric"
            value={form.year}
            onChange={(_, { value }) => change({ year: value })}
          />
        </Field>
        <Field label={t('deadline')} {...told('deadline')}>
          <Input
            className={styles.narrow}
            placeholder={EXAMPLE_DATE}
            value={form.deadline}
            onChange={(_, { value }) => change({ deadline: value })}
          />
        </Field>
      </div>
      <Section title={t('perimeter')}>
        <p className={styles.note}>{t('perimeterLead')}</p>
        <Field label={t('perimeterPaste')}>
          <Textarea
            rows={5}
            value={form.perimeter}
            placeholder={HEADINGS}
            onChange={(_, { value }) => change({ perimeter: value })}
          />
        </Field>
        <div className={styles.buttons}>
          <Button size="small" onClick={() => void takeSelection()}>
            {t('perimeterSelection')}
          </Button>
          <FileButton
            label={t('perimeterFile')}
            accept=".csv,.txt"
            take={([chosen]) => {
              if (chosen) void session.attempt(() => takeFile(chosen));
            }}
          />
        </div>
        <p className={styles.note} role="status">
          {landlords > 0
            ? t('perimeterRead', { count: landlords, lines: perimeter.lines.length })
            : t('perimeterLater')}
        </p>
        {perimeter.remarks.length > 0 ? (
          <ul className={styles.lines} lang="fr">
            {perimeter.remarks.slice(0, MOST_SHOWN).map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        ) : null}
        {perimeter.remarks.length > MOST_SHOWN ? (
          <p className={styles.note}>{t('moreRemarks', { count: perimeter.remarks.length - MOST_SHOWN })}</p>
        ) : null}
      </Section>
      <Field
        label={t('campaignTerritory')}
        {...(form.territory === '' && territory !== undefined
          ? { hint: t('territoryFound', { name: engine.territoryName(territory) }) }
          : { hint: t('territoryLead') })}
        {...told('territory')}
      >
        <Suspense fallback={<Input disabled />}>
          <TerritoryPicker
            engine={engine}
            code={form.territory}
            choose={(code) => change({ territory: code })}
          />
        </Suspense>
      </Field>
      <Field label={t('themes')} hint={t('themesHint')}>
        <div role="group" aria-label={t('themes')}>
          {engine.catalogue.dimensions.map(({ code, label }) => (
            <Checkbox
              key={code}
              label={label[locale]}
              checked={form.themes.includes(code)}
              onChange={(_, { checked }) =>
                change({
                  themes:
                    checked === true ? [...form.themes, code] : form.themes.filter((one) => one !== code),
                })
              }
            />
          ))}
        </div>
      </Field>
      <Button type="submit" appearance="primary" disabled={busy}>
        {t('createCampaign')}
      </Button>
    </form>
  );
}
