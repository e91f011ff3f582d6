import type { PublishedFile, PublishedFileKind } from '../../desk';
import { useMessages } from '../../i18n';
import { OfferedLink } from '../../ui/offered-link';
import { Section } from '../../ui/page';
import { useParts } from '../connect/parts';
import { messages } from './messages';

/** What to release, and apart from it what to keep. */
export function Files({ files }: { readonly files: readonly PublishedFile[] }) {
  const parts = useParts();
  const t = useMessages(messages);
  const offered = (kinds: readonly PublishedFileKind[]) =>
    files
      .filter(({ kind }) => kinds.includes(kind))
      .map((file) => <OfferedLink key={file.name} file={file} help={file.kind === 'internal'} />);
  return (
    <Section title={t('files')}>
      <p className={parts.note}>{t('toRelease')}</p>
      {offered(['workbook', 'csv', 'json'])}
      <p className={parts.note}>{t('toKeep')}</p>
      {offered(['internal'])}
    </Section>
  );
}
