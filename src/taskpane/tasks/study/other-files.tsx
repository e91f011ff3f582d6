import { useMessages } from '../../i18n';
import { FileButton } from '../../ui/file-button';
import { Icon } from '../../ui/icons';
import { Section } from '../../ui/page';
import { Tool } from '../../ui/tool';
import { useParts } from '../connect/parts';
import { messages } from './messages';
import { useStudyState } from './study-store';

/** What a study takes from outside of the workbook: other years, outlines for its maps, a logo. */
export function OtherFiles({ years }: { readonly years: readonly number[] }) {
  const parts = useParts();
  const t = useMessages(messages);
  const [{ files }, set] = useStudyState();
  return (
    <Section title={t('files')}>
      <p className={parts.note}>{t('filesHint')}</p>
      {years.length > 1 ? <p className={parts.note}>{t('years', { years: years.join(', ') })}</p> : null}
      {files.map((file) => (
        <div key={file.name} className={parts.line}>
          <span style={{ overflowWrap: 'anywhere' }}>{file.name}</span>
          <Tool
            label={t('removeFile', { name: file.name })}
            onClick={() => set({ files: files.filter((one) => one !== file) })}
          >
            <Icon name="close" size={14} />
          </Tool>
        </div>
      ))}
      <div>
        <FileButton
          label={t('addFiles')}
          accept=".xlsx,.xlsm,.geojson,.json,.png,.jpg,.jpeg"
          multiple
          take={(given) => {
            const kept = files.filter(({ name }) => !given.some((one) => one.name === name));
            set({ files: [...kept, ...given] });
          }}
        />
      </div>
    </Section>
  );
}
