import { zipSync, type Zippable } from 'fflate';
import {
  bytesSource,
  inflatePortably,
  openArchive,
  refuseOtherFormats,
  WorkbookRefused,
  XML_HEADER,
  xmlText,
} from '../../../xlsx';

/** Excel's own limit for a workbook opened in a browser is of this order; a grid of more would not move. */
const MAX_TOTAL = 300_000_000;
/** The clock would make every file different; zip stores local time, hence local parts. */
const FIXED_TIME = new Date(1980, 0, 1);

/** The parts of a package: as they were in the file, or as they have been set since. */
export class PackageParts {
  private constructor(
    /** By path in lower case: part names are compared so (ECMA-376-2, 6.2.2.3). */
    private readonly parts: Map<string, { readonly path: string; readonly bytes: Uint8Array }>,
  ) {}

  /** Reads every part. Throws `WorkbookRefused`, in French, when the file is no workbook or looks hostile. */
  static async open(file: Uint8Array): Promise<PackageParts> {
    const source = bytesSource(file);
    await refuseOtherFormats(source, undefined);
    const archive = await openArchive(source, inflatePortably);
    const parts = new Map<string, { path: string; bytes: Uint8Array }>();
    let total = 0;
    for (const name of archive.names) {
      const path = plainPath(name);
      const bytes = await archive.read(name);
      total += bytes.length;
      if (total > MAX_TOTAL) throw new WorkbookRefused('too_large');
      parts.set(path.toLowerCase(), { path, bytes });
    }
    return new PackageParts(parts);
  }

  copy(): PackageParts {
    return new PackageParts(new Map(this.parts));
  }

  get paths(): string[] {
    return [...this.parts.values()].map((one) => one.path);
  }

  has(path: string): boolean {
    return this.parts.has(path.toLowerCase());
  }

  bytes(path: string): Uint8Array | undefined {
    return this.parts.get(path.toLowerCase())?.bytes;
  }

  /** The text of a part. Throws `WorkbookRefused` when it is missing or declares XML entities. */
  text(path: string): string {
    const bytes = this.bytes(path);
    if (bytes === undefined) throw new WorkbookRefused('corrupt', `l’élément ${path} manque`);
    return xmlText(bytes, path);
  }

  /** Sets the text of a part; a new one comes last. */
  set(path: string, xml: string): void {
    const key = path.toLowerCase();
    const known = this.parts.get(key);
    // Whatever its encoding was, it is now UTF-8.
    const text = xml.startsWith('<?xml') ? xml.replace(/^<\?xml[^>]*?\?>\s*/, XML_HEADER) : XML_HEADER + xml;
    this.parts.set(key, { path: known?.path ?? path, bytes: new TextEncoder().encode(text) });
  }

  delete(path: string): void {
    this.parts.delete(path.toLowerCase());
  }

  /** A path like `xl/tables/table3.xml` that no part has: the first free number. */
  freePath(before: string, after: string): string {
    for (let number = 1; ; number++) {
      const path = `${before}${number}${after}`;
      if (!this.has(path)) return path;
    }
  }

  /** The file: same parts, same bytes. */
  zip(): Uint8Array {
    const files: Zippable = {};
    for (const { path, bytes } of this.parts.values()) files[path] = [bytes, { level: 6, mtime: FIXED_TIME }];
    return zipSync(files);
  }
}

/** Some writers put backslashes or a leading slash. */
function plainPath(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}
