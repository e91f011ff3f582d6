import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Remark } from '../../../contribution';
import { useLocale, useMessages, useSpoken, typeset } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { Icon } from '../../ui/icons';
import { List, Row } from '../../ui/list';
import { Empty, Page, Section } from '../../ui/page';
import { toneColours } from '../../ui/tag';
import { Waiting } from '../../ui/waiting';
import { groupsOf, type RemarkGroup } from './groups';
import { kindOf } from './kinds';
import { messages } from './messages';

const useStyles = makeStyles({
  note: { margin: '-6px 0 0', color: tokens.colorNeutralForeground3, fontSize: '12px' },
  group: { display: 'flex', flexDirection: 'column', gap: '6px' },
  kind: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    margin: 0,
    fontSize: '13px',
    lineHeight: '18px',
    fontWeight: 600,
  },
  count: { color: tokens.colorNeutralForeground3, fontWeight: 400 },
  cell: { color: tokens.colorBrandForegroundLink },
});

/** More of a kind are shown on demand: a wrong column gives hundreds. */
const SHOWN = 8;

/** All remarks, the gravest first; a click goes to the cell. */
export default function Check() {
  const t = useMessages(messages);
  const locale = useLocale();
  const session = useSession();
  const workbook = useSessionState((state) => state.workbook);
  const failed = useSessionState((state) => state.notice?.tone === 'error');
  const remarks = workbook?.contribution?.remarks;
  const content = () => {
    if (!workbook) return failed ? null : <Waiting />;
    if (!remarks) {
      return (
        <Empty>
          {t('nothingYet')}
          <Button appearance="primary" onClick={() => session.open('start')}>
            {t('toStart')}
          </Button>
        </Empty>
      );
    }
    if (remarks.length === 0) {
      return (
        <Empty>
          <span style={{ display: 'flex', gap: '8px', alignItems: 'center' }}>
            <span style={{ color: toneColours.good }}>
              <Icon name="done" />
            </span>
            {t('clean')}
          </span>
        </Empty>
      );
    }
    return (
      <>
        <Remarks
          level="blocking"
          groups={groupsOf(remarks, 'blocking')}
          title={t('blocking')}
          note={t('blockingNote')}
        />
        <Remarks
          level="warning"
          groups={groupsOf(remarks, 'warning')}
          title={t('warnings')}
          note={t('warningsNote')}
        />
      </>
    );
  };
  return (
    <Page title={t('title')} lead={locale === 'fr' ? t('lead') : `${t('lead')} ${t('frenchOnly')}`}>
      {content()}
    </Page>
  );
}

interface RemarksProps {
  readonly level: Remark['level'];
  readonly groups: readonly RemarkGroup[];
  readonly title: string;
  readonly note: string;
}

function Remarks({ level, groups, title, note }: RemarksProps) {
  const styles = useStyles();
  const count = groups.reduce((sum, { remarks }) => sum + remarks.length, 0);
  if (count === 0) return null;
  return (
    <Section title={title} aside={String(count)}>
      <p className={styles.note}>{note}</p>
      {groups.map((group) => (
        <Kind key={group.code} level={level} group={group} />
      ))}
    </Section>
  );
}

function Kind({ level, group }: Pick<RemarksProps, 'level'> & { readonly group: RemarkGroup }) {
  const styles = useStyles();
  const t = useMessages(messages);
  const say = useSpoken();
  const session = useSession();
  const [all, setAll] = useState(false);
  const kind = say(kindOf(group.code));
  const shown = all ? group.remarks : group.remarks.slice(0, SHOWN);
  return (
    <div className={styles.group}>
      <h3 className={styles.kind}>
        <span style={{ color: toneColours[level === 'blocking' ? 'bad' : 'warn'] }}>
          <Icon name={level} size={18} />
        </span>
        {kind}
        {group.remarks.length > 1 ? <span className={styles.count}>{group.remarks.length}</span> : null}
      </h3>
      <List label={kind}>
        {shown.map((remark, index) => {
          const { sheet, cell } = remark.source;
          return (
            <Row
              key={index}
              title={<span lang="fr">{typeset(remark.message)}</span>}
              {...(sheet !== '' && {
                note: <span className={styles.cell}>{cell === '' ? sheet : `${sheet}!${cell}`}</span>,
                onClick: () => void session.select(sheet, cell === '' ? 'A1' : cell),
              })}
            />
          );
        })}
      </List>
      {shown.length < group.remarks.length ? (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            {t('more', { count: group.remarks.length - shown.length })}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
