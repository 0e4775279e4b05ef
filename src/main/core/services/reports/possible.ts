import type { ReportKind } from '../../../../shared/domain/report-kind.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { kindWords } from '../../../reports/report-kinds.ts';
import type { Derived } from '../../derived.ts';

/** What keeps a paper from being made, and what to do. */
export interface Missing {
  readonly year: number | null;
  readonly text: string;
  readonly fix: string;
}

/** Papers that need an assessed year. */
const NEEDS_TAX: ReadonlySet<ReportKind> = new Set(['carryover-worksheet', 'carryback']);

/** What keeps a paper of a year from being made; null where nothing does. */
export function missingOf(kind: ReportKind, year: number, { taxYears, facts }: Derived): Missing | null {
  if (!NEEDS_TAX.has(kind) || taxYears.years.some(({ input }) => input.year === year)) return null;
  const { profile } = facts;
  const first = profile?.years.reduce((least, one) => Math.min(least, one.year), Infinity) ?? Infinity;
  if (profile === null || first === Infinity)
    return {
      year,
      text: `It needs taxable income and losses carried in of ${year}, and there are no tax details.`,
      fix: 'Enter your tax details; in the terminal "hedgerow profile set FILE" does.',
    };
  if (year < first)
    return {
      year,
      text: `Your tax details begin with ${first}: income and losses carried into ${year} are not known.`,
      fix: `Enter ${year} in the tax details, or take its figures from the return you filed.`,
    };
  const issue = taxYears.issues.find(({ code }) => code === 'tax/year-not-covered');
  return {
    year,
    text: issue?.message ?? `The year ${year} is not assessed.`,
    fix: issue?.fix ?? 'Look at the tax details of the year.',
  };
}

/** Years with anything to report, in order; the running year included. */
export function reportYears(derived: Derived): readonly number[] {
  const { taxYears, asOf, facts, events } = derived;
  const running = yearOf(asOf);
  const years = new Set<number>([running]);
  for (const { year } of taxYears.realised) years.add(year);
  const [first] = events;
  const from = first === undefined ? running : yearOf(localDateOf(first.time, facts.timeZone));
  for (let year = from; year <= running; year++) years.add(year);
  return [...years].filter((year) => year <= running).toSorted((a, b) => a - b);
}

/** Kinds in the order in which they are shown. */
export const KINDS = Object.keys(kindWords) as ReportKind[];
