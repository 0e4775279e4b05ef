/** Rows → a table that a spreadsheet takes from the clipboard: tabs between cells, one line a row. Pure. */
import { harmlessCell } from '../../shared/harmless-cell.ts';

export interface TextColumn<Row> {
  readonly header: string;
  /** Numbers as exact decimal text, dates as YYYY-MM-DD; null is left empty. */
  text(row: Row): string | null;
}

export function rowsAsText<Row>(rows: readonly Row[], columns: readonly TextColumn<Row>[]): string {
  const lines = [
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map((column) => cell(column.text(row) ?? ''))),
  ];
  return lines.map((line) => line.join('\t')).join('\n');
}

/** One cell: no tab or line break ends it early, and no words of a file are taken for a formula. */
function cell(text: string): string {
  return harmlessCell(text).replaceAll(/[\t\r\n]+/gu, ' ');
}
