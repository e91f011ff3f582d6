import { OfficePackage, XML_HEADER } from '../../../xlsx';
import type { StudyDocument } from '../../document';
import { defaultTheme, type StudyTheme } from '../../theme';
import { addChart } from '../chart';
import { addProperties } from '../properties';
import { blockXml, chartXml, TEXT_WIDTH } from './blocks';
import { mapXml } from './map';
import { paragraph, run } from './markup';
import { logoXml } from './logo';
import { stylesXml } from './styles';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const MAIN = 'word/document.xml';
const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

/** The study as a Word document: named styles, native tables and charts, page numbers. */
export async function writeWord(study: StudyDocument, theme: StudyTheme = defaultTheme): Promise<Uint8Array> {
  const file = new OfficePackage();
  file.relate('', 'officeDocument', MAIN);
  const body = await bodyXml(study, theme, file);
  const header = study.banner === undefined ? '' : addEdge(file, 'header', paragraph(study.banner, 'Banner'));
  const footer = addEdge(file, 'footer', footerXml(study));
  const page = `<w:sectPr>${header}${footer}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>`;
  file.add(
    MAIN,
    `${WORD}document.main+xml`,
    () => `${XML_HEADER}<w:document ${namespaces}><w:body>${body}${page}</w:body></w:document>`,
  );
  file.add('word/styles.xml', `${WORD}styles+xml`, () => stylesXml(theme, study.locale));
  file.relate(MAIN, 'styles', 'word/styles.xml');
  addProperties(file, study);
  return file.zip();
}

async function bodyXml(study: StudyDocument, theme: StudyTheme, file: OfficePackage): Promise<string> {
  const parts = [
    logoXml(file, MAIN, theme),
    paragraph(study.title, 'Title'),
    paragraph(study.subtitle, 'Subtitle'),
  ];
  let charts = 0;
  let maps = 0;
  for (const [at, chapter] of study.chapters.entries()) {
    // Chapters begin a page, except the first, which follows the title.
    parts.push(paragraph(chapter.title, 'Heading1', at === 0 ? '' : '<w:pageBreakBefore/>'));
    for (const block of chapter.blocks) {
      if (block.kind === 'map') {
        maps += 1;
        parts.push(paragraph(block.title, 'Caption'), mapXml(block, theme, study.locale, 1000 * maps));
        continue;
      }
      if (block.kind !== 'chart') {
        parts.push(blockXml(block, theme, study.locale));
        continue;
      }
      charts += 1;
      const place = { folder: 'word', owner: MAIN, number: charts };
      const relation = await addChart(file, block, place, { date: study.date, theme });
      parts.push(chartXml(block, relation, charts));
    }
    parts.push(...chapter.notes.map(({ text }) => paragraph(text, 'Note')));
  }
  return parts.join('');
}

/** Adds the header or the footer; the reference to it for the section. */
function addEdge(file: OfficePackage, kind: 'header' | 'footer', content: string): string {
  const part = `word/${kind}1.xml`;
  const root = kind === 'header' ? 'w:hdr' : 'w:ftr';
  file.add(part, `${WORD}${kind}+xml`, () => `${XML_HEADER}<${root} ${namespaces}>${content}</${root}>`);
  return `<w:${kind}Reference w:type="default" r:id="${file.relate(MAIN, kind, part)}"/>`;
}

function footerXml({ footer, banner }: StudyDocument): string {
  const field = (code: string): string => `<w:fldSimple w:instr="${code}">${run('1')}</w:fldSimple>`;
  const tabs = `<w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="${TEXT_WIDTH}"/></w:tabs></w:pPr>`;
  const internal = banner === undefined ? '' : ' — interne';
  return `<w:p>${tabs}${run(footer + internal)}<w:r><w:tab/></w:r>${field('PAGE')}${run(' / ')}${field('NUMPAGES')}</w:p>`;
}
