import { add } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import { moneyTimes, ratio } from '../../../../shared/num/products.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { zeroRate } from '../../../../shared/num/types.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import type { ExitCase } from '../../exit/exit-case.ts';
import type { ExitSchedule } from '../../exit/exit-schedule.ts';
import { yearsWithout } from '../../exit/exit-years.ts';
import { priceSchedule } from '../../exit/price-schedule.ts';
import type { PricedSchedule } from '../../exit/priced-schedule.ts';
import { taxYearsOf } from '../../tax/tax-years.ts';
import { moneyText, percentText } from '../../words.ts';
import { firstTurn } from './bisect.ts';
import { costsToday, taxToday } from './full-cost.ts';
import { QUICK_ORDERS, hedgedUntil, sellingNow } from './schedules.ts';
import { cheapestOf, differenceOf, exitsAtStake, meetingTrace } from './turn-question.ts';
import type { CostsAt, CostsOfBoth, Turn, TurnQuestion } from './turn-question.ts';
import { withIncome } from './with-income.ts';

export interface RateTurn extends Turn {
  readonly year: number;
  readonly which: 'this-year' | 'exit-year';
  /** The ordinary rate at which the answer turns; null: at none that the incomes tried reach. */
  readonly at: Rate | null;
  /** The ordinary income that it belongs to. */
  readonly income: Money | null;
  /** The ordinary rate as the tax details have it. */
  readonly now: Rate | null;
}

/** How much ordinary income, and so which ordinary rate, of this year and of the exit's makes both ways cost the same. */
export async function rateTurns(question: TurnQuestion): Promise<readonly RateTurn[]> {
  const { given, hedging } = question;
  const thisYear = yearOf(given.exit.asOf);
  const exitDay = hedging.priced.schedule.days.at(-1)?.date ?? given.exit.asOf;
  const exitYear = yearOf(exitDay);
  const years: readonly (readonly [number, RateTurn['which']])[] = [
    [thisYear, 'this-year'],
    ...(exitYear === thisYear ? [] : [[exitYear, 'exit-year'] as const]),
  ];
  const found: RateTurn[] = [];
  for (const [year, which] of years) found.push(await rateTurn(question, year, which));
  return found;
}

/** Incomes that are tried, in thousands: from nothing to beyond the highest bracket of every status. */
const INCOMES = ['0', '20', '40', '70', '110', '160', '220', '300', '420', '600', '900'].map((text) =>
  rate(text),
);
const INCOME_WITHIN = rate('0.25');
const THOUSAND = money('1000');

async function rateTurn(question: TurnQuestion, year: number, which: RateTurn['which']): Promise<RateTurn> {
  const { given } = question;
  const { exit } = given;
  const incomeOf = (thousands: Rate): Money => moneyTimes(THOUSAND, thousands, 'half-even');
  const caseAt = (thousands: Rate): ExitCase => ({
    ...exit,
    profile: withIncome(exit.profile, year, incomeOf(thousands)),
  });
  const now = ordinaryRate(exit, year);
  const own = exit.profile.years.toSorted((a, b) => a.year - b.year).findLast((one) => one.year <= year);
  const thousands = own === undefined ? zeroRate : asThousands(own.ordinaryIncome);
  const costsAt = costsByTax(question, caseAt);
  const at = differenceOf(costsAt);
  // Downwards and upwards from the income as it is: the nearest turn is the one that may happen.
  const down = [thousands, ...INCOMES.filter((one) => one < thousands).toReversed()];
  const up = [thousands, ...INCOMES.filter((one) => one > thousands)];
  const turn = (await firstTurn(at, down, INCOME_WITHIN)) ?? (await firstTurn(at, up, INCOME_WITHIN));
  const nowWords = now === null ? '' : ` (now ${percentText(now)})`;
  if (turn === null)
    return {
      year,
      which,
      at: null,
      income: null,
      now,
      words: `None of the ordinary incomes of ${year} up to ${moneyText(money('900000'), exit.currency)} that were tried turns the answer round: the ordinary rate of ${year}${nowWords} does not seem to decide.`,
      trace: null,
    };
  const isLower = turn < thousands;
  // To the hundred on the side that has turned: more than the search can tell would be no more true.
  const shown = roundTo(turn, 1, isLower ? 'down' : 'up');
  const income = incomeOf(shown);
  const changed = caseAt(shown);
  const rateThere = ordinaryRate(changed, year);
  const rates =
    rateThere === null
      ? ''
      : rateThere === now
        ? ` The ordinary rate is ${percentText(rateThere)} there as now: what turns it is the tax on gains, which rises with income too.`
        : ` The ordinary rate is ${percentText(rateThere)} there${nowWords}.`;
  return {
    year,
    which,
    at: rateThere,
    income,
    now,
    words: `The answer turns round with an ordinary income of about ${moneyText(income, exit.currency)} or ${isLower ? 'less' : 'more'} in ${year}, lots and the day of leaving the hedge chosen anew.${rates}`,
    trace: meetingTrace(
      await costsAt(shown),
      taxToday(changed, yearsWithout(changed)),
      `Selling less hedging at an ordinary income of ${moneyText(income, exit.currency)} in ${year}`,
      exit.currency,
    ),
  };
}

function asThousands(income: Money): Rate {
  return ratio(income, THOUSAND, 'half-even');
}

/** What the next 1 000 of ordinary income costs in a year with nothing planned; null where the year is not assessed. */
function ordinaryRate(exit: ExitCase, year: number): Rate | null {
  const { years } = yearsWithout(exit);
  return years.find(({ assessment }) => assessment.year === year)?.assessment.marginalRates.ordinary ?? null;
}

/**
 * Both ways chosen anew for another income: orders of lots by its rates among them. What a schedule does to the ledger does not depend
 * on income: it is carried out once, and assessed anew each time.
 */
function costsByTax(question: TurnQuestion, caseAt: (at: Rate) => ExitCase): CostsAt {
  const { given, tools, selling, hedging } = question;
  const days = exitsAtStake(question).map(({ date }) => date);
  const done = new Map<string, PricedSchedule>();
  const pricedOf = (schedule: ExitSchedule): PricedSchedule => {
    const key = keyOf(schedule);
    let priced = done.get(key);
    if (priced === undefined) done.set(key, (priced = priceSchedule(given.exit, schedule)));
    return priced;
  };
  for (const { priced } of [selling, hedging]) done.set(keyOf(priced.schedule), priced);
  const costOf = (changed: ExitCase, { years: { facts }, flows }: PricedSchedule): Money => {
    const { profile, asOf, lastYear } = changed;
    const years = taxYearsOf({ profile, facts, currentYear: yearOf(asOf), lastYear });
    return add(costsToday(changed, flows), taxToday(changed, years));
  };
  const known = new Map<Rate, CostsOfBoth>();
  return async (at) => {
    let found = known.get(at);
    if (found !== undefined) return found;
    const changed = caseAt(at);
    const least = async (schedules: readonly ExitSchedule[]): Promise<Money> => {
      const costs: Money[] = [];
      for (const priced of new Set(schedules.map(pricedOf))) {
        costs.push(costOf(changed, priced));
        await tools.pause();
      }
      return cheapestOf(costs);
    };
    const sell = await least([selling.priced.schedule, ...sellingNow(changed)]);
    const later = days.flatMap((date) => hedgedUntil(changed, date, QUICK_ORDERS));
    const hedge = await least([hedging.priced.schedule, ...later]);
    known.set(at, (found = { sell, hedge }));
    return found;
  };
}

function keyOf({ regime, days }: ExitSchedule): string {
  const parts = days.map(({ date, sells }) => [
    dateText(date),
    ...sells.map(({ lot, quantity }) => `${lot}=${toText(quantity)}`),
  ]);
  return [regime ?? '', ...parts].join(';');
}
