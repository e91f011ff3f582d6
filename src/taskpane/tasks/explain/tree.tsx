import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Coefficient } from '../../../catalogue';
import type { Source } from '../../../contribution';
import { useLocale, useMessages, useSpoken } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { CellLink } from '../../ui/cell-link';
import type { StoryNode } from './indicator-story';
import { messages } from './messages';

const useStyles = makeStyles({
  node: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0, overflowWrap: 'anywhere' },
  label: { color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '16px' },
  text: { fontSize: '13px', lineHeight: '19px' },
  children: {
    listStyleType: 'none',
    margin: '8px 0 0',
    padding: '0 0 0 12px',
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
  cells: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', alignItems: 'center' },
  meta: { color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '17px' },
});

/** A line of an explanation and, below, what it is made of, down to the cells. */
export function Tree({ node, root }: { readonly node: StoryNode; readonly root?: boolean }) {
  const styles = useStyles();
  const isLeaf = node.children.length === 0;
  return (
    <div className={styles.node}>
      {root || isLeaf ? null : <span className={styles.label}>{node.label}</span>}
      <span className={styles.text}>{node.text}</span>
      <Origin node={node} />
      {isLeaf ? null : (
        <ul className={styles.children}>
          {node.children.map((child, index) => (
            <li key={index}>
              <Tree node={child} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Origin({ node }: { readonly node: StoryNode }) {
  const t = useMessages(messages);
  const session = useSession();
  const { sources, question, coefficient } = node;
  return (
    <>
      {sources.length > 0 ? <Cells sources={sources} /> : null}
      {question !== undefined && node.open ? (
        <div>
          <Button size="small" onClick={() => session.open('questionnaire', { question })}>
            {t('answerIt')}
          </Button>
        </div>
      ) : null}
      {coefficient ? <CoefficientCard coefficient={coefficient} alternatives={node.alternatives} /> : null}
    </>
  );
}

/** So many cells are shown at first: rent cells are hundreds. */
const SHOWN = 4;

function Cells({ sources }: { readonly sources: readonly Source[] }) {
  const styles = useStyles();
  const t = useMessages(messages);
  const [all, setAll] = useState(false);
  const shown = all ? sources : sources.slice(0, SHOWN);
  return (
    <div className={styles.cells}>
      <span className={styles.meta}>{t('cells')}</span>
      {shown.map(({ sheet, cell }, index) => (
        <CellLink key={index} sheet={sheet} address={cell} />
      ))}
      {shown.length < sources.length ? (
        <Button size="small" appearance="transparent" onClick={() => setAll(true)}>
          {t('moreCells', { count: sources.length - shown.length })}
        </Button>
      ) : null}
    </div>
  );
}

interface CoefficientCardProps {
  readonly coefficient: Coefficient;
  readonly alternatives: readonly Coefficient[];
}

/** A coefficient is dated, sourced and disputed: its range and the other published values stand beside it. */
function CoefficientCard({ coefficient, alternatives }: CoefficientCardProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const locale = useLocale();
  const say = useSpoken();
  const engine = useSessionState((state) => state.engine);
  if (!engine) return null;
  const { year, low, high, unit, source, scope } = coefficient;
  const shown = (value: number, of: string) => engine.formatQuantity(value, of, { locale });
  return (
    <div className={styles.node}>
      <span className={styles.meta}>
        {t('coefficient', { year: String(year) })}
        {' · '}
        {say(scope)}
      </span>
      {low !== undefined && high !== undefined ? (
        <span className={styles.meta}>
          {t('coefficientRange', { low: shown(low, unit), high: shown(high, unit) })}
        </span>
      ) : null}
      <span className={styles.meta}>{t('source', { source })}</span>
      {alternatives.length > 0 ? (
        <details>
          <summary className={styles.meta}>{t('alternatives')}</summary>
          {alternatives.map((one) => (
            <div key={one.set} className={styles.meta}>
              {shown(one.value, one.unit)} ({one.year}) – {one.source}
            </div>
          ))}
        </details>
      ) : null}
    </div>
  );
}
