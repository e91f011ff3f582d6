export { type ByteChunks, CR, type Encoding, LF, openText, type OpenedText, sampleLines } from './open';
export { type FileKind, kindNames, kindOfFile } from './kind';
export { decodeText, repairMojibake } from './decode';
export { separatorOf } from './separator';
export { type BlockVisitor, forEachBlock, LineTooLong, type Progress, type ReadingOptions } from './blocks';
export { closingQuote, FieldSplitter } from './split';
export { forEachRecord, type LineRecord, type RecordOptions, sampleRecords, tidyField } from './records';
