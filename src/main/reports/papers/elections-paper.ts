import { blank, cell, rowsOf } from '../report-document.ts';
import type { ReportDocument, ReportSection } from '../report-document.ts';
import { kindWords } from '../report-kinds.ts';

/** A choice with its words, as it is in force. */
export interface ElectionLine {
  readonly title: string;
  readonly value: string;
  readonly isDefault: boolean;
  /** ISO; null where the default holds. */
  readonly madeAt: string | null;
  readonly law: string;
  readonly deadline: string;
  /** What is wrong with the day on which it was made. */
  readonly late: string | null;
}

/** The choices as a section of a paper. */
export function electionsSection(id: string, title: string, lines: readonly ElectionLine[]): ReportSection {
  return {
    id,
    title,
    notes: [],
    columns: [
      { id: 'title', title: 'What is open', kind: 'text', width: 1.5 },
      { id: 'value', title: 'In force', kind: 'text', width: 2 },
      { id: 'made', title: 'Made (UTC)', kind: 'text', width: 1 },
      { id: 'law', title: 'Law', kind: 'text', width: 1.5 },
      { id: 'deadline', title: 'When it had to be made', kind: 'text', width: 2.4 },
    ],
    rows: rowsOf(
      lines.map(({ title: name, value, isDefault, madeAt, law, deadline, late }) => [
        cell(name),
        cell(isDefault ? `${value} (default)` : value),
        madeAt === null ? blank : cell(madeAt),
        cell(law),
        cell(late === null ? deadline : `${deadline} ${late}`),
      ]),
    ),
    totals: null,
  };
}

/** Every choice in force. */
export function electionsPaper(
  lots: readonly ElectionLine[],
  taxes: readonly ElectionLine[],
  orders: readonly { readonly words: string; readonly recordedAt: string }[],
): ReportDocument {
  const { title, purpose } = kindWords.elections;
  return {
    kind: 'elections',
    title,
    purpose,
    year: null,
    sections: [
      electionsSection('lots', 'About coins and lots', lots),
      electionsSection('taxes', 'About futures, hedges and losses', taxes),
      {
        id: 'orders',
        title: 'Standing orders about lots',
        notes: [],
        columns: [
          { id: 'words', title: 'Order', kind: 'text', width: 4 },
          { id: 'recordedAt', title: 'Recorded (UTC)', kind: 'text' },
        ],
        rows: rowsOf(orders.map(({ words, recordedAt }) => [cell(words), cell(recordedAt)])),
        totals: null,
      },
    ],
    notes: ['Each choice is a dated record of the chain: see the identification records.'],
    issues: [],
  };
}
