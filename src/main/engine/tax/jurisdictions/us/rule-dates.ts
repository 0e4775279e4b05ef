/** Every date on which something of the law that is built in begins or ends: what the completeness test walks. */
import { compareDates, dateOf, localDate } from '../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../shared/time/local-date.ts';
import { brokerMustBeToldFrom } from '../../../lots/records/broker-identification.ts';
import { firstCostReported, firstProceedsReported } from './broker-reporting.ts';
import { BASIS_BY_ACCOUNT_FROM } from './lot-law.ts';
import { publishedParameters } from './parameters/parameters-for.ts';
import { seniorDeductionAmounts } from './parameters/senior-deduction.ts';

export interface RuleDate {
  /** The first day of what begins, or the first day after what ended. */
  readonly date: LocalDate;
  readonly what: string;
  readonly law: string;
}

/** In order of their dates. A rule with a `from` or `to` adds a line. */
export const ruleDates: readonly RuleDate[] = [
  {
    date: localDate('2018-01-01'),
    what: 'top rate of 37 % in place of 39.6 % (order of lots by tax)',
    law: 'Pub. L. 115-97',
  },
  ...publishedParameters.map(({ year, ordinaryBrackets }) => ({
    date: dateOf(year, 1, 1),
    what: `amounts of ${year}`,
    law: ordinaryBrackets.source.title,
  })),
  {
    date: dateOf(lastPublished() + 1, 1, 1),
    what: 'first year without published amounts',
    law: 'Stated assumption: the last ones, grown by the inflation that the user sets',
  },
  {
    date: BASIS_BY_ACCOUNT_FROM,
    what: 'basis by account in place of one pool',
    law: 'Reg. §1.1012-1(j); Rev. Proc. 2024-28',
  },
  {
    date: dateOf(seniorDeductionAmounts.fromYear, 1, 1),
    what: 'senior deduction begins',
    law: seniorDeductionAmounts.phaseOutFrom.source.title,
  },
  {
    date: dateOf(seniorDeductionAmounts.toYear + 1, 1, 1),
    what: 'senior deduction has ended',
    law: seniorDeductionAmounts.phaseOutFrom.source.title,
  },
  {
    date: localDate('2014-08-19'),
    what: 'gain before a mixed straddle keeps its time and character',
    law: 'Reg. §1.1092(b)-6 (T.D. 9678)',
  },
  {
    date: brokerMustBeToldFrom,
    what: 'a broker must be told before the sale which units are sold',
    law: 'Notice 2025-7, Notice 2026-20',
  },
  {
    date: dateOf(firstProceedsReported, 1, 1),
    what: 'brokers report proceeds of digital assets (Form 1099-DA, boxes G to L)',
    law: 'Reg. 1.6045-1(d)(2), (e); T.D. 10000',
  },
  {
    date: dateOf(firstCostReported, 1, 1),
    what: 'brokers report the cost of what was bought there from now on',
    law: 'Reg. 1.6045-1(d)(2), (e); T.D. 10000',
  },
].toSorted((a, b) => compareDates(a.date, b.date));

function lastPublished(): number {
  return publishedParameters.at(-1)?.year ?? 0;
}
