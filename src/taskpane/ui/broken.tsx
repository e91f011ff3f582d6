import { useMessages } from '../i18n';
import { messages } from './messages';
import { Tool } from './tool';

/** Stands for a task that could not be shown. */
export function Broken({ again }: { readonly again: () => void }) {
  const t = useMessages(messages);
  return (
    <div style={{ padding: '14px', fontSize: '13px', lineHeight: '19px' }} role="alert">
      <p style={{ margin: '0 0 12px' }}>
        {t('broken')} {t('brokenRemedy')}
      </p>
      <Tool framed onClick={again}>
        {t('retry')}
      </Tool>
    </div>
  );
}
