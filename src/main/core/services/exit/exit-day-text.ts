/** A day of a plan: what is sold, bought, opened and closed, in figures and in words. */
import type { z } from 'zod';
import type { exitPlanAnswer } from '../../../../shared/contract/exit-calls.ts';
import { add, isPositive, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitGoal } from '../../../engine/exit/exit-case.ts';
import { wantedOf } from '../../../engine/exit/exposure-after.ts';
import type { ExposureAfter, PricedSchedule } from '../../../engine/exit/priced-schedule.ts';
import { salesOf } from '../../../engine/exit/sales-of.ts';
import type { PlannedSaleResult } from '../../../engine/exit/sales-of.ts';
import type { FutureMove, ScheduleFlows } from '../../../engine/exit/schedule-flows.ts';
import { times } from '../../../engine/exit/times.ts';
import { listText, moneyText, quantityText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import type { ExitSetup } from './exit-setup.ts';

type DayText = z.output<typeof exitPlanAnswer>['days'][number];
type SaleText = DayText['sells'][number];
type MoveText = DayText['hedges'][number];

/** What is traded on a day of a schedule, a sentence each: futures closed and rolled, coins, futures opened. */
export function tradeWords(setup: ExitSetup, flows: ScheduleFlows, date: LocalDate): string[] {
  const moved = flows.moves.filter((move) => move.date === date);
  const sold = salesOf(setup, flows).filter((sale) => sale.date === date);
  return [
    ...moved.filter(({ move }) => move !== 'open').map(moveWords),
    ...soldWords(sold, setup.currency),
    ...flows.actions.flatMap((action) =>
      action.kind === 'buy' && action.date === date
        ? [`Buy ${quantityText(action.quantity, action.asset)}.`]
        : [],
    ),
    ...moved.filter(({ move }) => move === 'open').map(moveWords),
  ];
}

/** Every day on which something is done, rolls between the plan's own days among them. */
export function daysText(setup: ExitSetup, priced: PricedSchedule, derived: Derived): DayText[] {
  const sales = Map.groupBy(salesOf(setup, priced.flows), ({ date }) => date);
  const moves = Map.groupBy(priced.flows.moves, ({ date }) => date);
  const exposure = Map.groupBy(priced.exposure, ({ date }) => date);
  const why = new Map(setup.dates.map((one) => [one.date, one.why]));
  const dates = new Set<LocalDate>([...priced.schedule.days.map(({ date }) => date), ...moves.keys()]);
  let latest: readonly ExposureAfter[] = [];
  return [...dates]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .flatMap((date): DayText[] => {
      latest = exposure.get(date) ?? latest;
      const sold = sales.get(date) ?? [];
      const moved = moves.get(date) ?? [];
      const buys = purchasesOf(setup, priced, date);
      if (sold.length === 0 && moved.length === 0 && buys.length === 0) return [];
      return [
        {
          date: dateText(date),
          why: [...(why.get(date) ?? ['a contract is rolled before it ends'])],
          words: tradeWords(setup, priced.flows, date),
          sells: sold.map((sale) => saleText(sale, setup, derived)),
          buys,
          hedges: moved.map(moveText),
          exposure: latest.flatMap((one) => exposureText(one, setup)),
        },
      ];
    });
}

function saleText(sale: PlannedSaleResult, { goals }: ExitSetup, { accountName }: Derived): SaleText {
  const accounts = goals
    .filter(({ asset }) => asset === sale.asset)
    .flatMap(({ lots }) => lots.filter(({ lot }) => lot === sale.lot).map(({ account }) => account));
  return {
    asset: sale.asset,
    lot: sale.lot,
    acquiredDate: dateText(sale.acquired),
    accountName: listText([...new Set(accounts)].map(accountName)),
    quantity: toText(sale.quantity),
    proceeds: toText(sale.proceeds),
    costBasis: toText(sale.costBasis),
    gain: toText(subtract(sale.proceeds, sale.costBasis)),
    term: sale.term,
  };
}

function purchasesOf({ book }: ExitSetup, { flows }: PricedSchedule, date: LocalDate): DayText['buys'] {
  return flows.actions.flatMap((action) => {
    if (action.kind !== 'buy' || action.date !== date) return [];
    const price = book.priceOn(action.asset, date) ?? action.price;
    const cost = add(valueOf(action.quantity, price, 'half-even'), action.fee ?? zeroMoney);
    return [{ asset: action.asset, quantity: toText(action.quantity), cost: toText(cost) }];
  });
}

function moveText({ future, move, steps, stepsAfter, price }: FutureMove): MoveText {
  const { position, asset, terms, side, coinsPerStep } = future;
  return {
    position,
    asset,
    contract: terms.id,
    contractName: terms.name,
    side,
    move,
    steps,
    stepsAfter,
    quantity: toText(times(terms.quantityStep, steps)),
    coins: toText(times(coinsPerStep, steps)),
    coinsAfter: toText(times(coinsPerStep, stepsAfter)),
    price: toText(price),
  };
}

function moveWords({ future, move, steps, stepsAfter }: FutureMove): string {
  const { terms, side, coinsPerStep, asset } = future;
  const amount = quantityText(times(terms.quantityStep, steps), unitOf(terms.quantityUnit, asset));
  const coins = quantityText(times(coinsPerStep, steps), asset);
  const what = `${amount} of ${terms.symbol} ${side} (${coins})`;
  switch (move) {
    case 'open':
      return `Open ${what}.`;
    case 'roll':
      return `Roll ${what} into the contract that ends three months later.`;
    case 'close':
      return `Close ${what}; nothing of it stays open.`;
    case 'reduce':
      return `Close ${what}; ${quantityText(times(coinsPerStep, stepsAfter), asset)} stay hedged.`;
  }
}

function unitOf(unit: 'contracts' | 'base' | 'quote', asset: string): string {
  return unit === 'contracts' ? 'contracts' : unit === 'base' ? asset : 'of quote money';
}

const MOST_LOTS_NAMED = 3;

function soldWords(sales: readonly PlannedSaleResult[], currency: string): string[] {
  const byAsset = Map.groupBy(sales, ({ asset }) => asset);
  return [...byAsset].map(([asset, own]) => {
    const total = sum(
      own.map(({ quantity }) => quantity),
      zeroQuantity,
    );
    const gain = sum(
      own.map(({ proceeds, costBasis }) => subtract(proceeds, costBasis)),
      zeroMoney,
    );
    const lots =
      own.length > MOST_LOTS_NAMED
        ? `${own.length} lots`
        : listText(
            own.map(({ quantity, acquired }) => `${quantityText(quantity, asset)} of ${dateText(acquired)}`),
          );
    return `Sell ${quantityText(total, asset)} (${lots}): ${gainWords(gain, currency)}.`;
  });
}

function gainWords(gain: Money, currency: string): string {
  return gain < zeroMoney
    ? `a loss of ${moneyText(negate(gain), currency)}`
    : `a gain of ${moneyText(gain, currency)}`;
}

function exposureText(
  { asset, spot, futures, coins }: ExposureAfter,
  { goals }: ExitSetup,
): DayText['exposure'] {
  const goal = goals.find((one) => one.asset === asset);
  return goal === undefined
    ? []
    : [
        {
          asset,
          spot: toText(spot),
          futures: toText(futures),
          net: toText(coins),
          wanted: toText(wantedOf(goal)),
          tolerance: toText(goal.tolerance),
        },
      ];
}

/** "Sell 0.8 BTC on 2027-01-04 and buy 3 ETH on 2 days from 2026-11-20 to 2027-01-04; hedged with MBT until 2027-01-04." */
export function planSentence(goals: readonly ExitGoal[], { schedule, flows }: PricedSchedule): string {
  const trades = goals.map((goal) => {
    const isSale = isPositive(goal.sell);
    const side = isSale ? 'sells' : 'buys';
    const days = schedule.days.filter((day) => day[side].some(({ asset }) => asset === goal.asset));
    const amount = quantityText(isSale ? goal.sell : goal.buy, goal.asset);
    return `${isSale ? 'sell' : 'buy'} ${amount} ${daysWords(days.map(({ date }) => date))}`;
  });
  const held = flows.moves.filter(
    ({ move, stepsAfter, future }) => stepsAfter > 0 || (move === 'close' && future.isOpen),
  );
  const hedges = [...Map.groupBy(held, ({ future }) => future)].flatMap(([future]) => {
    const last = flows.moves.findLast((one) => one.future === future && one.move === 'close')?.date;
    return last === undefined ? [] : [`${future.terms.symbol} until ${dateText(last)}`];
  });
  const hedged = hedges.length === 0 ? '' : `; hedged with ${listText(hedges)}`;
  const text = `${listText(trades)}${hedged}.`;
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function daysWords(dates: readonly LocalDate[]): string {
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return 'on no day';
  return dates.length <= 2
    ? `on ${listText(dates.map(dateText))}`
    : `on ${dates.length} days from ${dateText(first)} to ${dateText(last)}`;
}
