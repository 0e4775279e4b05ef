/**
 * plan + lots to sell and to buy back on a day → tax years with and without → what it saves, by the tax engine
 */
import type { LotId } from '../../../../shared/domain/lot.ts';
import { add, isNegative, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { moneyTimes, valueOf } from '../../../../shared/num/products.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { jurisdictions } from '../../tax/assess-year.ts';
import type { PlannedAction } from '../../tax/jurisdictions/us/actions/planned-action.ts';
import type { TaxYears } from '../../tax/tax-years.ts';
import type { ExitCase } from '../exit-case.ts';
import { yearsWith } from '../exit-years.ts';
import { inTodaysMoney } from '../today-money.ts';
import { buyBackDay } from './harvest-case.ts';
import type { HarvestCase, HarvestLot } from './harvest-case.ts';

export interface HarvestYear {
  readonly year: number;
  readonly due: LocalDate;
  readonly taxWith: Money;
  readonly taxWithout: Money;
  /** Positive where tax is lower with it. */
  readonly saved: Money;
  readonly savedToday: Money;
}

export interface Harvest {
  readonly kind: 'loss' | 'gain';
  readonly date: LocalDate;
  /** When all coins are bought back: the same day, or after the windows in which that would take losses away. */
  readonly boughtBack: LocalDate;
  readonly lots: readonly HarvestLot[];
  /** Signed. */
  readonly gain: Money;
  readonly byYear: readonly HarvestYear[];
  readonly saved: Money;
  readonly savedToday: Money;
  /** Fees and slippage of both ways. */
  readonly cost: Money;
  /** Saved in today's money less cost. */
  readonly net: Money;
  /** Tax that the new basis adds one day, at the long-term rate of the plan's last year; negative where it takes away. */
  readonly later: Money;
}

/**
 * What selling lots on a day and buying them back does to the tax of the plan's years.
 * Law: 26 U.S.C. 1091 where the taxpayer's election covers coins: then they are bought back after 30 days.
 */
export function harvestOf(of: HarvestCase, lots: readonly HarvestLot[], date: LocalDate): Harvest {
  const { given } = of;
  const gain = sum(
    lots.map((lot) => lot.gain),
    zeroMoney,
  );
  const kind = isNegative(gain) ? 'loss' : 'gain';
  const back = lots.map(({ lot }) => (kind === 'loss' ? buyBackDay(given, lot.asset, date) : date));
  const boughtBack = back.reduce((last, day) => (day > last ? day : last), date);
  const actions = lots.flatMap((lot, place) =>
    swap(given, lot, { date, boughtBack: back[place] ?? date, place }),
  );
  const byYear = difference(given, yearsOfPlan(of), yearsWith(given, [...of.plan, ...actions]));
  const cost = sum(
    actions.map((action) => ('fee' in action ? (action.fee ?? zeroMoney) : zeroMoney)),
    zeroMoney,
  );
  const savedToday = sum(
    byYear.map((year) => year.savedToday),
    zeroMoney,
  );
  return {
    kind,
    date,
    boughtBack,
    lots,
    gain,
    byYear,
    saved: sum(
      byYear.map((year) => year.saved),
      zeroMoney,
    ),
    savedToday,
    cost,
    net: subtract(savedToday, cost),
    later: laterTax(of, gain),
  };
}

const kept = new WeakMap<HarvestCase, TaxYears>();

/** The years of the plan alone. */
export function yearsOfPlan(of: HarvestCase): TaxYears {
  let years = kept.get(of);
  if (years === undefined) kept.set(of, (years = yearsWith(of.given, of.plan)));
  return years;
}

interface Swap {
  readonly date: LocalDate;
  readonly boughtBack: LocalDate;
  readonly place: number;
}

/** A sale and a purchase of as much, each with its fee and slippage. Rounds half-even. */
function swap(
  given: ExitCase,
  { lot, quantity, price }: HarvestLot,
  { date, boughtBack, place }: Swap,
): PlannedAction[] {
  const share = add(given.costs.spotFee, given.costs.spotSlippage);
  const back = given.book.priceOn(lot.asset, boughtBack) ?? price;
  const fee = (at: typeof price): Money => moneyTimes(valueOf(quantity, at, 'half-even'), share, 'half-even');
  return [
    { kind: 'sell', date, lot: lot.id, quantity, price, fee: fee(price) },
    {
      kind: 'buy',
      date: boughtBack,
      lot: `harvest:${dateText(date)}:${place}` as LotId,
      asset: lot.asset,
      quantity,
      price: back,
      fee: fee(back),
    },
  ];
}

function difference(given: ExitCase, without: TaxYears, withIt: TaxYears): HarvestYear[] {
  const current = yearOf(given.asOf);
  const before = new Map(without.years.map((year) => [year.input.year, year.assessment.totalTax]));
  return withIt.years.flatMap(({ input: { year }, assessment: { totalTax: taxWith }, jurisdiction }) => {
    const taxWithout = before.get(year);
    if (taxWithout === undefined || year < current || year > given.lastYear) return [];
    const saved = subtract(taxWithout, taxWith);
    const due = jurisdictions[jurisdiction].taxDue(year);
    return [{ year, due, taxWith, taxWithout, saved, savedToday: inTodaysMoney(given, saved, due) }];
  });
}

function laterTax(of: HarvestCase, gain: Money): Money {
  const last = yearsOfPlan(of).years.findLast(({ input }) => input.year <= of.given.lastYear);
  if (last === undefined) return zeroMoney;
  return moneyTimes(negate(gain), last.assessment.marginalRates.longTerm, 'half-even');
}
