import { makeStyles, tokens } from '@fluentui/react-components';
import { useMessages } from '../i18n';
import { useSession } from '../session';
import { Icon } from './icons';
import { messages } from './messages';

const useStyles = makeStyles({
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    maxWidth: '100%',
    padding: '1px 4px',
    margin: '0 -4px',
    border: 'none',
    borderRadius: '4px',
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    fontFamily: 'inherit',
    fontSize: '12px',
    lineHeight: '18px',
    cursor: 'pointer',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline', color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface CellLinkProps {
  readonly sheet: string;
  readonly address: string;
}

/** Shows a cell by its name, and selects it in the workbook when clicked. */
export function CellLink({ sheet, address }: CellLinkProps) {
  const styles = useStyles();
  const session = useSession();
  const t = useMessages(messages);
  const cell = `${sheet}!${address}`;
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={t('goToCell', { cell })}
      onClick={() => void session.select(sheet, address)}
    >
      <Icon name="cell" size={14} />
      {cell}
    </button>
  );
}
