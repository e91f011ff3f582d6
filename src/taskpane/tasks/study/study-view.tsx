import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { applyEdits } from '../../../study';
import { namedAs } from '../../actions/study';
import { typeset, useMessages } from '../../i18n';
import { Empty } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { Choices, type Cutting } from './choices';
import { Conflicts } from './conflicts';
import { ExportSection } from './export-section';
import { InWorkbook } from './in-workbook';
import { Lacks } from './lacks';
import { useMaking, type StudyGround } from './make';
import { messages } from './messages';
import { OtherFiles } from './other-files';
import { Pages } from './pages';
import { useStudyState } from './study-store';

interface StudyProps {
  readonly ground: StudyGround;
  /** What the territory of a campaign is cut by. */
  readonly cutting?: Cutting;
}

/** The choices, what the study lacks, what is to be settled, its pages, its files. */
export function StudyView({ ground, cutting }: StudyProps) {
  const t = useMessages(messages);
  useMaking(ground);
  const [{ made, problem, failed, making, template, edits }, set] = useStudyState();
  const document = made?.document;
  const edited = useMemo(
    // What a file given says goes before what this workbook says.
    () => document && applyEdits(document, [...(made?.edits ?? []), ...edits]),
    [made, document, edits],
  );
  const chosen = made?.templates.find(({ name }) => name === template);
  if (failed === true)
    return (
      <Empty>
        {t('failed')}
        <Button onClick={() => set({ failed: false, key: '' })}>{t('again')}</Button>
      </Empty>
    );
  return (
    <>
      <Choices made={made} {...(cutting && { cutting })} />
      {problem === undefined ? null : (
        <Empty>
          <span lang="fr">{typeset(problem)}</span>
        </Empty>
      )}
      {making === true || (made === undefined && problem === undefined) ? (
        <Waiting label={t('making')} />
      ) : null}
      {document && edited && document.template === template ? (
        <>
          <Conflicts conflicts={edited.conflicts} />
          <Pages document={document} edited={edited} />
          {making === true ? null : (
            <>
              <ExportSection edited={edited} />
              <InWorkbook key={namedAs(edited.document)} edited={edited} />
            </>
          )}
        </>
      ) : null}
      {chosen ? <Lacks template={chosen} /> : null}
      <OtherFiles years={made?.years ?? []} />
    </>
  );
}
