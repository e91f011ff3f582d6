import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  facts: { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '2px 12px', margin: 0, fontSize: '13px' },
  fact: { display: 'contents' },
  term: { color: tokens.colorNeutralForeground3 },
  said: { margin: 0, overflowWrap: 'anywhere' },
});

/** Each with its term: what is known, in two columns. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts.map(([term, fact]) => (
        <div key={term} className={styles.fact}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.said}>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
