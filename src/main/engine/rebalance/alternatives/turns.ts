/** What decides between selling now and the hedge: how much of each assumption it takes to turn the answer round. */
import type { Trace } from '../../../../shared/domain/trace.ts';
import { isNegative, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { moneyTimes, ratio } from '../../../../shared/num/products.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import type { Money, Rate } from '../../../../shared/num/types.ts';
import { zeroRate } from '../../../../shared/num/types.ts';
import { addDays, dateText, daysBetween, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { leaf, node } from '../../explain/trace-nodes.ts';
import { yearsWithout } from '../../exit/exit-years.ts';
import { priceSchedule } from '../../exit/price-schedule.ts';
import type { ExitCase } from '../../exit/exit-case.ts';
import { moneyText, percentText } from '../../words.ts';
import type { AlternativesCase, AlternativesTools, HedgeExit, PricedWay } from './alternatives-case.ts';
import { firstTurn } from './bisect.ts';
import { carryAt } from './carry-at.ts';
import { hedgedUntil } from './schedules.ts';
import { cheapest } from './ways.ts';
import { withIncome } from './with-income.ts';

interface Turn {
  /** A whole sentence. */
  readonly words: string;
  /** The two costs where they meet; null where they do not. */
  readonly trace: Trace | null;
}

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

export interface Decides {
  /** Cost of selling now less cost of the hedge. */
  readonly difference: Money;
  readonly funding: Turn & { readonly at: Rate | null };
  readonly date: Turn & { readonly at: LocalDate | null };
  readonly price: Turn & { readonly fall: Rate | null; readonly rise: Rate | null };
  readonly rates: readonly RateTurn[];
}

interface Question {
  readonly given: AlternativesCase;
  readonly tools: AlternativesTools;
  readonly selling: PricedWay;
  readonly hedging: PricedWay;
  readonly exits: readonly HedgeExit[];
}

const STEPS = 5;

/** In: both ways, priced. Each answer keeps the two schedules as they are and changes one assumption. */
export async function turnsOf(question: Question): Promise<Decides> {
  const { tools, selling, hedging } = question;
  const step = (done: number): void => tools.progress('What decides', done, STEPS);
  step(0);
  const funding = await fundingTurn(question);
  step(1);
  const date = await dateTurn(question);
  step(2);
  const price = await priceTurn(question);
  step(3);
  const rates = await rateTurns(question);
  step(STEPS);
  const difference = subtract(selling.priced.cost, hedging.priced.cost);
  return { difference, funding, date, price, rates };
}

/** What a case with something changed says of both schedules. */
async function bothAt(
  { tools, selling, hedging }: Question,
  changed: ExitCase,
): Promise<{ readonly sell: Money; readonly hedge: Money }> {
  const sell = priceSchedule(changed, selling.priced.schedule).cost;
  const hedge = priceSchedule(changed, hedging.priced.schedule).cost;
  await tools.pause();
  return { sell, hedge };
}

async function differenceAt(question: Question, changed: ExitCase): Promise<Money> {
  const { sell, hedge } = await bothAt(question, changed);
  return subtract(sell, hedge);
}

async function meetingTrace(question: Question, changed: ExitCase, label: string): Promise<Trace> {
  const { sell, hedge } = await bothAt(question, changed);
  const unit = changed.currency;
  return node(label, subtract(sell, hedge), unit, 'difference', [
    leaf('Cost of selling now, in today’s money', sell, unit),
    leaf('Cost of the hedge, in today’s money', hedge, unit),
  ]);
}

const FUNDING_RANGE = ['-1', '-0.5', '-0.2', '0', '0.2', '0.5', '1', '2'].map((text) => rate(text));
const FUNDING_WITHIN = rate('0.00001');

async function fundingTurn(question: Question): Promise<Decides['funding']> {
  const { exit } = question.given;
  const caseAt = (at: Rate): ExitCase => carryAt(exit, at);
  const at = await firstTurn(
    async (x) => await differenceAt(question, caseAt(x)),
    FUNDING_RANGE,
    FUNDING_WITHIN,
  );
  if (at === null) {
    const words = `No yearly carry between ${percentText(rate('-1'))} and ${percentText(rate('2'))} of the notional turns the answer round.`;
    return { at, words, trace: null };
  }
  const shown = roundTo(at, 4, 'half-even');
  const side = isNegative(shown)
    ? `the short has to receive at least ${percentText(negate(shown))} of the notional a year`
    : `the short may pay up to ${percentText(shown)} of the notional a year`;
  return {
    at,
    words: `For the hedge to be the cheaper way ${side} (and a long the reverse).`,
    trace: await meetingTrace(
      question,
      caseAt(at),
      `Selling less hedging at a carry of ${percentText(shown)} a year`,
    ),
  };
}

/** The last day on which leaving the hedge costs less than selling now, found between the days that were priced. */
async function dateTurn(question: Question): Promise<Decides['date']> {
  const { exits, selling, given, tools } = question;
  const { cost } = selling.priced;
  const last = exits.findLastIndex((one) => one.cost < cost);
  const cheaper = exits[last];
  if (cheaper === undefined)
    return {
      at: null,
      words: 'On no day of the plan is leaving the hedge cheaper than selling now.',
      trace: null,
    };
  const after = exits[last + 1];
  if (after === undefined)
    return {
      at: null,
      words: `Leaving the hedge is cheaper than selling now up to the last day that was tried, ${dateText(cheaper.date)}.`,
      trace: null,
    };
  let [from, to, costThen] = [cheaper.date, after.date, cheaper.cost];
  while (daysBetween(from, to) > 1) {
    const middle = addDays(from, Math.floor(daysBetween(from, to) / 2));
    const exit = withDay(given.exit, middle);
    const priced = await cheapest(exit, hedgedUntil(exit, middle), tools);
    if (priced !== null && priced.cost < cost) [from, costThen] = [middle, priced.cost];
    else to = middle;
  }
  const unit = given.exit.currency;
  return {
    at: from,
    words: `Leaving the hedge is cheaper than selling now until ${dateText(from)}, and no longer after it.`,
    trace: node(
      `Selling less hedging until ${dateText(from)}`,
      subtract(cost, costThen),
      unit,
      'difference',
      [
        leaf('Cost of selling now, in today’s money', cost, unit),
        leaf('Cost of the hedge, in today’s money', costThen, unit),
      ],
    ),
  };
}

function withDay(exit: ExitCase, date: LocalDate): ExitCase {
  if (exit.dates.some((one) => one.date === date)) return exit;
  const dates = [...exit.dates, { date, why: [] }].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return { ...exit, dates };
}

const FALLS = ['0', '-0.1', '-0.3', '-0.5', '-0.7', '-0.9'].map((text) => rate(text));
const RISES = ['0', '0.1', '0.3', '0.6', '1', '2', '4'].map((text) => rate(text));
const PRICE_WITHIN = rate('0.001');

async function priceTurn(question: Question): Promise<Decides['price']> {
  const { given } = question;
  const caseAt = (change: Rate): ExitCase => ({ ...given.exit, book: given.bookAt(change) });
  const at = async (x: Rate): Promise<Money> => await differenceAt(question, caseAt(x));
  const fall = await firstTurn(at, FALLS, PRICE_WITHIN);
  const rise = await firstTurn(at, RISES, PRICE_WITHIN);
  const nearest = fall ?? rise;
  const day = dateText(given.horizon);
  const said = [
    ...(fall === null ? [] : [`a fall of all prices by ${percentText(negate(fall))}`]),
    ...(rise === null ? [] : [`a rise by ${percentText(rise)}`]),
  ];
  return {
    fall,
    rise,
    words:
      said.length === 0
        ? `No fall of up to 90 % and no rise of up to 400 % by ${day} turns the answer round.`
        : `The answer turns round with ${said.join(' or ')} by ${day}: there the taxes on coins and futures make both cost the same.`,
    trace:
      nearest === null
        ? null
        : await meetingTrace(
            question,
            caseAt(nearest),
            `Selling less hedging where prices change by ${percentText(nearest)}`,
          ),
  };
}

async function rateTurns(question: Question): Promise<readonly RateTurn[]> {
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

async function rateTurn(question: Question, year: number, which: RateTurn['which']): Promise<RateTurn> {
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
  const at = async (x: Rate): Promise<Money> => await differenceAt(question, caseAt(x));
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
      words: `No ordinary income of ${year} up to ${moneyText(money('900000'), exit.currency)} turns the answer round: the ordinary rate of ${year}${nowWords} does not decide.`,
      trace: null,
    };
  const income = incomeOf(turn);
  const rateThere = ordinaryRate(caseAt(turn), year);
  const isLower = turn < thousands;
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
    words: `The answer turns round with an ordinary income of ${moneyText(income, exit.currency)} or ${isLower ? 'less' : 'more'} in ${year}.${rates}`,
    trace: await meetingTrace(
      question,
      caseAt(turn),
      `Selling less hedging at an ordinary income of ${moneyText(income, exit.currency)} in ${year}`,
    ),
  };
}

function asThousands(income: Money): Rate {
  return ratio(income, THOUSAND, 'half-even');
}

/** What the next 1 000 of ordinary income costs in a year with nothing planned; null where the year is not assessed. */
export function ordinaryRate(exit: ExitCase, year: number): Rate | null {
  const { years } = yearsWithout(exit);
  return years.find(({ assessment }) => assessment.year === year)?.assessment.marginalRates.ordinary ?? null;
}
