/** A section of a report as a CSV file: RFC 4180, with comment lines at its head. */
import { harmlessCell } from '../../../shared/harmless-cell.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { printed } from '../printed.ts';
import { WORKING_PAPER } from '../report-document.ts';
import type { ColumnKind, ReportDocument, ReportHead, ReportRow, ReportSection } from '../report-document.ts';

const LINE_END = '\r\n';

/** The file's first lines: what it is, and what it is not. Each is one field that begins with "# ". */
export function csvHead(document: ReportDocument, section: ReportSection, head: ReportHead): string {
  const year = document.year === null ? '' : ` ${document.year}`;
  const lines = [
    WORKING_PAPER,
    `${document.title}${year}`,
    section.title,
    `As of ${dateText(head.asOf)}, in ${head.currency}; ledger ${head.ledger}; ${head.program}`,
    ...head.elections,
    ...document.issues
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => `NOT CERTAIN: ${message}`),
    ...section.notes,
  ];
  return (
    [
      ...lines.map((line) => field(`# ${line}`)),
      section.columns.map(({ title }) => field(title)).join(','),
    ].join(LINE_END) + LINE_END
  );
}

/** One row with its line end. */
export function csvRow(row: ReportRow, section: ReportSection): string {
  return section.columns.map(({ kind }, place) => csvCell(row[place], kind)).join(',') + LINE_END;
}

/** A line of words that may come from files, with its line end. */
export function csvLine(words: readonly string[]): string {
  return words.map((word) => field(harmlessCell(word))).join(',') + LINE_END;
}

function csvCell(cell: ReportRow[number] | undefined, kind: ColumnKind): string {
  const text = cell === undefined ? null : printed(cell, kind);
  if (text === null) return '';
  // Figures are made here and stay numbers; words can come from files.
  return typeof cell?.value === 'string' ? field(harmlessCell(text)) : text;
}

function field(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
