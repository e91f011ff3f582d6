import { zipSync, type Zippable } from 'fflate';
import { xmlText } from '../read/encoding';
import { openArchive } from '../zip/archive';
import type { Inflate } from '../zip/inflate';
import { corrupt } from '../zip/refused';
import type { ByteSource } from '../zip/source';

// The clock would make every file different; zip stores local time, hence local parts.
const FIXED_TIME = new Date(1980, 0, 1);

/** The parts of a package, kept as they are but for those set anew. */
export class Parts {
  private constructor(
    private readonly parts: Map<string, { readonly path: string; readonly bytes: Uint8Array }>,
  ) {}

  /** Reads every part. Throws `WorkbookRefused` when the file is no workbook or looks hostile. */
  static async read(source: ByteSource, inflate: Inflate): Promise<Parts> {
    const archive = await openArchive(source, inflate);
    const parts = new Map<string, { path: string; bytes: Uint8Array }>();
    for (const name of archive.names) {
      const path = name.replaceAll('\\', '/').replace(/^\/+/, '');
      parts.set(path.toLowerCase(), { path, bytes: await archive.read(name) });
    }
    return new Parts(parts);
  }

  has(path: string): boolean {
    return this.parts.has(path.toLowerCase());
  }

  get paths(): readonly string[] {
    return [...this.parts.values()].map(({ path }) => path);
  }

  text(path: string): string {
    const part = this.parts.get(path.toLowerCase());
    if (part === undefined) throw corrupt(`l’élément ${path} manque`);
    return xmlText(part.bytes, path);
  }

  set(path: string, xml: string): void {
    const known = this.parts.get(path.toLowerCase());
    // Whatever its encoding was, it is now UTF-8.
    const text = xml.replace(/^(<\?xml[^>]*?encoding\s*=\s*)(["'])[^"']*\2/, '$1"UTF-8"');
    this.parts.set(path.toLowerCase(), { path: known?.path ?? path, bytes: new TextEncoder().encode(text) });
  }

  delete(path: string): void {
    this.parts.delete(path.toLowerCase());
  }

  /** `xl/tables/table7.xml`: the first number that no part has. */
  freePath(before: string, after: string): string {
    for (let number = 1; ; number += 1) {
      const path = `${before}${number}${after}`;
      if (!this.has(path)) return path;
    }
  }

  zip(): Uint8Array {
    const files: Zippable = {};
    for (const { path, bytes } of this.parts.values()) files[path] = [bytes, { level: 6, mtime: FIXED_TIME }];
    return zipSync(files);
  }
}

/** `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`. */
export function relationsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}
