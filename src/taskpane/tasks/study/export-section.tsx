import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { EditedStudy, StudyFormat } from '../../../study';
import { exportStudy, type ExportedStudy } from '../../actions/study';
import { useMessages } from '../../i18n';
import { useSession, useSessionState } from '../../session';
import { OfferedLink } from '../../ui/offered-link';
import { Section } from '../../ui/page';
import { useParts } from '../connect/parts';
import { messages } from './messages';
import { useStudyState } from './study-store';

const formats = [
  ['docx', 'word'],
  ['pptx', 'slides'],
  ['xlsx', 'workbook'],
] as const satisfies readonly (readonly [StudyFormat, keyof typeof messages])[];

/** The study as a file to save: what is on the pages, in three formats. */
export function ExportSection({ edited }: { readonly edited: EditedStudy }) {
  const parts = useParts();
  const t = useMessages(messages);
  const session = useSession();
  const busy = useSessionState((state) => state.work !== undefined);
  const [{ tables, files }] = useStudyState();
  const [file, setFile] = useState<ExportedStudy>();
  const { document, conflicts } = edited;
  // What changed since is not in the file.
  useEffect(() => setFile(undefined), [document]);
  const write = async (format: StudyFormat) => {
    setFile(undefined);
    setFile(await session.perform(exportStudy, { document, format, tables, files }));
  };
  return (
    <Section title={t('export')}>
      <p className={parts.note}>
        {conflicts.length > 0 ? t('exportUnsettled', { count: conflicts.length }) : t('exportHint')}
      </p>
      <div className={parts.buttons}>
        {formats.map(([format, name]) => (
          <Button key={format} disabled={busy} onClick={() => void write(format)}>
            {t(name)}
          </Button>
        ))}
      </div>
      {file ? <OfferedLink file={file} /> : null}
    </Section>
  );
}
