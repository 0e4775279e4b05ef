/** priced schedule → what a saved plan keeps of each day: sales by lot, purchases, changes of hedges, with what each is expected to bring. */
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { SavedExitDay, SavedHedgeChange, SavedSale } from '../../../../shared/domain/exit-plan.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { add, isPositive, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion, moneyTimes, valueOf } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { compareDates, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { PlannedClosing } from '../../tax/jurisdictions/us/actions/planned-action.ts';
import type { TaxItem } from '../../tax/jurisdictions/us/straddles/straddle-years.ts';
import type { ExitCase } from '../exit-case.ts';
import type { ExitDay, ExitSale } from '../exit-schedule.ts';
import type { PricedSchedule } from '../priced-schedule.ts';
import { salesOf } from '../sales-of.ts';
import type { PlannedSaleResult } from '../sales-of.ts';
import { coinPrice } from '../schedule-actions.ts';
import type { FutureMove } from '../schedule-flows.ts';
import { closedAs } from './closed-as.ts';
import { saleTerms } from './sale-terms.ts';
import type { SaleOfTerm } from './sale-terms.ts';

/**
 * The days of a schedule on which something is done, each with prices of the case and results of the tax engine.
 * In: a schedule as `priceSchedule` priced it in the same case.
 * Out: a lot that lies in two accounts is sold from one after the other, in the order of the goal's lots.
 * Rounds as the tax engine does; a sale that is divided among accounts gives its last part what is left.
 */
export function savedDays(given: ExitCase, priced: PricedSchedule): readonly SavedExitDay[] {
  const sales = new SaleWalk(given, priced);
  return daysOf(priced)
    .map(({ date, sells, buys }): SavedExitDay => ({
      date,
      sells: sells.filter(({ quantity }) => isPositive(quantity)).flatMap((sale) => sales.take(sale, date)),
      buys: buys
        .filter(({ quantity }) => isPositive(quantity))
        .map(({ asset, quantity }) => {
          const price = coinPrice(given, asset, date);
          return { asset, quantity, price, fee: feeOf(given, valueOf(quantity, price, 'half-even')) };
        }),
      hedges: priced.flows.moves
        .filter((move) => move.date === date)
        .map((move) => hedgeChange(move, priced)),
    }))
    .filter(({ sells, buys, hedges }) => sells.length + buys.length + hedges.length > 0);
}

/** What each sale of a schedule is by lot, account and term, in the schedule's order. */
export function savedSales(given: ExitCase, priced: Carried): readonly (readonly SavedSale[])[] {
  const walk = new SaleWalk(given, priced);
  return priced.schedule.days.flatMap(({ date, sells }) => sells.map((sale) => walk.take(sale, date)));
}

/** Of a price, what its sales rest on. */
type Carried = Pick<PricedSchedule, 'schedule' | 'flows' | 'years'>;

/** The schedule's days, and those on which a contract is rolled. */
function daysOf({ schedule, flows }: PricedSchedule): readonly Omit<ExitDay, 'hedges'>[] {
  const known = new Set(schedule.days.map(({ date }) => date));
  const rolls = flows.moves.flatMap(({ date, move }) => (move === 'roll' && !known.has(date) ? [date] : []));
  return [...schedule.days, ...[...new Set(rolls)].map((date) => ({ date, sells: [], buys: [] }))].toSorted(
    (a, b) => compareDates(a.date, b.date),
  );
}

/** Sales of a schedule one after the other, as the tax engine made them of its actions. */
class SaleWalk {
  readonly #given: ExitCase;
  readonly #places: { readonly lot: LotId; readonly account: AccountId; left: Quantity }[];
  /** In the order of the schedule; null where nothing was left to sell. */
  readonly #sold: readonly ({ readonly name: string; readonly result: PlannedSaleResult } | null)[];
  readonly #items: ReadonlyMap<string | undefined, readonly TaxItem[]>;
  #taken = 0;

  constructor(given: ExitCase, priced: Carried) {
    this.#given = given;
    this.#places = given.goals.flatMap(({ lots }) =>
      lots.map(({ lot, account, quantity }) => ({ lot, account, left: quantity })),
    );
    const results = [...salesOf(given, priced.flows)];
    this.#sold = priced.flows.actions.flatMap((action, place) => {
      if (action.kind !== 'sell') return [];
      const [next] = results;
      if (next === undefined || next.lot !== action.lot || next.date !== action.date) return [null];
      results.shift();
      return [{ name: `planned/${place + 1}`, result: next }];
    });
    this.#items = Map.groupBy(
      priced.years.straddles.years.flatMap(({ items }) => items),
      ({ disposal }) => disposal,
    );
  }

  take({ lot }: ExitSale, date: LocalDate): SavedSale[] {
    const sold = this.#sold[this.#taken++] ?? null;
    if (sold === null) return [];
    const { result, name } = sold;
    const { asset, acquired } = result;
    const price = coinPrice(this.#given, asset, date);
    const parts = this.#partsOf(lot, result.quantity);
    const left = [...parts];
    return saleTerms(result, this.#items.get(name) ?? []).flatMap((ofTerm) =>
      dividedAmong(takeFront(left, ofTerm.quantity), ofTerm).map(({ account, ...part }) => {
        const fee = feeOf(this.#given, valueOf(part.quantity, price, 'half-even'));
        return { asset, account, lot, acquired, price, fee, term: ofTerm.term, ...part };
      }),
    );
  }

  #partsOf(lot: LotId, wanted: Quantity): Part[] {
    const parts: Part[] = [];
    let open = wanted;
    for (const place of this.#places) {
      if (place.lot !== lot || !isPositive(place.left) || !isPositive(open)) continue;
      const quantity = smaller(place.left, open);
      place.left = subtract(place.left, quantity);
      open = subtract(open, quantity);
      parts.push({ account: place.account, quantity });
    }
    return parts;
  }
}

interface Part {
  readonly account: AccountId;
  readonly quantity: Quantity;
}
type Amounts = Pick<SavedSale, 'proceeds' | 'costBasis' | 'counted' | 'waits'>;

/** Takes units off the front of a list of parts. */
function takeFront(parts: Part[], wanted: Quantity): Part[] {
  const taken: Part[] = [];
  let open = wanted;
  while (isPositive(open)) {
    const [first] = parts;
    if (first === undefined) break;
    const quantity = smaller(first.quantity, open);
    taken.push({ ...first, quantity });
    open = subtract(open, quantity);
    if (quantity === first.quantity) parts.shift();
    else parts[0] = { ...first, quantity: subtract(first.quantity, quantity) };
  }
  return taken;
}

/** Each part's share half-even, the last takes the rest. */
function dividedAmong(
  parts: readonly Part[],
  { quantity: whole, ...amounts }: SaleOfTerm,
): (Part & Amounts)[] {
  let left: Amounts = amounts;
  return parts.map((part, place) => {
    const isLast = place === parts.length - 1;
    const share = (all: Money, rest: Money): Money =>
      isLast ? rest : apportion(all, part.quantity, whole, 'half-even');
    const mine = eachAmount(amounts, left, share);
    left = eachAmount(left, mine, subtract);
    return { ...part, ...mine };
  });
}

function eachAmount(a: Amounts, b: Amounts, of: (a: Money, b: Money) => Money): Amounts {
  return {
    proceeds: of(a.proceeds, b.proceeds),
    costBasis: of(a.costBasis, b.costBasis),
    counted: { short: of(a.counted.short, b.counted.short), long: of(a.counted.long, b.counted.long) },
    waits: of(a.waits, b.waits),
  };
}

/** Fee and slippage, as the schedule's price has them. */
function feeOf({ costs }: ExitCase, value: Money): Money {
  return add(
    moneyTimes(value, costs.spotFee, 'half-even'),
    moneyTimes(value, costs.spotSlippage, 'half-even'),
  );
}

/** A roll closes and opens on its day; what the plan reduces on the same day is another change. */
function hedgeChange(
  { date, future, move, steps, stepsAfter, price }: FutureMove,
  { flows, years }: PricedSchedule,
): SavedHedgeChange {
  const { position } = future;
  const isRoll = move === 'roll';
  const isOurs = (id: string): boolean => id === position || id.startsWith(`${position}/roll`);
  const opened = flows.actions.flatMap((action) =>
    action.kind === 'open' && action.date === date && isOurs(action.position) ? [action] : [],
  );
  const next = opened.find((action) => action.position !== position);
  const closed = closingsOf(flows, date, isOurs, isRoll, next !== undefined);
  const trades = [...closed, ...opened.filter((action) => (action === next) === isRoll)];
  const results = years.facts.straddles.futures
    .filter(({ id }) => closed.some((action) => action.position === id))
    .flatMap((one) => {
      const ofDay = one.results.filter((result) => result.date === date);
      return isRoll ? ofDay.slice(-1) : next === undefined ? ofDay.slice(-1) : ofDay.slice(0, 1);
    });
  return {
    position,
    from: move === 'open' ? 0 : isRoll ? steps : stepsAfter + steps,
    to: isRoll ? steps : stepsAfter,
    price,
    result:
      results.length === 0 ? null : results.reduce((total, { amount }) => add(total, amount), zeroMoney),
    fee: trades.reduce<Money>((total, { fee }) => add(total, fee ?? zeroMoney), zeroMoney),
    closedAs: closedAs(
      years.straddles.years
        .filter(({ year }) => year === yearOf(date))
        .flatMap(({ items }) => items.filter(({ of }) => closed.some((action) => action.position === of))),
    ),
    roll:
      isRoll && next?.spec.expiry !== undefined && next.spec.expiry !== null
        ? { ends: next.spec.expiry, price: next.price }
        : null,
  };
}

/** The last closing of a day on which a position is rolled is the roll's. */
function closingsOf(
  { actions }: PricedSchedule['flows'],
  date: LocalDate,
  isOurs: (id: string) => boolean,
  isRoll: boolean,
  rolls: boolean,
): readonly PlannedClosing[] {
  const all = actions.flatMap((action) =>
    action.kind === 'close' && action.date === date && isOurs(action.position) ? [action] : [],
  );
  if (!rolls) return all;
  return isRoll ? all.slice(-1) : all.slice(0, -1);
}
