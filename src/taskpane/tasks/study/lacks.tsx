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

/** What the data do not have for a template, and the tables that people fill for it. */
export function Lacks({ template }: { readonly template: OfferedTemplate }) {
  const parts = useParts();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const { lacks, missingTables } = template;
  if (lacks.length + missingTables.length === 0) return null;
  return (
    <Section title={t('missing')}>
      {lacks.map((one) => (
        <p key={one} className={parts.note}>
          {t(lackTexts[one])}
        </p>
      ))}
      {missingTables.length > 0 ? (
        <>
          <p className={parts.note}>{t('insertTablesHint', { tables: missingTables.join(', ') })}</p>
          <div>
            <Button
              size="small"
              disabled={busy}
              onClick={() => void session.perform(insertStudyTables, missingTables)}
            >
              {t('insertTables')}
            </Button>
          </div>
        </>
      ) : null}
    </Section>
  );
}
