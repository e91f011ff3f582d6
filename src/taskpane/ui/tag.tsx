import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  tag: {
    display: 'inline-block',
    padding: '0 6px',
    borderRadius: '10px',
    fontSize: '11px',
    lineHeight: '18px',
    whiteSpace: 'nowrap',
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  neutral: { backgroundColor: tokens.colorNeutralBackground4, color: tokens.colorNeutralForeground2 },
  good: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorStatusSuccessForeground1,
  },
  warn: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
  },
  bad: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1 },
});

export type Tone = 'neutral' | 'good' | 'warn' | 'bad';

/** A word on the state of something; the colour only repeats it. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const styles = useStyles();
  return <span className={mergeClasses(styles.tag, styles[tone])}>{children}</span>;
}

/** Colours of a mark that stands for a state, on the ground of the pane. */
export const toneColours: Readonly<Record<Tone, string>> = {
  neutral: tokens.colorNeutralForeground3,
  good: tokens.colorStatusSuccessForeground1,
  warn: tokens.colorStatusWarningForeground3,
  bad: tokens.colorStatusDangerForeground1,
};
