/** What files cover, laid out for one grid: every account and subject over the same months. Pure. */
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { formatCount } from '../../../ui/number-format.ts';

type Account = CallAnswer<'imports.coverage'>['accounts'][number];
export type CoveredMonth = Account['subjects'][number]['months'][number];

/** `nothing`: a file reaches over the month, and nothing happened; `compared`: only files that are compared do. */
export type MonthLook = 'covered' | 'nothing' | 'compared' | 'gap' | 'outside';

export interface CoverageRow {
  readonly key: string;
  readonly account: string;
  readonly subject: string;
  readonly months: readonly CoveredMonth[];
  readonly first: string;
  readonly last: string;
  readonly gaps: readonly string[];
  readonly events: number;
  readonly files: readonly string[];
}

export function coverageRows(accounts: readonly Account[]): readonly CoverageRow[] {
  const nameOf = fileNames(accounts);
  return accounts.flatMap(({ account, accountName, subjects }) =>
    subjects.map(({ subject, subjectWords, months: asRead }) => {
      const months = asRead.map((month) => ({ ...month, files: month.files.map(nameOf) }));
      return {
        key: `${account} ${subject}`,
        account: accountName,
        subject: subjectWords,
        months,
        first: months[0]?.month ?? '',
        last: months.at(-1)?.month ?? '',
        gaps: spans(months.filter(({ state }) => state === 'gap').map(({ month }) => month)),
        events: months.reduce((sum, { events }) => sum + events, 0),
        files: filesOf(months),
      };
    }),
  );
}

type CoveringFile = CoveredMonth['files'][number];

/** Files of one name are told apart by their import, as the list of imports numbers it. */
function fileNames(accounts: readonly Account[]): (file: CoveringFile) => CoveringFile {
  const batches = new Map<string, Set<string>>();
  for (const { subjects } of accounts)
    for (const { months } of subjects)
      for (const { files } of months)
        for (const { file, batch } of files) batches.set(file, (batches.get(file) ?? new Set()).add(batch));
  return (one) =>
    (batches.get(one.file)?.size ?? 0) > 1 ? { ...one, file: `${one.file} (import ${one.batch})` } : one;
}

/** From the first month that any file covers to the last. */
export function monthsOf(rows: readonly CoverageRow[]): readonly string[] {
  const all = rows.flatMap(({ first, last }) => [first, last]).filter((month) => month !== '');
  if (all.length === 0) return [];
  const [first, last] = [numberOf(all.toSorted()[0] ?? ''), numberOf(all.toSorted().at(-1) ?? '')];
  return Array.from({ length: last - first + 1 }, (_, index) => monthOf(first + index));
}

export function lookOf(month: CoveredMonth | undefined): MonthLook {
  if (month === undefined) return 'outside';
  if (month.state === 'gap') return 'gap';
  if (month.files.length > 0 && month.files.every(({ counts }) => !counts)) return 'compared';
  return month.events > 0 ? 'covered' : 'nothing';
}

/** "March 2025: 12 rows count, from binance.csv". */
export function monthWords(month: CoveredMonth): string {
  const name = monthName(month.month);
  if (month.state === 'gap') return `${name}: no file covers it`;
  const files = [...new Set(month.files.map(({ file, counts }) => (counts ? file : `${file} (compared)`)))];
  const counted = month.events === 1 ? '1 row counts' : `${formatCount(month.events)} rows count`;
  return `${name}: ${counted}, from ${files.join(', ')}`;
}

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "2025-03" → "Mar 2025". */
export function monthName(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${names[Number(number) - 1] ?? ''} ${year}`;
}

function filesOf(months: readonly CoveredMonth[]): readonly string[] {
  const all = months.flatMap(({ files }) => files);
  const counting = new Set(all.filter(({ counts }) => counts).map(({ file }) => file));
  const compared = new Set(all.map(({ file }) => file).filter((file) => !counting.has(file)));
  return [...counting, ...[...compared].map((file) => `${file} (compared)`)];
}

/** Months one after the other become one span: "Mar 2025 to Jun 2025". */
function spans(months: readonly string[]): readonly string[] {
  const found: { from: string; to: string }[] = [];
  for (const month of months) {
    const last = found.at(-1);
    if (last !== undefined && numberOf(last.to) + 1 === numberOf(month)) last.to = month;
    else found.push({ from: month, to: month });
  }
  return found.map(({ from, to }) =>
    from === to ? monthName(from) : `${monthName(from)} to ${monthName(to)}`,
  );
}

function numberOf(month: string): number {
  const [year = '0', number = '1'] = month.split('-');
  return Number(year) * 12 + Number(number) - 1;
}

function monthOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}
