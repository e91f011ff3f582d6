import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Deflate } from '../zip/deflate';
import { XML_HEADER, attributes } from './xml';

type Content = () => string | Iterable<string> | Uint8Array;

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/';
const CHUNK = 1 << 18;

// The clock would make every file different; zip stores local time, hence local parts.
const FIXED_TIME = new Date(1980, 0, 1);

interface Part {
  readonly path: string;
  readonly type: string | undefined;
  readonly content: Content;
}

function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/**
 * The zip of parts that an Office file is (xlsx, docx, pptx). Parts are declared first, and written one after the
 * other by `zip`: the text of a large sheet never exists whole in memory.
 */
export class OfficePackage {
  private readonly parts: Part[] = [];
  private readonly relations = new Map<string, string[]>();

  /** `type` is the content type; without it, the extension's default holds. */
  add(path: string, type: string | undefined, content: Content): void {
    this.parts.push({ path, type, content });
  }

  /** Ties `source` (`''` is the package) to an absolute part or an outside address; returns the id. */
  relate(source: string, type: string, target: string, external = false): string {
    const known = this.relations.get(source) ?? [];
    this.relations.set(source, known);
    const id = `rId${known.length + 1}`;
    const Type = type.startsWith('http') ? type : OFFICE + type;
    const Target = external ? target : `/${target}`;
    known.push(
      `<Relationship${attributes({ Id: id, Type, Target, TargetMode: external ? 'External' : undefined })}/>`,
    );
    return id;
  }

  /** The bytes of the file; `deflate` is a faster compression than the portable one. */
  zip(deflate?: Deflate): Uint8Array {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      chunks.push(chunk);
    });
    // First, because programs that guess the type of a file look there.
    const write = (path: string, content: ReturnType<Content>): void =>
      writePart(zip, deflate ? new Deflated(path, deflate) : new ZipDeflate(path, { level: 4 }), content);
    write('[Content_Types].xml', this.contentTypes());
    write('_rels/.rels', this.relationsOf(''));
    for (const { path, content } of this.parts) {
      write(path, content());
      if (this.relations.has(path)) write(relationsPath(path), this.relationsOf(path));
    }
    zip.end();
    return concatenate(chunks);
  }

  private contentTypes(): string {
    const defaults = [
      ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
      ['xml', 'application/xml'],
      ['vml', 'application/vnd.openxmlformats-officedocument.vmlDrawing'],
    ].map(([Extension, ContentType]) => `<Default${attributes({ Extension, ContentType })}/>`);
    const overrides = this.parts
      .filter(({ type }) => type !== undefined)
      .map(({ path, type }) => `<Override${attributes({ PartName: `/${path}`, ContentType: type })}/>`);
    return `${XML_HEADER}<Types xmlns="${PACKAGE}content-types">${defaults.join('')}${overrides.join('')}</Types>`;
  }

  private relationsOf(source: string): string {
    const relations = this.relations.get(source) ?? [];
    return `${XML_HEADER}<Relationships xmlns="${PACKAGE}relationships">${relations.join('')}</Relationships>`;
  }
}

/** A part compressed by the program that writes. */
class Deflated extends ZipPassThrough {
  override compression = 8;

  constructor(
    path: string,
    private readonly deflate: Deflate,
  ) {
    super(path);
  }

  protected override process(piece: Uint8Array, last: boolean): void {
    this.ondata(null, this.deflate(piece, last), last);
  }
}

function writePart(zip: Zip, file: ZipDeflate | ZipPassThrough, content: ReturnType<Content>): void {
  file.mtime = FIXED_TIME;
  zip.add(file);
  if (content instanceof Uint8Array) {
    file.push(content, true);
    return;
  }
  const encoder = new TextEncoder();
  let text = '';
  for (const piece of typeof content === 'string' ? [content] : content) {
    text += piece;
    if (text.length > CHUNK) {
      file.push(encoder.encode(text));
      text = '';
    }
  }
  file.push(encoder.encode(text), true);
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
