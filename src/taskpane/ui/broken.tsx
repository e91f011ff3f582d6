import { Button } from '@fluentui/react-components';
import { useMessages } from '../i18n';
import { messages } from './messages';
import { Empty } from './page';

/** Stands for a task that could not be shown. */
export function Broken({ again }: { readonly again: () => void }) {
  const t = useMessages(messages);
  return (
    <div style={{ padding: '14px' }} role="alert">
      <Empty>
        <span>
          {t('broken')} {t('brokenRemedy')}
        </span>
        <Button onClick={again}>{t('retry')}</Button>
      </Empty>
    </div>
  );
}
