export {
  type ByteChunks,
  decodeText,
  kindNames,
  kindOfFile,
  type Progress,
  type ReadingOptions,
} from './text';
export * from './references';
export * from './rpls';
export * from './fec';
