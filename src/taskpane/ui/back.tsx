import { Button } from '@fluentui/react-components';
import { Icon } from './icons';

interface BackProps {
  readonly label: string;
  readonly onClick: () => void;
}

/** To the page above. */
export function Back({ label, onClick }: BackProps) {
  return (
    <div style={{ marginLeft: '-8px', marginBottom: '-8px' }}>
      <Button size="small" appearance="subtle" icon={<Icon name="back" size={16} />} onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}
