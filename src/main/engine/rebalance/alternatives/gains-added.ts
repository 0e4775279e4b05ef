import { add, subtract } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { PricedSchedule } from '../../exit/priced-schedule.ts';
import type { RealisedYear } from '../../tax/realised-years.ts';

/** What a way adds to a year's results and its tax, by character; straddle rules counted. */
export interface GainsAdded {
  readonly year: number;
  readonly due: LocalDate;
  readonly shortTermGain: Money;
  readonly longTermGain: Money;
  readonly section1256Gain: Money;
  readonly taxWith: Money;
  readonly taxWithout: Money;
  readonly added: Money;
  readonly addedToday: Money;
}

/** In: `untouched`, the ledger's realised years with nothing planned, by the same years. */
export function gainsAdded(
  { taxByYear, years }: PricedSchedule,
  untouched: readonly RealisedYear[],
): readonly GainsAdded[] {
  return taxByYear.map((tax) => {
    const [now, before] = [years.realised, untouched].map((list) =>
      list.find((one) => one.year === tax.year),
    );
    const more = (of: (year: RealisedYear) => Money): Money =>
      subtract(now === undefined ? zeroMoney : of(now), before === undefined ? zeroMoney : of(before));
    const { year, due, taxWith, taxWithout, added, addedToday } = tax;
    return {
      year,
      due,
      shortTermGain: more((one) => add(add(one.shortTermGain, one.shortFuturesGain), one.straddleShort)),
      longTermGain: more((one) => add(add(one.longTermGain, one.longFuturesGain), one.straddleLong)),
      section1256Gain: more((one) => add(one.section1256Gain, one.straddleSection1256)),
      taxWith,
      taxWithout,
      added,
      addedToday,
    };
  });
}
