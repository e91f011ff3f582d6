import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { FreezeScope } from '../../../excel';
import { freezeValues, restoreFormulas } from '../../actions';
import { useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { Choice } from '../../ui/choice';
import { Section } from '../../ui/page';
import { messages } from './messages';

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '17px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const scopes = {
  workbook: 'scopeWorkbook',
  sheet: 'scopeSheet',
  selection: 'scopeSelection',
} as const satisfies Record<FreezeScope, keyof typeof messages>;

const scopeNames = Object.keys(scopes) as readonly FreezeScope[];

/** Values instead of formulas for readers without the add-in, and back. */
export function Freeze() {
  const styles = useStyles();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const [scope, setScope] = useState<FreezeScope>('workbook');
  return (
    <Section title={t('freezeTitle')}>
      <p className={styles.note}>{t('freezeNote')}</p>
      <Choice
        label={t('scope')}
        value={scope}
        choose={setScope}
        options={scopeNames.map((one) => ({ value: one, label: t(scopes[one]) }))}
      />
      <div className={styles.buttons}>
        <Button size="small" disabled={busy} onClick={() => void session.perform(freezeValues, scope)}>
          {t('freeze')}
        </Button>
        <Button size="small" disabled={busy} onClick={() => void session.perform(restoreFormulas, undefined)}>
          {t('restore')}
        </Button>
      </div>
    </Section>
  );
}
