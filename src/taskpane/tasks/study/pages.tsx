import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { type EditedStudy, type Part, partsOf, type StudyDocument } from '../../../study';
import { useMessages } from '../../i18n';
import { Choice } from '../../ui/choice';
import { Icon } from '../../ui/icons';
import { Section } from '../../ui/page';
import { Tool } from '../../ui/tool';
import { useParts } from '../connect/parts';
import { BlockView } from './block-view';
import { Editable } from './editable';
import { messages } from './messages';
import { useStudyState } from './study-store';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'flex-end', gap: '8px' },
  choice: { flex: '1 1 0', minWidth: 0 },
  sheet: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '14px',
    borderRadius: '4px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow4,
    fontSize: '13px',
    lineHeight: '19px',
    minWidth: 0,
  },
  banner: {
    margin: 0,
    padding: '4px 8px',
    borderRadius: '4px',
    fontWeight: 600,
    fontSize: '12px',
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
  },
  title: { margin: 0, fontSize: '20px', lineHeight: '26px', fontWeight: 600 },
  subtitle: { margin: 0, color: tokens.colorNeutralForeground2 },
  heading: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: 600 },
  notes: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: '8px',
    color: tokens.colorNeutralForeground2,
    fontSize: '11px',
    lineHeight: '15px',
  },
  note: { margin: 0 },
});

interface PagesProps {
  /** As computed: its texts are known by their place there. */
  readonly document: StudyDocument;
  readonly edited: EditedStudy;
}

/** The study chapter by chapter, its cover first; the texts are rewritten where they stand. */
export function Pages({ document, edited }: PagesProps) {
  const styles = useStyles();
  const shared = useParts();
  const t = useMessages(messages);
  const [{ page: asked }, set] = useStudyState();
  const all = useMemo(() => partsOf(document), [document]);
  const total = document.chapters.length + 1;
  const page = Math.min(asked, total - 1);
  const names = [t('cover'), ...edited.document.chapters.map(({ title }) => title)];
  const go = (to: number) => set({ page: to });
  return (
    <Section title={t('pages')} aside={t('pageOf', { page: page + 1, total })}>
      <div className={styles.bar}>
        <Tool framed label={t('previous')} onClick={() => go(Math.max(0, page - 1))}>
          <Icon name="back" size={16} />
        </Tool>
        <div className={styles.choice}>
          <Choice
            label={t('page')}
            value={String(page)}
            choose={(one) => go(Number(one))}
            options={names.map((label, at) => ({ value: String(at), label: `${at + 1}. ${label}` }))}
          />
        </div>
        <Tool framed label={t('next')} onClick={() => go(Math.min(total - 1, page + 1))}>
          <Icon name="forward" size={16} />
        </Tool>
      </div>
      <p className={shared.note}>{t('editHint')}</p>
      <div className={styles.sheet} lang={document.locale}>
        {document.banner === undefined ? null : <p className={styles.banner}>{document.banner}</p>}
        {page === 0 ? (
          <Cover parts={all} template={document.template} edited={edited} />
        ) : (
          <ChapterView document={document} chapter={page - 1} parts={all} edited={edited} />
        )}
      </div>
    </Section>
  );
}

interface CoverProps {
  readonly parts: readonly Part[];
  readonly template: string;
  readonly edited: EditedStudy;
}

function Cover({ parts, template, edited }: CoverProps) {
  const styles = useStyles();
  const [title, subtitle] = parts.filter(({ chapter }) => chapter === undefined);
  return (
    <>
      {title ? (
        <Editable key={title.id} as="h3" className={styles.title} {...{ part: title, template, edited }} />
      ) : null}
      {subtitle ? (
        <Editable
          key={subtitle.id}
          as="p"
          className={styles.subtitle}
          {...{ part: subtitle, template, edited }}
        />
      ) : null}
    </>
  );
}

interface ChapterProps extends PagesProps {
  readonly chapter: number;
  readonly parts: readonly Part[];
}

function ChapterView({ document, chapter: at, parts, edited }: ChapterProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const chapter = document.chapters[at];
  const own = parts.filter((one) => one.chapter === at);
  const heading = own.find(({ block }) => block === undefined);
  if (!chapter) return null;
  return (
    <>
      {heading ? (
        <Editable
          key={heading.id}
          as="h3"
          className={styles.heading}
          {...{ part: heading, template: document.template, edited }}
        />
      ) : null}
      {chapter.blocks.map((block, index) => (
        <BlockView
          key={`${chapter.id} ${index}`}
          block={block}
          parts={own.filter((one) => one.block === index)}
          template={document.template}
          edited={edited}
        />
      ))}
      {chapter.notes.length > 0 ? (
        <div className={styles.notes} role="note" aria-label={t('notes')}>
          {chapter.notes.map(({ mark, text }) => (
            <p key={mark} className={styles.note}>
              {text}
            </p>
          ))}
        </div>
      ) : null}
    </>
  );
}
