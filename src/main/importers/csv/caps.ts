/** Limits that no real export reaches: beyond them a file is hostile, damaged or not a table. */
export const csvCaps = {
  rowBytes: 64 * 1024,
  fieldLength: 8 * 1024,
  columns: 256,
  rows: 5_000_000,
  /** Lines in which a header is looked for. */
  preambleRows: 15,
} as const;
