import type { Archive } from '../zip/archive';
import { LIMITS } from '../zip/limits';
import { WorkbookRefused } from '../zip/refused';
import { xmlText } from './encoding';
import { walkXml } from './xml';

/** A link from one part to another. */
export interface Relationship {
  readonly id: string;
  /** Last word of the type: `worksheet`, `sharedStrings`; the same in transitional and Strict files. */
  readonly type: string;
  /** Path in the package. */
  readonly target: string;
}

/** The text of a small part. */
export async function readText(archive: Archive, part: string): Promise<string> {
  const bytes = await archive.read(part);
  if (bytes.length > LIMITS.smallPart) throw new WorkbookRefused('too_large', part);
  return xmlText(bytes, part);
}

/** What `part` points to inside the package; an empty list when it has no relationships. `''` is the package itself. */
export async function readRelationships(archive: Archive, part: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const rels = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  if (!archive.has(rels)) return [];
  const found: Relationship[] = [];
  walkXml(await readText(archive, rels), {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id, Type, Target, TargetMode } = attributes();
      if (Target === undefined || TargetMode === 'External') return;
      found.push({
        id: Id ?? '',
        type: (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1),
        target: resolve(part, Target),
      });
    },
  });
  return found;
}

/** A target is relative to the folder of its source, or absolute; some writers use backslashes. */
function resolve(source: string, target: string): string {
  const clean = target.replaceAll('\\', '/');
  const path = clean.startsWith('/') ? clean : `${source.slice(0, source.lastIndexOf('/') + 1)}${clean}`;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

const WORKBOOK_TYPE = /(sheet|template|addin)(\.macroEnabled)?\.main\+xml$/i;

/** The main part of the package; refuses by name what is not an .xlsx or .xlsm. */
export async function findWorkbook(archive: Archive): Promise<string> {
  const types = await contentTypes(archive);
  if (types.some(({ type }) => type.includes('sheet.binary'))) throw new WorkbookRefused('xlsb');
  const main = (await readRelationships(archive, '')).find(({ type }) => type === 'officeDocument')?.target;
  const candidates = [
    main,
    types.find(({ type }) => WORKBOOK_TYPE.test(type) && type.includes('spreadsheetml'))?.part,
    'xl/workbook.xml',
  ];
  const found = candidates.find((part) => part !== undefined && archive.has(part));
  if (found === undefined || /\.bin$/i.test(found)) throw await notWorkbook(archive);
  const type = types.find(({ part }) => part.toLowerCase() === found.toLowerCase())?.type;
  if (type !== undefined && /wordprocessingml|presentationml/.test(type)) {
    throw new WorkbookRefused(
      'not_workbook',
      /word/.test(type) ? 'document Word' : 'présentation PowerPoint',
    );
  }
  return found;
}

async function contentTypes(archive: Archive): Promise<{ part: string; type: string }[]> {
  if (!archive.has('[Content_Types].xml')) return [];
  const types: { part: string; type: string }[] = [];
  walkXml(await readText(archive, '[Content_Types].xml'), {
    open(name, attributes) {
      if (name !== 'Override') return;
      const { PartName, ContentType } = attributes();
      if (PartName === undefined) return;
      types.push({ part: PartName.replace(/^[\\/]+/, ''), type: ContentType ?? '' });
    },
  });
  return types;
}

async function notWorkbook(archive: Archive): Promise<WorkbookRefused> {
  if (archive.has('xl/workbook.bin')) return new WorkbookRefused('xlsb');
  if (archive.has('mimetype')) {
    const kind = new TextDecoder().decode(await archive.peek('mimetype'));
    if (kind.includes('opendocument.spreadsheet')) return new WorkbookRefused('ods');
  }
  return new WorkbookRefused('not_workbook');
}
