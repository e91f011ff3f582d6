import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  // Long options must not widen the pane.
  narrow: { minWidth: 0, width: '100%' },
});

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choose: (value: Value) => void;
  readonly options?: readonly { readonly value: Value; readonly label: string }[];
  /** `option` and `optgroup` elements, where a flat list does not do. */
  readonly children?: ReactNode;
}

/** One value among a few, as wide as the pane allows. */
export function Choice<Value extends string>({
  label,
  value,
  choose,
  options,
  children,
}: ChoiceProps<Value>) {
  const styles = useStyles();
  return (
    <Field label={label} size="small" className={styles.narrow}>
      <Select
        size="small"
        className={styles.narrow}
        select={{ className: styles.narrow }}
        value={value}
        onChange={(_, chosen) => choose(chosen.value as Value)}
      >
        {options?.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
        {children}
      </Select>
    </Field>
  );
}
