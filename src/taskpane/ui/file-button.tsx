import { Button } from '@fluentui/react-components';
import { useRef } from 'react';

interface FileButtonProps {
  readonly label: string;
  /** What the dialog of the system offers, as the attribute `accept` says it; everything when left out. */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly size?: 'small' | 'medium';
  /** Given the files chosen, one at least; the same ones can be chosen again, once corrected. */
  readonly take: (files: readonly File[]) => void;
}

/** A button that asks for files of the computer. */
export function FileButton({ label, accept, multiple, disabled, size = 'small', take }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size={size} disabled={disabled === true} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        hidden
        aria-hidden
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) take(files);
        }}
      />
    </>
  );
}
