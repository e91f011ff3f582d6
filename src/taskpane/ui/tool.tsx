import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  tool: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '4px',
    minWidth: '28px',
    height: '28px',
    boxSizing: 'border-box',
    padding: '0 5px',
    border: '1px solid transparent',
    borderRadius: '4px',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: '12px',
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1 },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  framed: { border: `1px solid ${tokens.colorNeutralStroke1}`, padding: '0 10px' },
});

interface ToolProps {
  /** What it does, for those who see its drawing only. */
  readonly label?: string;
  readonly onClick?: () => void;
  /** Opens an address in a window of its own instead. */
  readonly href?: string;
  readonly framed?: boolean;
  readonly children: ReactNode;
}

/** A button of the frame of the pane, drawn here because all of Fluent's need not load before the pane paints. */
export function Tool({ label, onClick, href, framed, children }: ToolProps) {
  const styles = useStyles();
  const className = mergeClasses(styles.tool, framed && styles.framed);
  const named = label === undefined ? {} : { 'aria-label': label, title: label };
  if (href !== undefined) {
    return (
      <a className={className} href={href} target="_blank" rel="noreferrer" {...named}>
        {children}
      </a>
    );
  }
  return (
    <button type="button" className={className} onClick={onClick} {...named}>
      {children}
    </button>
  );
}
