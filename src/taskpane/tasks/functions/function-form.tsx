import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { exampleCall, NAMESPACE, type FunctionSpec } from '../../../functions';
import { insertFunction } from '../../actions';
import { useLocale, useMessages, useSpoken } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { guidePages } from '../../office/guide';
import { useReading } from '../../ui/hooks';
import { Section } from '../../ui/page';
import { Tool } from '../../ui/tool';
import { placeOf } from '../../workbook/reference';
import { textOf } from '../../workbook/table-cells';
import {
  argumentFromSelection,
  readArgument,
  shownFormula,
  storedFormula,
  syntaxOf,
  usualArgument,
  type Syntax,
} from './call-draft';
import { messages } from './messages';
import { PreviewView } from './preview-view';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '16px' },
  line: { display: 'flex', gap: '6px', alignItems: 'center' },
  grow: { flex: '1 1 0', minWidth: 0 },
  text: { margin: 0, fontSize: '13px', lineHeight: '19px' },
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '17px' },
  code: {
    margin: 0,
    padding: '8px 10px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    lineHeight: '18px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
});

/** Until Excel has said how it writes formulas. */
const usualSyntax: Readonly<Record<'fr' | 'en', Syntax>> = {
  fr: { language: 'fr', decimal: ',', list: ';' },
  en: { language: 'en', decimal: '.', list: ',' },
};

/** Builds a call of a function from the selection, shows what it gives, and writes it. */
export function FunctionForm({ spec }: { readonly spec: FunctionSpec }) {
  const styles = useStyles();
  const t = useMessages(messages);
  const locale = useLocale();
  const say = useSpoken();
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const selection = useSessionState((state) => state.selection);
  const tables = useSessionState((state) => state.workbook?.tables);
  const read = useReading(locale, async () => syntaxOf(await session.port.syntaxLocale()));
  const syntax = read ?? usualSyntax[locale];
  const known = new Set<string>(tables?.keys() ?? []);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [chosen, setDestination] = useState<string>();
  // The cell that was selected when the form opened, or the first one known after.
  const first = useRef<string>(undefined);
  if (selection)
    first.current ??= argumentFromSelection({ sheet: selection.sheet, address: selection.cell }, undefined);
  const destination = chosen ?? first.current ?? '';
  const [occupied, setOccupied] = useState<string>();
  const place = placeOf(destination, selection?.sheet ?? '');
  const isCell = place !== undefined && !place.address.includes(':');
  const textFor = (name: string, at: number): string => {
    const parameter = spec.parameters[at];
    return typed[name] ?? (parameter ? usualArgument(parameter, spec, known, syntax) : '');
  };
  const drafts = spec.parameters.map(({ name }, at) => readArgument(textFor(name, at), syntax));
  const complete = spec.parameters.every((one, at) => one.optional || drafts[at]?.kind !== 'nothing');
  const insert = async (replacing: boolean) => {
    if (!place || !isCell) return;
    const { values } = await session.port.readRange(place.sheet, place.address);
    const there = textOf(values[0]?.[0] ?? null);
    if (there !== '' && !replacing) return setOccupied(there);
    setOccupied(undefined);
    await session.perform(insertFunction, { ...place, formula: storedFormula(spec, drafts) });
  };
  return (
    <>
      <Section title={`${NAMESPACE}.${spec.id}`}>
        <p className={styles.text}>{say(spec.description)}</p>
      </Section>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void session.attempt(() => insert(occupied !== undefined));
        }}
      >
        <p className={styles.note}>{t('pickHint')}</p>
        {spec.parameters.map((parameter, at) => {
          const { name, description, optional } = parameter;
          const change = (text: string) => setTyped({ ...typed, [name]: text });
          return (
            <Field
              key={name}
              label={optional ? t('optional', { name }) : name}
              required={!optional}
              hint={say(description)}
            >
              {(field) => (
                <div className={styles.line}>
                  <Input
                    {...field}
                    className={styles.grow}
                    autoComplete="off"
                    spellCheck={false}
                    value={textFor(name, at)}
                    onChange={(_, { value }) => change(value)}
                  />
                  <Button
                    size="small"
                    disabled={!selection}
                    aria-label={t('pick', { name })}
                    onClick={() => selection && change(argumentFromSelection(selection, place?.sheet))}
                  >
                    {t('pickShort')}
                  </Button>
                </div>
              )}
            </Field>
          );
        })}
        <Section title={t('formula')}>
          <pre className={styles.code}>{shownFormula(spec, drafts, syntax)}</pre>
        </Section>
        <PreviewView spec={spec} drafts={drafts} sheet={place?.sheet ?? selection?.sheet ?? ''} />
        <Field
          label={t('destination')}
          {...(!isCell &&
            destination !== '' && { validationState: 'error', validationMessage: t('destinationWrong') })}
        >
          {(field) => (
            <div className={styles.line}>
              <Input
                {...field}
                className={styles.grow}
                autoComplete="off"
                spellCheck={false}
                value={destination}
                onChange={(_, { value }) => {
                  setDestination(value);
                  setOccupied(undefined);
                }}
              />
              <Button
                size="small"
                disabled={!selection}
                aria-label={t('pick', { name: t('destination') })}
                onClick={() => {
                  if (!selection) return;
                  const { sheet, cell } = selection;
                  setDestination(argumentFromSelection({ sheet, address: cell }, undefined));
                  setOccupied(undefined);
                }}
              >
                {t('pickShort')}
              </Button>
            </div>
          )}
        </Field>
        {occupied === undefined ? null : (
          <p className={styles.text} role="alert">
            {t('occupied', { cell: destination, text: occupied })}
          </p>
        )}
        <Button type="submit" appearance="primary" disabled={busy || !complete || !isCell}>
          {occupied === undefined ? t('insert') : t('replace', { cell: destination })}
        </Button>
      </form>
      <Section title={t('rules')}>
        <p className={styles.note}>{say(spec.help)}</p>
        <div>
          <Tool href={guidePages.function(locale, spec.id)} framed>
            {t('inGuide')}
          </Tool>
        </div>
      </Section>
      <Section title={t('examples')}>
        {spec.examples.map((example, index) => (
          <div key={index}>
            <pre className={styles.code}>{exampleCall(spec, example, syntax.language)}</pre>
            <p className={styles.note} lang="fr">
              {example.reason}
            </p>
          </div>
        ))}
      </Section>
    </>
  );
}
