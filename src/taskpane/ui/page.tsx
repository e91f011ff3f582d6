import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode, type Ref } from 'react';
import { showTop } from './arrival';
import { focusHeading } from './focus-heading';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '20px', padding: '14px 14px 28px', minWidth: 0 },
  title: { margin: 0, fontSize: '20px', lineHeight: '26px', fontWeight: 600, outlineStyle: 'none' },
  lead: { margin: '4px 0 0', color: tokens.colorNeutralForeground2, fontSize: '13px', lineHeight: '18px' },
  section: { display: 'flex', flexDirection: 'column', gap: '10px', minWidth: 0 },
  head: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: '8px' },
  heading: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: 600, outlineStyle: 'none' },
  aside: { color: tokens.colorNeutralForeground3, fontSize: '12px', whiteSpace: 'nowrap' },
  empty: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: '12px',
    padding: '16px',
    borderRadius: '8px',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground2,
    fontSize: '13px',
    lineHeight: '19px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
});

interface PageProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** Whether a page was shown before. */
let opened = false;

/** A task, from its top: its title takes the focus when the task is opened, so that a keyboard or a reader starts there. */
export function Page({ title, lead, children }: PageProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    showTop();
    const isFirst = !opened;
    opened = true;
    // Not at start-up nor while the person is in the grid; nor from the tabs, where the arrows go on to the next one.
    const isAtTabs = document.activeElement?.getAttribute('role') === 'tab';
    if (!isFirst && !isAtTabs && document.hasFocus() && heading.current) focusHeading(heading.current);
  }, []);
  return (
    <article className={styles.page}>
      <header>
        <h1 className={styles.title} ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
      </header>
      {children}
    </article>
  );
}

interface SectionProps {
  readonly title?: string;
  readonly aside?: ReactNode;
  /** For a heading that may be given the focus. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
  readonly children: ReactNode;
}

/** A part of a page, under its own heading. */
export function Section({ title, aside, headingRef, children }: SectionProps) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      {title === undefined ? null : (
        <div className={styles.head}>
          <h2 className={styles.heading} ref={headingRef} tabIndex={headingRef ? -1 : undefined}>
            {title}
          </h2>
          {aside === undefined ? null : <span className={styles.aside}>{aside}</span>}
        </div>
      )}
      {children}
    </section>
  );
}

/** What to do when there is nothing to show. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().empty}>{children}</div>;
}
