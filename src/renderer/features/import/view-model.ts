import type { Preview, PreviewFile } from './import-flow.ts';
import { wordsOfKind } from '../../ui/event-words.ts';
import { formatCount } from '../../ui/number-format.ts';

/** Pieces that a file is sent in: 512 KiB each, at least one, so that an empty file arrives too. */
export const pieceBytes = 512 * 1024;

export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly last: boolean;
}

export function piecesOf(size: number): readonly Piece[] {
  const count = Math.max(1, Math.ceil(size / pieceBytes));
  return Array.from({ length: count }, (_, index) => ({
    from: index * pieceBytes,
    to: Math.min(size, (index + 1) * pieceBytes),
    last: index === count - 1,
  }));
}

/** One cause with all its rows, over all files. */
export interface ProblemGroup {
  readonly key: string;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly fix: string;
  readonly count: number;
  readonly rows: readonly { readonly file: string; readonly line: number; readonly raw: string }[];
}

/** All problems at once, by cause: what stops rows first, then what only needs a look; the most rows first. */
export function problemGroups(files: readonly PreviewFile[]): readonly ProblemGroup[] {
  const all = files.flatMap((file) => file.problems.map((problem) => ({ file: file.file, ...problem })));
  return [...Map.groupBy(all, ({ severity, code, message }) => `${severity} ${code} ${message}`)]
    .flatMap(([key, problems]) => {
      const [first] = problems;
      if (first === undefined) return [];
      const rows = problems.flatMap(({ file, rows: lines }) => lines.map((row) => ({ file, ...row })));
      const count = problems.reduce((sum, problem) => sum + problem.count, 0);
      const { code, severity, message, fix } = first;
      return [{ key, code, severity, message, fix, count, rows }];
    })
    .toSorted(
      (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning') || b.count - a.count,
    );
}

export interface ImportTotals {
  readonly new: number;
  readonly already: number;
  readonly identicalKept: number;
  readonly badRows: number;
  /** Rows that nobody knows. */
  readonly forReview: number;
  readonly byKind: readonly { readonly kind: string; readonly count: number }[];
}

export function totalsOf(files: readonly PreviewFile[]): ImportTotals {
  const sum = (count: (file: PreviewFile) => number): number =>
    files.reduce((total, file) => total + count(file), 0);
  const kinds = Map.groupBy(
    files.flatMap(({ byKind }) => byKind),
    ({ kind }) => kind,
  );
  return {
    new: sum((file) => file.new),
    already: sum((file) => file.already),
    identicalKept: sum((file) => file.identicalKept),
    badRows: sum(badRowsOf),
    forReview: sum(({ lines }) => lines.unclassified),
    byKind: [...kinds]
      .map(([kind, parts]) => ({ kind, count: parts.reduce((total, { count }) => total + count, 0) }))
      .toSorted((a, b) => b.count - a.count),
  };
}

/** Rows that cannot be read: a row with two causes is one row. */
function badRowsOf({ lines, problems }: PreviewFile): number {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length === 0 || lines.rejected > 0) return lines.rejected;
  return errors.reduce((total, { count }) => total + count, 0);
}

/**
 * What the rows are, in words. A row that changes a balance is mostly one part of a trade that the file writes in several
 * rows: only what nobody knows is called so. Empty where nothing is new.
 */
export function kindsWords(totals: ImportTotals): readonly string[] {
  const { byKind, forReview, already } = totals;
  if (totals.new === 0) return [];
  const partWords = already > 0 ? 'Change of a balance' : 'Part of a trade or another event';
  return byKind.flatMap(({ kind, count }) => {
    if (kind !== 'balance-change') return [`${wordsOfKind(kind)}: ${formatCount(count)}`];
    const unknown = Math.min(forReview, count);
    return [
      ...(count > unknown ? [`${partWords}: ${formatCount(count - unknown)}`] : []),
      ...(unknown > 0 ? [`For review: ${formatCount(unknown)}`] : []),
    ];
  });
}

/** "37 new · 412 already here · 3 identical rows kept": nothing is dropped without being counted. */
export function countWords(counts: Pick<ImportTotals, 'new' | 'already' | 'identicalKept'>): string {
  const parts = [`${formatCount(counts.new)} new`, `${formatCount(counts.already)} already here`];
  const { identicalKept } = counts;
  if (identicalKept > 0)
    parts.push(`${formatCount(identicalKept)} identical ${identicalKept === 1 ? 'row' : 'rows'} kept`);
  return parts.join(' · ');
}

/** The files that nobody can read: they must be told apart or left out before it goes on. */
export function unknownFiles(preview: Preview): readonly PreviewFile[] {
  return preview.files.filter(({ format }) => format === null);
}

/** What comes after looking at the files: the problems where there are any. */
export function stepAfterDetect(preview: Preview): 'check' | 'confirm' {
  return problemGroups(preview.files).length > 0 ? 'check' : 'confirm';
}

/** What a confirm refuses: null where it may go ahead. */
export function whyNotConfirm(preview: Preview, leaveOutBadRows: boolean): string | null {
  const totals = totalsOf(preview.files);
  if (totals.badRows > 0 && !leaveOutBadRows)
    return 'Some rows cannot be read: mend the file, or leave them out.';
  if (totals.new === 0) return 'There is nothing new in these files: every row is already in the ledger.';
  return null;
}

/** Where the time zone of a file comes from, in words for under its chip. */
export const zoneWords: Readonly<Record<NonNullable<PreviewFile['timeZoneFrom']>, string>> = {
  file: 'said by the file',
  'file-name': 'said by the file’s name',
  assumed: 'assumed: please check',
  given: 'chosen by you',
  unused: 'each time says its own',
};

/** "One row is in your ledger", "20,003 rows are in your ledger". */
export function rowsStored(added: number): string {
  return added === 1 ? 'One row is in your ledger' : `${formatCount(added)} rows are in your ledger`;
}
