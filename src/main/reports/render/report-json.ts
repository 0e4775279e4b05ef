/** A report as JSON: the same shapes as a preview, with exact figures beside the printed ones. */
import { dateText } from '../../../shared/time/local-date.ts';
import { exactOf, printed } from '../printed.ts';
import { WORKING_PAPER } from '../report-document.ts';
import type { ReportDocument, ReportHead, ReportRow, ReportSection } from '../report-document.ts';

export const REPORT_SCHEMA = 'hedgerow-report/1';

export interface CellText {
  value: string | null;
  exact?: string;
  explain?: string;
}

export interface HeadText {
  kind: ReportDocument['kind'];
  title: string;
  year: number | null;
  mark: string;
  asOf: string;
  currency: string;
  ledger: string;
  program: string;
  elections: string[];
}

export function headText(document: ReportDocument, head: ReportHead): HeadText {
  return {
    kind: document.kind,
    title: document.title,
    year: document.year,
    mark: WORKING_PAPER,
    asOf: dateText(head.asOf),
    currency: head.currency,
    ledger: head.ledger,
    program: head.program,
    elections: [...head.elections],
  };
}

export function rowText(row: ReportRow, { columns }: ReportSection): { cells: CellText[] } {
  return {
    cells: columns.map(({ kind }, place) => {
      const cell = row[place] ?? { value: null };
      const exact = exactOf(cell, kind);
      return {
        value: printed(cell, kind),
        ...(exact === undefined ? {} : { exact }),
        ...(cell.explain === undefined ? {} : { explain: cell.explain }),
      };
    }),
  };
}

/** A section with some of its rows. */
export function sectionText(
  section: ReportSection,
  offset = 0,
  limit = Infinity,
): {
  id: string;
  title: string;
  notes: string[];
  columns: { id: string; title: string; kind: ReportSection['columns'][number]['kind'] }[];
  total: number;
  rows: { cells: CellText[] }[];
  totals: { cells: CellText[] } | null;
} {
  const { id, title, notes, columns, rows, totals } = section;
  const count = Math.max(0, Math.min(limit, rows.count - offset));
  return {
    id,
    title,
    notes: [...notes],
    columns: columns.map((column) => ({ id: column.id, title: column.title, kind: column.kind })),
    total: rows.count,
    rows: Array.from({ length: count }, (_, place) => rowText(rows.at(offset + place), section)),
    totals: totals === null ? null : rowText(totals, section),
  };
}
