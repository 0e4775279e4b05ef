/** Tables for people: columns as wide as their widest cell, numbers to the right. */

export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => string;
  /** Numbers stand under each other's last digit. */
  readonly right?: boolean;
}

/** Out: the lines, joined; `none` where there are no rows. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[], none: string): string {
  if (rows.length === 0) return none;
  const cells = rows.map((row) => columns.map((column) => plain(column.cell(row))));
  const titles = columns.map((column) => column.title);
  const widths = titles.map((title, n) =>
    Math.max(title.length, ...cells.map((line) => line[n]?.length ?? 0)),
  );
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, n) =>
        columns[n]?.right === true ? text.padStart(widths[n] ?? 0) : text.padEnd(widths[n] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(titles), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n');
}

/** Text from files may not move the cursor or recolour the terminal. */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

/** As `plain`, of an answer of many lines: what ends a line, and tabs, stay. */
export function plainLines(text: string): string {
  return text
    .split(/(\r?\n|\t)/u)
    .map((part, at) => (at % 2 === 1 ? part : plain(part)))
    .join('');
}
