import type { Money } from '../../shared/num/types.ts';
import { blank, cell, rowsOf } from './report-document.ts';
import type { ReportColumn, ReportSection } from './report-document.ts';

/** A line of a form. */
export interface FormLine {
  /** "8b"; '' where the form has none. */
  readonly line: string;
  readonly text: string;
  /** null where it is not known; words where it is no amount. */
  readonly amount: Money | string | null;
  readonly explain?: string;
}

const columns: readonly ReportColumn[] = [
  { id: 'line', title: 'Line', kind: 'text', width: 0.5 },
  { id: 'text', title: 'What it is', kind: 'text', width: 5 },
  { id: 'amount', title: 'Amount', kind: 'money', width: 1.3 },
];

/** Lines of a form, one under the other. */
export function lineSection(
  id: string,
  title: string,
  lines: readonly FormLine[],
  notes: readonly string[] = [],
): ReportSection {
  return {
    id,
    title,
    notes,
    columns,
    rows: rowsOf(
      lines.map(({ line, text, amount, explain }) => [
        line === '' ? blank : cell(line),
        cell(text),
        cell(amount, explain),
      ]),
    ),
    totals: null,
  };
}
