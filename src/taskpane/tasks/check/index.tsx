import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Remark } from '../../../contribution';
import { useLocale, useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { Icon } from '../../ui/icons';
import { List, Row } from '../../ui/list';
import { Empty, Page, Section } from '../../ui/page';
import { toneColours } from '../../ui/tag';
import { Waiting } from '../../ui/waiting';
import { kindOf } from './kinds';
import { messages } from './messages';

const useStyles = makeStyles({
  note: { margin: '-6px 0 0', color: tokens.colorNeutralForeground3, fontSize: '12px' },
  kind: { display: 'block', fontWeight: 600 },
  message: { display: 'block' },
  cell: { color: tokens.colorBrandForegroundLink },
});

/** More than these are shown on demand: a wrong column gives hundreds. */
const SHOWN = 30;

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
    const of = (level: Remark['level']) => remarks.filter((one) => one.level === level);
    return (
      <>
        <Remarks level="blocking" remarks={of('blocking')} title={t('blocking')} note={t('blockingNote')} />
        <Remarks level="warning" remarks={of('warning')} title={t('warnings')} note={t('warningsNote')} />
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
  readonly remarks: readonly Remark[];
  readonly title: string;
  readonly note: string;
}

function Remarks({ level, remarks, title, note }: RemarksProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const locale = useLocale();
  const session = useSession();
  const [all, setAll] = useState(false);
  if (remarks.length === 0) return null;
  const shown = all ? remarks : remarks.slice(0, SHOWN);
  return (
    <Section title={title} aside={String(remarks.length)}>
      <p className={styles.note}>{note}</p>
      <List label={title}>
        {shown.map((remark, index) => {
          const { sheet, cell } = remark.source;
          const goes = sheet !== '';
          return (
            <Row
              key={index}
              icon={
                <span style={{ color: toneColours[level === 'blocking' ? 'bad' : 'warn'] }}>
                  <Icon name={level} size={18} />
                </span>
              }
              title={<span className={styles.kind}>{kindOf(remark.code)[locale]}</span>}
              note={
                <>
                  <span className={styles.message} lang="fr">
                    {remark.message}
                  </span>
                  {goes ? (
                    <span className={styles.cell}>{cell === '' ? sheet : `${sheet}!${cell}`}</span>
                  ) : null}
                </>
              }
              {...(goes && { onClick: () => void session.select(sheet, cell === '' ? 'A1' : cell) })}
            />
          );
        })}
      </List>
      {shown.length < remarks.length ? (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            {t('more', { count: remarks.length - shown.length })}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}
