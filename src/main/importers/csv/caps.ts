/** Limits that no real export reaches: beyond them a file is hostile, damaged or not a table. */
export const csvCaps = {
  rowBytes: 64 * 1024,
  fieldLength: 8 * 1024,
  columns: 256,
  rows: 5_000_000,
  /** JSON is read in one piece; the one history that comes as JSON has about one megabyte. */
  jsonBytes: 8 * 1024 * 1024,
  /** Lines in which a header is looked for. */
  preambleRows: 15,
} as const;
