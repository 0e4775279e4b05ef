import { add, isZero, negate, subtract, sum } from '../../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { lastBusinessDayOfYear, yearOf } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import type { Term } from '../../../../../../shared/domain/lot.ts';
import type { DatedGain, StraddleCase, StraddleFuture } from './straddle-case.ts';
import { straddleRules } from './straddle-rules.ts';
import type { TaxItem } from './straddle-years.ts';

/** What one futures position brought in one tax year. */
export interface FutureYear {
  readonly future: StraddleFuture;
  readonly year: number;
  /** As the straddle treats it: false where 1256(d) switched it off. */
  readonly section1256: boolean;
  /** Realised, short-term and long-term apart; of section 1256 contracts all is in `short`. */
  readonly realised: { readonly short: Money; readonly long: Money };
  readonly ordinary: Money;
  /** The mark of this year's end, and that of the year before, which is taken back. */
  readonly mark: Money;
  readonly takenBack: Money;
  /** Capital result of the year: realised, plus the mark, less the mark taken back. */
  readonly net: Money;
  /** The day of its last result of the year, or its mark. */
  readonly lastDate: LocalDate;
}

/**
 * A futures position year by year.
 * In: whether section 1256 applies to it, and the term of a result of a position outside it.
 * Law: open section 1256 contracts count as sold on the last business day, and the next year starts from there
 * (26 U.S.C. 1256(a)(1), (2)). Where nobody knows the mark of a year's end, the one before stands until one is known.
 */
export function futureYears(
  future: StraddleFuture,
  { firstYear, lastYear }: Pick<StraddleCase, 'firstYear' | 'lastYear'>,
  section1256: boolean,
  termOn: (date: LocalDate) => Term,
): readonly FutureYear[] {
  const byYear = Map.groupBy(future.results, (result) => (section1256 ? result.year : yearOf(result.date)));
  const years: FutureYear[] = [];
  let carried = section1256 ? markBefore(future, firstYear) : zeroMoney;
  for (let year = firstYear; year <= lastYear; year++) {
    const results = byYear.get(year) ?? [];
    const mark = section1256 ? markOf(future, year, carried) : zeroMoney;
    const stands = mark === carried;
    if (results.length > 0 || !stands) {
      const realised = realisedOf(results, section1256, termOn);
      const moved = subtract(mark, carried);
      years.push({
        future,
        year,
        section1256,
        realised,
        ordinary: sumOf(results, 'ordinary'),
        mark: stands ? zeroMoney : mark,
        takenBack: stands ? zeroMoney : carried,
        net: add(add(realised.short, realised.long), moved),
        lastDate: results.at(-1)?.date ?? lastBusinessDayOfYear(year),
      });
    }
    carried = mark;
  }
  return years;
}

function markBefore(future: StraddleFuture, firstYear: number): Money {
  const before = future.yearEnds.findLast(({ year }) => year < firstYear);
  const closedBefore = future.closed !== null && future.closed <= lastBusinessDayOfYear(firstYear - 1);
  return before === undefined || closedBefore ? zeroMoney : before.unrealised;
}

function markOf({ closed, yearEnds }: StraddleFuture, year: number, carried: Money): Money {
  const end = lastBusinessDayOfYear(year);
  if (closed !== null && closed <= end) return zeroMoney;
  return yearEnds.find((one) => one.year === year)?.unrealised ?? carried;
}

function realisedOf(
  results: readonly DatedGain[],
  section1256: boolean,
  termOn: (date: LocalDate) => Term,
): FutureYear['realised'] {
  let short = zeroMoney;
  let long = zeroMoney;
  for (const { amount, character, date } of results) {
    if (character !== 'capital') continue;
    if (!section1256 && termOn(date) === 'long') long = add(long, amount);
    else short = add(short, amount);
  }
  return { short, long };
}

function sumOf(results: readonly DatedGain[], character: DatedGain['character']): Money {
  return sum(
    results.flatMap((one) => (one.character === character ? [one.amount] : [])),
    zeroMoney,
  );
}

/** What it adds to its year before any straddle rule. */
export function futureItems(of: FutureYear): readonly TaxItem[] {
  const { future, year, section1256, realised } = of;
  const items: TaxItem[] = [];
  const put = (
    character: TaxItem['character'],
    amount: Money,
    kind: TaxItem['kind'],
    rule: TaxItem['rule'],
  ): void => {
    if (!isZero(amount)) items.push({ year, character, amount, of: future.id, kind, rule });
  };
  const plain = section1256 ? straddleRules.result : straddleRules.otherResult;
  put(section1256 ? 'section1256' : 'short', realised.short, 'result', plain);
  put('long', realised.long, 'result', plain);
  put('section1256', of.mark, 'mark', straddleRules.mark);
  put('section1256', negate(of.takenBack), 'mark-taken-back', straddleRules.markTakenBack);
  put('ordinary', of.ordinary, 'result', straddleRules.ordinary);
  return items;
}
