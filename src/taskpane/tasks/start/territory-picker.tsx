import { Combobox, Option } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { Engine } from '../../engine';

interface TerritoryPickerProps {
  readonly engine: Engine | undefined;
  /** Empty when none is chosen. */
  readonly code: string;
  readonly choose: (code: string) => void;
}

/** A territory by its name or its code, among those of the official geographic code. */
export default function TerritoryPicker({ engine, code, choose, ...field }: TerritoryPickerProps) {
  const named = (one: string) => `${engine?.territoryName(one) ?? one} (${one})`;
  const [typed, setTyped] = useState(code === '' ? '' : named(code));
  const found = useMemo(() => engine?.searchTerritories(typed) ?? [], [engine, typed]);
  return (
    <Combobox
      {...field}
      freeform
      autoComplete="off"
      disabled={!engine}
      value={typed}
      selectedOptions={code === '' ? [] : [code]}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        // What is typed counts as long as nothing of the list is chosen: a right code need not be chosen.
        choose(engine?.parseTerritory(text)?.code ?? text.trim());
      }}
      onOptionSelect={(_, { optionValue }) => {
        if (optionValue === undefined) return;
        setTyped(named(optionValue));
        choose(optionValue);
      }}
    >
      {found.map((one) => (
        <Option key={one} value={one} text={named(one)}>
          {named(one)}
        </Option>
      ))}
    </Combobox>
  );
}
