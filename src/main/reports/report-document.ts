/**
 * What a form or document says, before it is printed: sections of rows with exact figures.
 *
 * facts → builder (one kind a file) → ReportDocument → CSV, JSON, PDF, or a page of the screen
 */
import type { Issue } from '../../shared/domain/issue.ts';
import type { ReportKind } from '../../shared/domain/report-kind.ts';
import type { Money, Quantity } from '../../shared/num/types.ts';
import type { LocalDate } from '../../shared/time/local-date.ts';

export type ColumnKind = 'text' | 'date' | 'money' | 'quantity' | 'count';

export interface ReportColumn {
  readonly id: string;
  readonly title: string;
  readonly kind: ColumnKind;
  /** Share of the width of a printed page, against 1 for the others. */
  readonly width?: number;
}

/** One figure or word. Money and quantities are exact; printing rounds. */
export interface ReportCell {
  readonly value: string | number | Money | Quantity | null;
  /** What `holdings.explain` takes. */
  readonly explain?: string;
}

export type ReportRow = readonly ReportCell[];

/** Rows made when they are asked for: there can be a hundred thousand. */
export interface RowSource {
  readonly count: number;
  at(place: number): ReportRow;
}

export interface ReportSection {
  readonly id: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly ReportColumn[];
  readonly rows: RowSource;
  /** True for what only files carry: on paper it would be pages that nobody reads. */
  readonly inFilesOnly?: true;
  /** Sums of exact figures; null where nothing is summed. */
  readonly totals: ReportRow | null;
}

export interface ReportDocument {
  readonly kind: ReportKind;
  readonly title: string;
  /** What the paper is for, in one sentence. */
  readonly purpose: string;
  readonly year: number | null;
  readonly sections: readonly ReportSection[];
  readonly notes: readonly string[];
  readonly issues: readonly Issue[];
}

/** What stands on every page of a report and in the head of its file. */
export interface ReportHead {
  readonly asOf: LocalDate;
  readonly currency: string;
  /** The first digits of the ledger's hash. */
  readonly ledger: string;
  readonly program: string;
  /** The choices in force that differ from the default, each a sentence. */
  readonly elections: readonly string[];
}

export const WORKING_PAPER = 'Working paper prepared from your records. Not a filed form.';

/** How rounding is done and what follows of it: a note of every form. */
export const ROUNDING_NOTE =
  'Every figure is computed exactly and printed rounded to cents (half to even). A total is the rounded sum of the exact figures, so it can differ by a cent or two from the sum of the rows as printed. Form 8949 and Schedule D allow whole dollars if all amounts are rounded; this paper keeps cents.';

export function rowsOf(rows: readonly ReportRow[]): RowSource {
  return {
    count: rows.length,
    at: (place) => rows[place] ?? [],
  };
}

/** A cell with an exact figure or a word. */
export function cell(value: ReportCell['value'], explain?: string): ReportCell {
  return explain === undefined ? { value } : { value, explain };
}

export const blank: ReportCell = { value: null };
