import type {
  CalcStraddleYearInput,
  CalcStraddleYearOutput,
} from '../../../../shared/contract/calc-straddle-year.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import type { Trace } from '../../../../shared/domain/trace.ts';
import { add, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { section1256Split } from '../../../engine/tax/jurisdictions/us/rules/section-1256-split.ts';
import type { StraddleCase } from '../../../engine/tax/jurisdictions/us/straddles/straddle-case.ts';
import type { StraddleYears } from '../../../engine/tax/jurisdictions/us/straddles/straddle-years.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import { traceText } from '../trace-text.ts';
import { straddleAmounts, straddleYearTrace } from './calc-straddle-year-trace.ts';

/** The answer of `calc straddle-year`: the year asked about. */
export function straddleYearOutput(
  { year, futures }: CalcStraddleYearInput,
  given: StraddleCase,
  years: StraddleYears,
): CalcStraddleYearOutput {
  const found = years.years.find((one) => one.year === year);
  const items = straddleAmounts(given, found?.items ?? [], year);
  const trace: Trace = straddleYearTrace(items, found, year);
  const recognised = [...Map.groupBy(items, ({ of }) => of)].map(([position, own]) => {
    const of = (character: string): Money =>
      sum(
        own.flatMap((item) => (item.character === character ? [item.amount] : [])),
        zeroMoney,
      );
    const split = section1256Split(of('section1256'));
    return {
      position: position as string,
      short: add(of('short'), split.shortTerm),
      long: add(of('long'), split.longTerm),
      section1256: of('section1256'),
    };
  });
  const total = (amounts: readonly Money[]): string => toText(sum(amounts, zeroMoney));
  const deferred = found?.deferred ?? [];
  return {
    year,
    recognised: recognised.map(({ position, short, long, section1256 }) => ({
      position,
      shortTerm: toText(short),
      longTerm: toText(long),
      section1256: toText(section1256),
    })),
    deferred: deferred.map((one) => ({
      position: one.position,
      sustained: one.sustained,
      amount: toText(one.amount),
      character: one.character,
      blockedBy: one.blockedBy.map(({ of, amount }) => ({ of, amount: toText(amount) })),
    })),
    losses: (found?.losses ?? []).map((one) => ({
      position: one.position,
      loss: toText(one.loss),
      carriedIn: toText(one.carriedIn),
      unrecognisedGain: toText(one.unrecognisedGain),
      recognised: toText(one.recognised),
      character: one.character,
    })),
    unrecognised: (found?.unrecognised ?? []).map((one) => ({
      position: one.of,
      quantity: toText(one.quantity),
      value: toText(one.value),
      costBasis: toText(one.costBasis),
      gain: toText(one.gain),
    })),
    ...clocksAndBases(years),
    totals: {
      shortTerm: total(recognised.map(({ short }) => short)),
      longTerm: total(recognised.map(({ long }) => long)),
      deferred: total(deferred.map(({ amount }) => amount)),
    },
    issues: [...years.issues, ...not1256(futures)].map(issueText),
    trace: traceText(trace),
  };
}

function clocksAndBases(
  years: StraddleYears,
): Pick<CalcStraddleYearOutput, 'holdingPeriods' | 'basisAdjustments'> {
  return {
    holdingPeriods: years.holdingPeriods.map((one) => ({
      lot: one.lot,
      quantity: toText(one.quantity),
      ended: dateText(one.ended),
      restartsOn: one.restartsOn && dateText(one.restartsOn),
      longTermFrom: one.longTermFrom && dateText(one.longTermFrom),
      by: one.by,
    })),
    basisAdjustments: years.basisAdjustments.map((one) => ({
      lot: one.lot,
      quantity: toText(one.quantity),
      amount: toText(one.amount),
      date: dateText(one.date),
      law: one.rule.law,
    })),
  };
}

/** Contracts without section 1256 status are named: their result is short-term and not marked. */
function not1256(futures: CalcStraddleYearInput['futures']): readonly Issue[] {
  return futures.flatMap(({ section1256, position, asset }) =>
    section1256 ? [] : [issueOf('tax/not-section-1256', 'note', { position }, { asset })],
  );
}

function issueText({ code, severity, message, fix, asset }: Issue): CalcStraddleYearOutput['issues'][number] {
  return { code, severity, message, fix, event: null, asset: asset ?? null, account: null };
}
