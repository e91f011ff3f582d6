import { Button, Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReviewedFigure } from '../../../campaign';
import { adjustFigure, type FigureAdjustment } from '../../actions/union/journal';
import { useLocale, useMessages } from '../../i18n';
import type { Locale } from '../../../formula';
import { useSession, useSessionState } from '../../session';
import { Section } from '../../ui/page';
import { typedNumber } from '../../workbook/typed-number';
import { useParts } from '../connect/parts';
import { useGather } from '../gather/gather-store';
import { messages } from './messages';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: '10px' },
});

/** Changes a figure in the journal: who, and why, are asked. */
export function AdjustForm({ figure }: { readonly figure: ReviewedFigure }) {
  const styles = useStyles();
  const parts = useParts();
  const t = useMessages(messages);
  const locale = useLocale();
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const [{ by }, set] = useGather();
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState(false);
  const enter = async () => {
    const after = typedAnswer(text, locale);
    setWrong(after === undefined);
    if (after === undefined) return;
    await session.perform(adjustFigure, { figure, after, reason, by });
  };
  return (
    <Section title={t('adjust')}>
      <p className={parts.note}>{t('adjustNote')}</p>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <Field
          label={t('newValue')}
          hint={t('newValueHint')}
          {...(wrong && { validationMessage: t('newValueWrong') })}
        >
          <Input value={text} inputMode="decimal" onChange={(_, { value }) => setText(value)} />
        </Field>
        <Field label={t('reason')}>
          <Textarea rows={2} value={reason} onChange={(_, { value }) => setReason(value)} />
        </Field>
        <Field label={t('by')}>
          <Input value={by} autoComplete="name" onChange={(_, { value }) => set({ by: value })} />
        </Field>
        <Button type="submit" appearance="primary" disabled={busy}>
          {t('enter')}
        </Button>
      </form>
    </Section>
  );
}

function typedAnswer(text: string, locale: Locale): FigureAdjustment['after'] | undefined {
  const word = text.trim().toUpperCase();
  if (word === 'ND' || word === 'SO') return word;
  return typedNumber(text, locale);
}
