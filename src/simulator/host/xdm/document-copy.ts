import type { Json } from '../richapi/protocol';

/** Numbers under which office.js writes what it asks of a copy of the document. */
const Asked = { SliceSize: 1, Handle: 2, SliceIndex: 3 } as const;

/** Refusals as office.js knows them. */
const Refusal = { unsupported: 5001, tooMany: 2007, unknown: 2004 } as const;

/** Office keeps two copies open at most: one that nobody closes blocks the next. */
const MAX_OPEN = 2;

interface Copy {
  readonly bytes: Uint8Array;
  readonly sliceSize: number;
}

type Request = Readonly<Record<number, Json>>;

/** The open workbook as a file, given to the add-in slice by slice (`document.getFileAsync`). */
export class DocumentCopies {
  private readonly copies = new Map<number, Copy>();
  private last = 0;

  constructor(private readonly file: (() => Promise<Uint8Array>) | undefined) {}

  async open(request: Request): Promise<Json> {
    if (!this.file) return { Error: Refusal.unsupported };
    if (this.copies.size >= MAX_OPEN) return { Error: Refusal.tooMany };
    const bytes = await this.file();
    const handle = ++this.last;
    this.copies.set(handle, { bytes, sliceSize: Number(request[Asked.SliceSize]) });
    return { Error: 0, 0: handle, 1: bytes.length };
  }

  slice(request: Request): Json {
    const copy = this.copies.get(Number(request[Asked.Handle]));
    if (!copy) return { Error: Refusal.unknown };
    const from = Number(request[Asked.SliceIndex]) * copy.sliceSize;
    const data = Array.from(copy.bytes.subarray(from, from + copy.sliceSize));
    return { Error: 0, 0: data, 1: data.length };
  }

  close(request: Request): Json {
    return { Error: this.copies.delete(Number(request[Asked.Handle])) ? 0 : Refusal.unknown };
  }
}
