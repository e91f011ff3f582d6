const MiB = 1024 * 1024;

/**
 * What a workbook may cost before it is refused. All sizes are those declared in the central directory,
 * checked before anything is inflated; inflating then stops at the declared size.
 */
export const LIMITS = {
  /** Excel files of landlords inflate 7 to 12 times, the most repetitive real ones 120 times; bombs 1,000. */
  ratio: 200,
  /** Small parts compress better than that without harm (an empty sheet, a theme). */
  ratioFrom: MiB,
  /** One part: a sheet of a million rows and twenty columns. */
  part: 1024 * MiB,
  /** All parts together, images and macros included. */
  total: 2048 * MiB,
  /** A sheet takes two or three entries; Excel itself tires before 2,000 sheets. */
  entries: 20_000,
  /** Lists and settings read whole into text (workbook, styles, tables …): the largest seen is 3 MB. */
  smallPart: 64 * MiB,
  /** Above this size the checksum is not verified: it would cost half as much as inflating (DECISIONS.md). */
  checksum: MiB,
  /** Zip comment, at most 65,535 bytes, and the end-of-directory records before it. */
  tail: 65_535 + 22 + 20,
} as const;

/** The grid of Excel; a reference outside it is not a cell. */
export const GRID = { rows: 1_048_576, columns: 16_384 } as const;
