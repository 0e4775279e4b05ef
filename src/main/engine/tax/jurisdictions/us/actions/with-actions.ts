/**
 * facts of today + actions ahead → facts as they would stand at the end of the last year.
 *
 * sells → departures of lots and plain sums of their year; opens, closes, payments → futures with results and year ends;
 * openings → offsets, closings end them; prices after today → assumed ones.
 */
import type { Issue } from '../../../../../../shared/domain/issue.ts';
import type { LotId } from '../../../../../../shared/domain/lot.ts';
import { add, compare, subtract } from '../../../../../../shared/num/arithmetic.ts';
import { apportion } from '../../../../../../shared/num/products.ts';
import { toText } from '../../../../../../shared/num/format.ts';
import { zeroMoney, zeroQuantity } from '../../../../../../shared/num/types.ts';
import type { Quantity } from '../../../../../../shared/num/types.ts';
import {
  compareDates,
  dateText,
  lastBusinessDayOfYear,
  lastDayOfYear,
  yearOf,
} from '../../../../../../shared/time/local-date.ts';
import { issueOf } from '../../../../issue-of.ts';
import { emptyDisposedYear } from '../../../../lots/realised-by-year.ts';
import type { DisposedYear } from '../../../../lots/realised-by-year.ts';
import type { LotDeparture, Offset, StraddleLot, TaxPositionId } from '../straddles/straddle-case.ts';
import { trustShareOf } from '../straddles/trust-shares.ts';
import type { UsFacts } from '../us-facts.ts';
import type { ActionBook, LotLife } from './action-book.ts';
import { OffsetsAhead } from './offsets-ahead.ts';
import { futureClosed, futureOfLedger, futureOpened, futurePaid, yearEndsAhead } from './future-ahead.ts';
import type { FutureAhead } from './future-ahead.ts';
import { lotBought, lotSold } from './lot-ahead.ts';
import type {
  PlannedAction,
  PlannedClosing,
  PlannedOpening,
  PlannedPayment,
  PlannedPurchase,
  PlannedSale,
} from './planned-action.ts';

/**
 * The facts with actions carried out and open positions marked at assumed prices up to the end of `lastYear`.
 *
 * In: actions dated on or after the facts' `asOf` (sorted here by day; those of one day stay in order). Prices after
 * `asOf` are the book's, until then the facts'. Without actions: the same ledger, left alone until `lastYear`.
 * Out: `straddles.asOf` is the end of `lastYear`, so that every year on the way is assessed as one that has ended. A lot
 * that an opening offsets becomes part of the case with its whole life; a lot that no futures position ever touched stays
 * in the plain sums alone. Departures of planned sales are named "planned/<n>" in the order of the actions given.
 * An offset ends when its short is closed or its long is sold out; of a close of a part see `OffsetsAhead`.
 * Rounds: products and shares half-even to 18 decimals; the last part takes the rest.
 * Issues: `tax/planned-more-than-held` (sold as far as it goes), `tax/planned-not-open` (nothing happens),
 * `tax/planned-no-price` (a position that is left unmarked, or not closed).
 */
export function withActions(
  facts: UsFacts,
  actions: readonly PlannedAction[],
  book: ActionBook,
  lastYear: number,
): UsFacts {
  const walk = new ActionWalk(facts, book);
  const dated = actions
    .map((action, place) => ({ action, place }))
    .toSorted((a, b) => compareDates(a.action.date, b.action.date) || a.place - b.place);
  for (const { action, place } of dated) walk.take(action, `planned/${place + 1}`);
  return walk.facts(Math.max(lastYear, facts.straddles.lastYear));
}

class ActionWalk {
  readonly #facts: UsFacts;
  readonly #book: ActionBook;
  /** Lots of the case, and those that an opening touches. */
  readonly #inCase: Map<LotId, StraddleLot>;
  readonly #lives = new Map<LotId, LotLife>();
  readonly #futures = new Map<TaxPositionId, FutureAhead>();
  readonly #disposed: Map<number, DisposedYear>;
  readonly #issues: Issue[] = [];
  readonly #offsets: OffsetsAhead;

  constructor(facts: UsFacts, book: ActionBook) {
    this.#facts = facts;
    this.#book = book;
    this.#inCase = new Map(facts.straddles.lots.map((lot) => [lot.id, lot]));
    this.#disposed = new Map(facts.disposed.map((year) => [year.year, year]));
    this.#offsets = new OffsetsAhead(facts.straddles, (of) => this.#assetOf(of));
    for (const future of facts.straddles.futures) {
      const stretch = future.closed === null ? facts.stretches.get(future.id) : undefined;
      const ahead = stretch === undefined ? null : futureOfLedger(stretch, future);
      if (ahead !== null) this.#futures.set(future.id, ahead);
    }
  }

  take(action: PlannedAction, id: string): void {
    switch (action.kind) {
      case 'sell':
        return this.#sell(action, id);
      case 'buy':
        return this.#buy(action);
      case 'open':
        return this.#open(action);
      case 'close':
        return this.#close(action);
      case 'pay':
        return this.#pay(action);
    }
  }

  facts(lastYear: number): UsFacts {
    const { straddles } = this.#facts;
    const span = { asOf: straddles.asOf, lastYear };
    const futures = straddles.futures.map((future) => {
      const ahead = this.#futures.get(future.id);
      return ahead === undefined ? future : this.#marked(ahead, span);
    });
    const known = new Set(straddles.futures.map(({ id }) => id));
    const opened = [...this.#futures.values()].filter(({ future }) => !known.has(future.id));
    const carried = [...this.#futures.values()].flatMap((ahead) => ahead.carried);
    return {
      ...this.#facts,
      disposed: [...this.#disposed.values()].toSorted((a, b) => a.year - b.year),
      straddles: {
        ...straddles,
        lots: [...this.#inCase.values()],
        futures: [...futures, ...opened.map((ahead) => this.#marked(ahead, span))],
        offsets: this.#offsets.all,
        carryingCosts:
          carried.length === 0
            ? straddles.carryingCosts
            : [...straddles.carryingCosts, ...carried].toSorted((a, b) => compareDates(a.date, b.date)),
        lastYear,
        asOf: lastDayOfYear(lastYear),
        priceOn: (asset, date) =>
          date <= span.asOf ? straddles.priceOn(asset, date) : this.#book.priceOn(asset, date),
      },
      issues: [...this.#facts.issues, ...this.#issues],
    };
  }

  #marked(
    ahead: FutureAhead,
    span: { asOf: UsFacts['straddles']['asOf']; lastYear: number },
  ): FutureAhead['future'] {
    const { yearEnds, missing } = yearEndsAhead(ahead, span, this.#book);
    const [first] = missing;
    if (first !== undefined) {
      const values = { contract: ahead.spec.symbol, date: dateText(first) };
      this.#issues.push(issueOf('tax/planned-no-price', 'warning', values, { asset: ahead.future.asset }));
    }
    // What stood for the end of the running year as of today gives way to what is assumed for that day.
    const ended = ahead.future.yearEnds.filter(({ year }) => lastBusinessDayOfYear(year) <= span.asOf);
    return { ...ahead.future, yearEnds: [...ended, ...yearEnds] };
  }

  #lifeOf(lot: LotId): LotLife | undefined {
    let life = this.#lives.get(lot);
    if (life !== undefined) return life;
    life = this.#book.lotOf(lot);
    const inCase = this.#inCase.get(lot);
    if (life !== undefined && inCase !== undefined) life = { ...life, lot: inCase };
    if (life !== undefined) this.#lives.set(lot, life);
    return life;
  }

  /** Where wash-sale or constructive-sale rules reach the coin, every lot of it is part of the case: purchases ahead, too. */
  #buy(action: PlannedPurchase): void {
    const life = lotBought(action);
    this.#lives.set(action.lot, life);
    const { washSalesFrom, constructiveSalesFrom } = this.#facts.straddles.elections;
    const isReached = washSalesFrom !== null || constructiveSalesFrom !== null;
    if (isReached || trustShareOf(action.asset) !== undefined) this.#inCase.set(action.lot, life.lot);
  }

  #sell(action: PlannedSale, id: string): void {
    const life = this.#lifeOf(action.lot);
    const left = life === undefined ? null : lotSold(life, action, id);
    if (left === null || left.quantity < action.quantity) {
      const quantity = toText(subtract(action.quantity, left?.quantity ?? zeroQuantity));
      const values = { lot: action.lot, quantity, date: dateText(action.date) };
      this.#issues.push(issueOf('tax/planned-more-than-held', 'warning', values));
    }
    if (life === undefined || left === null) return;
    const lot = { ...life.lot, departures: [...life.lot.departures, left] };
    this.#lives.set(action.lot, { ...life, lot });
    if (this.#inCase.has(action.lot)) this.#inCase.set(action.lot, lot);
    this.#count(left);
    this.#offsets.sold(lot.id, left.quantity, isSoldOut(lot), action.date);
  }

  #count({ date, proceeds, costBasis, term }: LotDeparture): void {
    const year = yearOf(date);
    const sums = this.#disposed.get(year) ?? emptyDisposedYear(year);
    const gain = subtract(proceeds, costBasis);
    this.#disposed.set(year, {
      ...sums,
      proceeds: add(sums.proceeds, proceeds),
      costBasis: add(sums.costBasis, costBasis),
      shortTermGain: add(sums.shortTermGain, term === 'short' ? gain : zeroMoney),
      longTermGain: add(sums.longTermGain, term === 'long' ? gain : zeroMoney),
    });
  }

  #open(action: PlannedOpening): void {
    this.#futures.set(action.position, futureOpened(action, this.#facts.straddles.elections.funding));
    for (const { long } of action.offsets) {
      const life = this.#lifeOf(long as LotId);
      if (life !== undefined) this.#inCase.set(life.lot.id, life.lot);
    }
    this.#offsets.begin(
      action.offsets.map(({ long, quantity, regime, by }): Offset => ({
        short: action.position,
        long,
        quantity,
        from: action.date,
        until: null,
        regime: regime ?? 'none',
        by: by ?? 'planned',
      })),
    );
  }

  #close(action: PlannedClosing): void {
    const held = this.#heldOn(action);
    if (held === null) return;
    const settle = this.#priceOn(held, action);
    if (settle === null) {
      const values = { contract: held.spec.symbol, date: dateText(action.date) };
      this.#issues.push(issueOf('tax/planned-no-price', 'warning', values, { asset: held.future.asset }));
      return;
    }
    const closed = futureClosed(held, action, settle);
    this.#futures.set(action.position, closed);
    const { position, date } = action;
    if (closed.future.closed !== null) this.#offsets.closed(position, date);
    else this.#offsets.closedInPart(position, coinsOf(closed, held), coinsOf(held, held), date);
  }

  #pay(action: PlannedPayment): void {
    const held = this.#heldOn(action);
    if (held === null) return;
    const hedges = this.#offsets.hedges(action.position, action.date);
    const { funding } = this.#facts.straddles.elections;
    this.#futures.set(action.position, futurePaid(held, action, funding, hedges));
  }

  #heldOn({ position, date }: PlannedClosing | PlannedPayment): FutureAhead | null {
    const held = this.#futures.get(position);
    if (held !== undefined && held.future.closed === null) return held;
    const values = { position, date: dateText(date) };
    this.#issues.push(issueOf('tax/planned-not-open', 'warning', values));
    return null;
  }

  /** Of the settle asset: on the day itself what is known today, later what is assumed. */
  #priceOn({ spec }: FutureAhead, { date }: PlannedClosing): ReturnType<ActionBook['priceOn']> {
    return this.#book.priceOn(spec.settleAsset, date);
  }

  #assetOf(of: Offset['long'] | Offset['short']): UsFacts['straddles']['lots'][number]['asset'] | undefined {
    const future = this.#futures.get(of as TaxPositionId)?.future;
    return (future ?? this.#inCase.get(of as LotId) ?? this.#lifeOf(of as LotId)?.lot)?.asset;
  }
}

/** Coins of what is open, as a share of what the position was at its largest where its size is not in coins. */
function coinsOf({ open, spec, future }: FutureAhead, before: FutureAhead): Quantity {
  if (spec.payoff === 'linear') return open.size;
  return apportion<Quantity>(future.coins, open.size, before.open.size, 'half-even');
}

function isSoldOut({ quantity, departures }: StraddleLot): boolean {
  const left = departures.reduce((rest, departure) => subtract(rest, departure.quantity), quantity);
  return compare(left, zeroQuantity) <= 0;
}
