import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { leadsTo, type Place } from './arrival';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '8px',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  item: { '&:not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` } },
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '10px',
    padding: '9px 12px',
    minWidth: 0,
    fontSize: '13px',
    lineHeight: '18px',
  },
  button: {
    width: '100%',
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    fontFamily: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    ':disabled': { cursor: 'default', color: tokens.colorNeutralForegroundDisabled },
  },
  current: { backgroundColor: tokens.colorNeutralBackground1Selected },
  body: { flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere' },
  note: { color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '17px' },
  end: { flexShrink: 0, color: tokens.colorNeutralForeground3, fontSize: '12px', textAlign: 'right' },
});

export function List({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ul className={useStyles().list} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  /** An icon in front. */
  readonly icon?: ReactNode;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** At the right. */
  readonly end?: ReactNode;
  readonly onClick?: () => void;
  readonly current?: boolean;
  /** The page that a click opens, as `useArrival` calls it: the way back ends at this row. */
  readonly place?: Place;
  /** Says more than the row shows, to those who hear it. */
  readonly description?: string;
  readonly children?: ReactNode;
}

/** A row of a list; a button across its whole width when something happens on a click. */
export function Row({ icon, title, note, end, onClick, current, place, description, children }: RowProps) {
  const styles = useStyles();
  const content = (
    <>
      {icon}
      <span className={styles.body}>
        {title}
        {note === undefined ? null : (
          <span className={styles.note} style={{ display: 'block' }}>
            {note}
          </span>
        )}
      </span>
      {end === undefined ? null : <span className={styles.end}>{end}</span>}
    </>
  );
  return (
    <li className={styles.item}>
      {onClick ? (
        <button
          type="button"
          className={mergeClasses(styles.row, styles.button, current === true && styles.current)}
          aria-current={current ? true : undefined}
          aria-description={description}
          {...leadsTo(place)}
          onClick={onClick}
        >
          {content}
        </button>
      ) : (
        <div className={styles.row}>{content}</div>
      )}
      {children}
    </li>
  );
}
