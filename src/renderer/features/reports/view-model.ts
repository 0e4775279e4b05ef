/** What Reports & data says, from the core's answers. Pure. */
import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';
import { compareDecimal, compareText } from '../../ui/compare.ts';

export type ReportList = CallAnswer<'reports.list'>;
export type Paper = ReportList['kinds'][number];
export type PaperKind = Paper['kind'];
export type AccountForm = ReportList['brokerForms'][number]['accounts'][number];
export type ShownPaper = CallAnswer<'reports.preview'>;
export type Section = ShownPaper['sections'][number];
export type SectionColumn = Section['columns'][number];
export type SectionRow = Section['rows'][number];
export type Cell = SectionRow['cells'][number];
export type MadeFile = CallAnswer<'reports.make'>['files'][number];
export type Format = CallInput<'reports.make'>['format'];

/** Papers by what they are for, in the order of use. */
const groups: readonly {
  readonly title: string;
  readonly about: string;
  readonly kinds: readonly PaperKind[];
}[] = [
  {
    title: 'For the tax return',
    about: 'What goes into the forms of the year, line by line.',
    kinds: ['form-8949', 'schedule-d', 'form-6781', 'carryover-worksheet', 'carryback'],
  },
  {
    title: 'For your accountant',
    about: 'What was chosen, what was put on record and when, and how each figure came about.',
    kinds: ['close-out-memo', 'identifications', 'elections'],
  },
  {
    title: 'Your data',
    about: 'All that your ledger holds, to take elsewhere.',
    kinds: ['lots', 'disposals', 'journal'],
  },
];

export interface PaperGroup {
  readonly title: string;
  readonly about: string;
  readonly papers: readonly Paper[];
}

/** The papers that there are, grouped; what no group names comes last, under a title of its own. */
export function paperGroups(papers: readonly Paper[]): readonly PaperGroup[] {
  const known = new Set(groups.flatMap(({ kinds }) => kinds));
  const named = groups.map(({ title, about, kinds }) => ({
    title,
    about,
    papers: kinds.flatMap((kind) => papers.filter((paper) => paper.kind === kind)),
  }));
  const others = papers.filter(({ kind }) => !known.has(kind));
  return [...named, { title: 'More papers', about: 'What else can be made.', papers: others }].filter(
    (group) => group.papers.length > 0,
  );
}

export type PaperState =
  /** It can be made in full. */
  | { readonly is: 'ready' }
  /** Something keeps it from being made. */
  | { readonly is: 'missing'; readonly missing: readonly { readonly text: string; readonly fix: string }[] }
  /** There is nothing to put in it for this year. */
  | { readonly is: 'nothing' };

/** Can the paper be made for the year? */
export function paperState({ perYear, years, missing }: Paper, year: number): PaperState {
  const lacking = missing.filter((each) => each.year === null || (perYear && each.year === year));
  if (lacking.length > 0) return { is: 'missing', missing: lacking };
  return !perYear || years.includes(year) ? { is: 'ready' } : { is: 'nothing' };
}

/** The year that is looked at: the one in the address, else the last that has ended, else the latest there is. */
export function yearOf(text: string | undefined, years: readonly number[], taxYear: number): number {
  const asked = Number(text);
  if (years.includes(asked)) return asked;
  return years.findLast((year) => year < taxYear) ?? years.at(-1) ?? taxYear;
}

export function kindOf(text: string | undefined, papers: readonly Paper[]): Paper | null {
  return papers.find(({ kind }) => kind === text) ?? null;
}

/** "form 8949, 3 rows": a section as one names it. */
export function rowsWords(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en-US')} rows`;
}

/** Numbers stand on the right. */
export function isNumber({ kind }: SectionColumn): boolean {
  return kind === 'money' || kind === 'quantity' || kind === 'count';
}

/** The section without columns in which nothing stands; as it is where not every row is at hand. */
export function withoutEmptyColumns(section: Section): Section {
  const { columns, rows, total, totals } = section;
  if (rows.length < total) return section;
  const shown = totals === null ? rows : [...rows, totals];
  const isUsed = (_: unknown, index: number): boolean =>
    shown.some(({ cells }) => (cells[index]?.value ?? null) !== null);
  const narrowed = ({ cells }: SectionRow): SectionRow => ({ cells: cells.filter(isUsed) });
  return {
    ...section,
    columns: columns.filter(isUsed),
    rows: rows.map(narrowed),
    totals: totals === null ? null : narrowed(totals),
  };
}

/** Whether what stands in a column of amounts is one: lines of forms that ask have "yes" or "no". */
export function isFigure(value: string): boolean {
  return /^-?\d+(?:\.\d+)?$/u.test(value);
}

/** How two rows stand to each other in a column. */
export function compareCells(column: SectionColumn, index: number): (a: SectionRow, b: SectionRow) => number {
  const by = isNumber(column) ? compareDecimal : compareText;
  const valueOf = ({ cells }: SectionRow): string | null => {
    const value = cells[index]?.exact ?? cells[index]?.value ?? null;
    return value !== null && isNumber(column) && !isFigure(value) ? null : value;
  };
  return (a, b) => by(valueOf(a), valueOf(b));
}

/** What stands in the row of totals: its own words or sums; "Total" first where there is room. */
export function totalsOf({
  columns,
  totals,
}: Pick<Section, 'columns' | 'totals'>): readonly (Cell | 'Total')[] | null {
  if (totals === null) return null;
  return columns.map((_, index) => {
    const cell = totals.cells[index] ?? { value: null };
    return index === 0 && cell.value === null ? 'Total' : cell;
  });
}
