/** priced schedule → what a saved plan keeps of each day: sales by lot, purchases, changes of hedges, with what each is expected to bring. */
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { SavedExitDay, SavedHedgeChange, SavedSale } from '../../../../shared/domain/exit-plan.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { invariant } from '../../../../shared/invariant.ts';
import { add, isPositive, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion, moneyTimes, valueOf } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { LotLife } from '../../tax/jurisdictions/us/actions/action-book.ts';
import { lotSold } from '../../tax/jurisdictions/us/actions/lot-ahead.ts';
import type { PlannedSale } from '../../tax/jurisdictions/us/actions/planned-action.ts';
import type { ExitCase } from '../exit-case.ts';
import type { ExitSale } from '../exit-schedule.ts';
import type { PricedSchedule } from '../priced-schedule.ts';
import { coinPrice } from '../schedule-actions.ts';
import type { FutureMove } from '../schedule-flows.ts';

/**
 * The days of a schedule on which something is done, each with prices of the case and results of the tax engine.
 * In: a schedule as `priceSchedule` priced it in the same case.
 * Out: a lot that lies in two accounts is sold from one after the other, in the order of the goal's lots.
 * Rounds as the tax engine does; a sale that is divided among accounts gives its last part what is left.
 */
export function savedDays(given: ExitCase, priced: PricedSchedule): readonly SavedExitDay[] {
  const sales = new SaleWalk(given, priced);
  const { days } = priced.schedule;
  return days
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
        .filter((move) => move.date === date && move.move !== 'roll')
        .map((move) => hedgeChange(move, priced)),
    }))
    .filter(({ sells, buys, hedges }) => sells.length + buys.length + hedges.length > 0);
}

class SaleWalk {
  readonly #given: ExitCase;
  readonly #lives = new Map<LotId, LotLife>();
  readonly #places: { readonly lot: LotId; readonly account: AccountId; left: Quantity }[];
  /** Sales of the flows, in the order of the schedule: what the tax engine calls them. */
  readonly #names: readonly string[];
  readonly #turnedShort: ReadonlySet<string>;
  #taken = 0;

  constructor(given: ExitCase, priced: PricedSchedule) {
    this.#given = given;
    this.#places = given.goals.flatMap(({ lots }) =>
      lots.map(({ lot, account, quantity }) => ({ lot, account, left: quantity })),
    );
    this.#names = priced.flows.actions.flatMap(({ kind }, place) =>
      kind === 'sell' ? [`planned/${place + 1}`] : [],
    );
    this.#turnedShort = new Set(
      priced.years.straddles.years.flatMap(({ items }) =>
        items.flatMap(({ kind, character, disposal }) =>
          kind === 'term' && character === 'short' && disposal !== undefined ? [disposal] : [],
        ),
      ),
    );
  }

  take({ asset, lot, quantity }: ExitSale, date: LocalDate): SavedSale[] {
    const life = this.#lives.get(lot) ?? this.#given.book.lotOf(lot);
    invariant(life !== undefined, `the ledger has the lot ${lot}`);
    const price = coinPrice(this.#given, asset, date);
    const name = this.#names[this.#taken++] ?? '';
    const fee = feeOf(this.#given, valueOf(quantity, price, 'half-even'));
    const action: PlannedSale = { kind: 'sell', date, lot, quantity, price, fee };
    const sold = lotSold(life, action, name);
    if (sold === null) return [];
    this.#lives.set(lot, { ...life, lot: { ...life.lot, departures: [...life.lot.departures, sold] } });
    const term = this.#turnedShort.has(name) ? ('short' as const) : sold.term;
    const { acquired } = life.lot;
    const { proceeds, costBasis } = sold;
    const parts = this.#partsOf(lot, sold.quantity);
    return dividedAmong(parts, { proceeds, fee, costBasis }, sold.quantity).map(({ account, ...part }) => ({
      asset,
      account,
      lot,
      acquired,
      price,
      term,
      ...part,
    }));
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
interface Amounts {
  readonly proceeds: Money;
  readonly fee: Money;
  readonly costBasis: Money;
}

function dividedAmong(parts: readonly Part[], whole: Amounts, of: Quantity): (Part & Amounts)[] {
  let left = whole;
  return parts.map((part, place) => {
    const isLast = place === parts.length - 1;
    const share = (key: keyof Amounts): Money =>
      isLast ? left[key] : apportion(whole[key], part.quantity, of, 'half-even');
    const mine = { proceeds: share('proceeds'), fee: share('fee'), costBasis: share('costBasis') };
    left = {
      proceeds: subtract(left.proceeds, mine.proceeds),
      fee: subtract(left.fee, mine.fee),
      costBasis: subtract(left.costBasis, mine.costBasis),
    };
    return { ...part, ...mine };
  });
}

/** Fee and slippage, as the schedule's price has them. */
function feeOf({ costs }: ExitCase, value: Money): Money {
  return add(
    moneyTimes(value, costs.spotFee, 'half-even'),
    moneyTimes(value, costs.spotSlippage, 'half-even'),
  );
}

function hedgeChange(
  { date, future, move, steps, stepsAfter, price }: FutureMove,
  { flows, years }: PricedSchedule,
): SavedHedgeChange {
  const { position } = future;
  const isOurs = (id: string): boolean => id === position || id.startsWith(`${position}/roll`);
  const trades = flows.actions.flatMap((action) =>
    (action.kind === 'close' || action.kind === 'open') && action.date === date && isOurs(action.position)
      ? [action]
      : [],
  );
  const closed = new Set(trades.filter(({ kind }) => kind === 'close').map((action) => action.position));
  const results = years.facts.straddles.futures
    .filter(({ id }) => closed.has(id))
    .flatMap((one) => one.results.findLast((result) => result.date === date) ?? []);
  return {
    position,
    from: move === 'open' ? 0 : stepsAfter + steps,
    to: stepsAfter,
    price,
    result:
      results.length === 0 ? null : results.reduce((total, { amount }) => add(total, amount), zeroMoney),
    fee: trades.reduce<Money>((total, { fee }) => add(total, fee ?? zeroMoney), zeroMoney),
  };
}
