import { Button } from '@fluentui/react-components';
import type { Lack } from '../../../study';
import { insertStudyTables } from '../../actions/study';
import { useMessages } from '../../i18n';
import type { OfferedTemplate } from '../../jobs';
import { useSession, useSessionState } from '../../session';
import { Section } from '../../ui/page';
import { useParts } from '../connect/parts';
import { messages } from './messages';

const lackTexts = {
  targets: 'lackTargets',
  proposals: 'lackProposals',
  review: 'lackReview',
  zones: 'lackZones',
  territories: 'lackTerritories',
} as const satisfies Record<Lack, keyof typeof messages>;

/** What the data do not have for a template, and the tables that people fill. */
export function Lacks({ template }: { readonly template: OfferedTemplate }) {
  const parts = useParts();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  return (
    <div className={parts.column}>
      {template.lacks.length > 0 ? (
        <Section title={t('missing')}>
          {template.lacks.map((one) => (
            <p key={one} className={parts.note}>
              {t(lackTexts[one])}
            </p>
          ))}
        </Section>
      ) : null}
      <div>
        <Button
          size="small"
          disabled={busy}
          onClick={() => void session.perform(insertStudyTables, template.name)}
        >
          {t('insertTables')}
        </Button>
      </div>
      <p className={parts.note}>{t('insertTablesHint')}</p>
    </div>
  );
}
