/**
 * one position of the plan + steps after each day → what is opened, rolled, reduced, closed and paid on it
 *
 * A dated contract that is held past its end is rolled ten days before, into one that ends three months later; steps that
 * are closed by the end are not.
 */
import { invariant } from '../../../shared/invariant.ts';
import { add, absolute, isZero, negate, smaller, subtract } from '../../../shared/num/arithmetic.ts';
import { apportion, moneyTimes, valueOf } from '../../../shared/num/products.ts';
import type { Money, Price, Quantity } from '../../../shared/num/types.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  lastDayOfYear,
  yearOf,
} from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { LotId } from '../../../shared/domain/lot.ts';
import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import { payoffRules } from '../futures/payoff/payoff-rules.ts';
import type { SettleAmount, Size } from '../futures/units.ts';
import type { PlannedAction, PlannedOffset } from '../tax/jurisdictions/us/actions/planned-action.ts';
import { regimeFits } from '../tax/jurisdictions/us/offsets/regime-fits.ts';
import type { TaxPositionId } from '../tax/jurisdictions/us/straddles/straddle-case.ts';
import type { ExitCase, ExitFuture } from './exit-case.ts';
import { lastAllowed } from './last-allowed.ts';
import type { ExitSchedule } from './exit-schedule.ts';
import type { CashFlow, CostFlow, CostKind, FutureMove, LockedMargin, Part } from './schedule-flows.ts';
import { parts, shareOf, times, yearsOf } from './times.ts';

export const ROLL_DAYS_BEFORE_EXPIRY = 10;
const MONTHS_BETWEEN_EXPIRIES = 3;

/** Within a day: payments and what is closed, then coins, then what is opened. */
export type Phase = 0 | 1 | 2 | 3;
export interface PhasedAction {
  readonly phase: Phase;
  readonly action: PlannedAction;
}

/** Steps that were opened together, in one contract. */
interface Held {
  readonly position: TaxPositionId;
  readonly terms: ContractTerms;
  readonly from: LocalDate;
  readonly opened: number;
  steps: number;
  readonly size: Size;
  /** What carry is counted from: the contract's price and its coin's on that day. */
  readonly entry: { readonly contract: Price; readonly coin: Price };
}

interface Closing {
  readonly held: Held;
  readonly steps: number;
  readonly date: LocalDate;
  readonly price: Price;
  readonly fee: { readonly fee?: Money };
}

export class FutureWalk {
  readonly actions: PhasedAction[] = [];
  readonly costs: CostFlow[] = [];
  readonly moves: FutureMove[] = [];
  readonly locked: LockedMargin[] = [];
  readonly cash: CashFlow[] = [];
  readonly #given: ExitCase;
  readonly #future: ExitFuture;
  readonly #schedule: ExitSchedule;
  /** Of a lot, after the sales of a day. */
  readonly #leftOf: (lot: LotId, after: LocalDate) => Quantity;
  readonly #closings: Closing[] = [];
  #held: Held[] = [];
  #rolls = 0;

  constructor(
    given: ExitCase,
    future: ExitFuture,
    schedule: ExitSchedule,
    leftOf: (lot: LotId, after: LocalDate) => Quantity,
  ) {
    this.#given = given;
    this.#future = future;
    this.#schedule = schedule;
    this.#leftOf = leftOf;
    this.#walk();
  }

  #walk(): void {
    const { asOf, dates } = this.#given;
    const { isOpen, steps } = this.#future;
    if (isOpen && steps > 0) this.#take(asOf, steps, this.#ownSize(asOf), this.#future.position);
    let before = asOf;
    const days = [...new Set([...dates.map(({ date }) => date), ...this.#days()])].toSorted(compareDates);
    for (const date of days) {
      this.#rollUntil(date);
      this.#stretch(before, date);
      this.#changeOn(date);
      before = date;
    }
    this.#closeInOrder();
  }

  #days(): LocalDate[] {
    return this.#schedule.days.map(({ date }) => date);
  }

  /** Open after the last day of the schedule that is not after `date`. */
  #stepsAfter(date: LocalDate): number {
    const day = this.#schedule.days.findLast((one) => one.date <= date);
    if (day === undefined) return this.#future.isOpen ? this.#future.steps : 0;
    return day.hedges.find(({ position }) => position === this.#future.position)?.steps ?? 0;
  }

  #total(): number {
    return this.#held.reduce((total, { steps }) => total + steps, 0);
  }

  #changeOn(date: LocalDate): void {
    if (!this.#schedule.days.some((day) => day.date === date)) return;
    const now = this.#total();
    const wanted = this.#stepsAfter(date);
    if (wanted < now) this.#reduce(date, now - wanted);
    else if (now === 0 && wanted > 0 && !this.#future.isOpen) this.#open(date, wanted);
  }

  /** Money for locked margin and payments of perpetual contracts, from one day to another. */
  #stretch(from: LocalDate, to: LocalDate): void {
    const days = daysBetween(from, to);
    if (days <= 0 || this.#held.length === 0) return;
    const { marginRate, fundingPerYear } = this.#future;
    for (const held of this.#held) {
      const locked =
        marginRate === null ? null : moneyTimes(this.#worth(held, held.steps, from), marginRate, 'half-even');
      this.locked.push({ from, to, amount: locked, fresh: this.#future.isOpen ? zeroMoney : locked });
      if (locked !== null) {
        const perYear = moneyTimes(locked, this.#given.costs.marginCostPerYear, 'half-even');
        this.#cost(to, 'margin', moneyTimes(perYear, yearsOf(days), 'half-even'));
      }
      if (held.terms.expiry === null && !isZero(fundingPerYear)) this.#fund(held, from, to);
    }
  }

  /** Each tax year has its own part, whether or not one may trade at its end. */
  #fund(held: Held, from: LocalDate, to: LocalDate): void {
    for (let begin = from; begin < to;) {
      const ends = lastDayOfYear(yearOf(addDays(begin, 1)));
      const end = ends < to ? ends : to;
      const worth = this.#worth(held, held.steps, end);
      const perYear = moneyTimes(worth, this.#future.fundingPerYear, 'half-even');
      const paid = moneyTimes(perYear, yearsOf(daysBetween(begin, end)), 'half-even');
      this.#cost(end, 'carry', paid);
      this.cash.push({ date: end, amount: negate(paid) });
      this.#act(0, { kind: 'pay', date: end, position: held.position, amount: negate(paid) });
      begin = end;
    }
  }

  #open(date: LocalDate, steps: number): void {
    const { terms, position, side, coinsPerStep } = this.#future;
    const price = this.#contractPrice(terms, date);
    const size = payoffRules(terms.payoff).sizeOf(
      terms,
      { unit: terms.quantityUnit, amount: times(terms.quantityStep, steps) },
      price,
    );
    const offsets = side === 'short' ? this.#offsetsOf(times(coinsPerStep, steps), steps, date) : [];
    this.#opening(date, this.#take(date, steps, size, position), offsets, price);
    this.moves.push({ date, future: this.#future, move: 'open', steps, stepsAfter: steps, price });
  }

  #opening(date: LocalDate, held: Held, offsets: readonly PlannedOffset[], price: Price): void {
    const { terms, position, steps, size } = held;
    const coins = absolute<Quantity>(
      payoffRules(terms.payoff).delta(size, { price, settlePrice: this.#settlePrice(terms, date) }),
    );
    const fee = this.#charge(held, steps, date);
    const { side } = this.#future;
    this.#act(3, { kind: 'open', date, position, spec: terms, side, coins, price, ...fee, offsets });
  }

  /** Oldest contracts first: what was not rolled before its end is closed by then. */
  #reduce(date: LocalDate, steps: number): void {
    let left = steps;
    let price: Price | null = null;
    for (const held of this.#held) {
      const closed = Math.min(held.steps, left);
      if (closed === 0) continue;
      price ??= this.#contractPrice(held.terms, date);
      this.#close(held, closed, date);
      left -= closed;
    }
    this.#held = this.#held.filter((held) => held.steps > 0);
    invariant(price !== null, 'a position that is reduced is open');
    const stepsAfter = this.#total();
    const move = stepsAfter === 0 ? 'close' : 'reduce';
    this.moves.push({ date, future: this.#future, move, steps, stepsAfter, price });
  }

  #close(held: Held, steps: number, date: LocalDate): void {
    const price = this.#contractPrice(held.terms, date);
    this.#basis(held, steps, date, price);
    this.#closings.push({ held, steps, date, price, fee: this.#charge(held, steps, date) });
    held.steps -= steps;
  }

  /** Shares are of what is open on the day: a roll of the rest comes before what is closed by the end. */
  #closeInOrder(): void {
    const left = new Map<Held, number>();
    for (const { held, steps, date, price, fee } of this.#closings.toSorted((a, b) =>
      compareDates(a.date, b.date),
    )) {
      const open = left.get(held) ?? held.opened;
      const part = this.#partOf(held.position, steps, open);
      left.set(held, open - steps);
      const { position } = held;
      this.#act(0, { kind: 'close', date, position, price, ...(part === null ? {} : { part }), ...fee });
    }
  }

  /** What the contract brings beyond its coin: as a cost, on the day of the close. */
  #basis(held: Held, steps: number, date: LocalDate, price: Price): void {
    const { terms, entry } = held;
    const rules = payoffRules(terms.payoff);
    const size = this.#sizeOf(held, steps);
    const profit = (from: Price, to: Price): SettleAmount =>
      rules.profit(this.#future.side, rules.valueAt(size, from), rules.valueAt(size, to));
    const coin = this.#coinPrice(terms, date);
    const beyond = subtract(profit(entry.contract, price), profit(entry.coin, coin));
    if (isZero(beyond)) return;
    this.#cost(date, 'carry', negate(valueOf(beyond, this.#settlePrice(terms, date), 'half-even')));
  }

  /** Into the next contract, as far as it is held past the end. */
  #rollUntil(date: LocalDate): void {
    for (;;) {
      const held = this.#held.find(({ terms: { expiry } }) => expiry !== null && expiry < date);
      if (held === undefined) return;
      const { expiry } = held.terms;
      invariant(expiry !== null, 'a contract that ends has a day');
      const on = this.#rollDay(held, expiry);
      const price = this.#contractPrice(held.terms, on);
      const { steps } = held;
      this.#close(held, steps, on);
      this.#held = this.#held.filter((one) => one !== held);
      this.#rolls += 1;
      const next = this.#nextExpiry(expiry);
      const terms = { ...held.terms, expiry: next };
      const position = `${this.#future.position}/roll${this.#rolls}` as TaxPositionId;
      const opened = this.#take(on, steps, this.#sizeOf({ ...held, steps }, steps), position, terms);
      this.#opening(on, opened, this.#rolledOffsets(steps, on), this.#contractPrice(terms, on));
      const stepsAfter = this.#total();
      this.moves.push({ date: on, future: this.#future, move: 'roll', steps, stepsAfter, price });
    }
  }

  /** Ten days before the end, or the last day before on which one may trade; at the earliest the day after it was opened, of one of the ledger today. */
  #rollDay({ from, position }: Held, expiry: LocalDate): LocalDate {
    const first = position === this.#future.position && this.#future.isOpen ? from : addDays(from, 1);
    const usual = addDays(expiry, -ROLL_DAYS_BEFORE_EXPIRY);
    const wished = usual > first ? usual : first;
    const { noTrade = [] } = this.#given;
    const before = lastAllowed(wished, noTrade);
    if (before >= first) return before;
    // Nothing is allowed before: as soon as it is, at the latest on the day of the end.
    for (let day = wished; day <= expiry; day = addDays(day, 1))
      if (lastAllowed(day, noTrade) === day) return day;
    return wished;
  }

  #nextExpiry(expiry: LocalDate): LocalDate {
    let next = addMonths(expiry, MONTHS_BETWEEN_EXPIRIES);
    while (next <= this.#given.asOf) next = addMonths(next, MONTHS_BETWEEN_EXPIRIES);
    return next;
  }

  #take(
    from: LocalDate,
    steps: number,
    size: Size,
    position: TaxPositionId,
    terms: ContractTerms = this.#future.terms,
  ): Held {
    const entry = { contract: this.#contractPrice(terms, from), coin: this.#coinPrice(terms, from) };
    const held: Held = { position, terms, from, opened: steps, steps, size, entry };
    this.#held.push(held);
    return held;
  }

  /** Of a position of the ledger: the plan's part of what is open. */
  #ownSize(date: LocalDate): Size {
    const { position, part, terms, steps } = this.#future;
    const open = this.#given.facts.stretches.get(position)?.open ?? null;
    if (open === null) {
      const amount = times(terms.quantityStep, steps);
      const price = this.#contractPrice(terms, date);
      return payoffRules(terms.payoff).sizeOf(terms, { unit: terms.quantityUnit, amount }, price);
    }
    return part === null
      ? open.size
      : (apportion<Quantity>(open.size, part.quantity, part.outOf, 'half-even') as Size);
  }

  #sizeOf({ size, opened }: Held, steps: number): Size {
    return shareOf<Quantity>(size, steps, opened) as Size;
  }

  /** In the reporting currency, at the contract's price. */
  #worth(held: Held, steps: number, date: LocalDate): Money {
    const { terms } = held;
    const value = payoffRules(terms.payoff).valueAt(
      this.#sizeOf(held, steps),
      this.#contractPrice(terms, date),
    );
    return valueOf(value, this.#settlePrice(terms, date), 'half-even');
  }

  /** Fee and slippage of a trade. Both lower what the trade brings, also for tax. */
  #charge(held: Held, steps: number, date: LocalDate): { readonly fee?: Money } {
    const { fee, slippage } = this.#future;
    if (isZero(fee) && isZero(slippage)) return {};
    const worth = this.#worth(held, steps, date);
    const fees = moneyTimes(worth, fee, 'half-even');
    const slipped = moneyTimes(worth, slippage, 'half-even');
    this.#cost(date, 'fees', fees);
    this.#cost(date, 'slippage', slipped);
    const charged = add(fees, slipped);
    this.cash.push({ date, amount: negate(charged) });
    return { fee: charged };
  }

  /** null: all that is open. */
  #partOf(position: TaxPositionId, steps: number, open: number): Part | null {
    const { part, steps: all } = this.#future;
    const isLedgers = position === this.#future.position && this.#future.isOpen;
    if (!isLedgers || part === null)
      return steps === open ? null : { quantity: parts(steps), outOf: parts(open) };
    const others = times(subtract(part.outOf, part.quantity), all);
    const quantity = times(part.quantity, steps);
    const outOf = add(others, times(part.quantity, open));
    return quantity === outOf ? null : { quantity, outOf };
  }

  /** What steps opened on a day offset: of lots that are still there. */
  #offsetsOf(coins: Quantity, steps: number, date: LocalDate): PlannedOffset[] {
    const { offsets, fewer = 'first', steps: most, terms } = this.#future;
    const { regime } = this.#schedule;
    const marked = regime === null || !regimeFits(regime, terms.section1256.status) ? {} : { regime };
    let left = coins;
    const found: PlannedOffset[] = [];
    for (const offset of offsets) {
      const there = smaller(offset.quantity, this.#leftOf(offset.long as LotId, date));
      const quantity =
        fewer === 'all'
          ? there
          : fewer === 'share'
            ? smaller(there, shareOf(offset.quantity, steps, most))
            : smaller(there, left);
      if (quantity <= zeroQuantity) continue;
      left = subtract(left, quantity);
      found.push({ ...offset, quantity, ...marked });
    }
    return found;
  }

  /** What a rolled contract offsets: as the one before, of lots that are still there. */
  #rolledOffsets(steps: number, date: LocalDate): PlannedOffset[] {
    const { isOpen, position, side, coinsPerStep, steps: all, part } = this.#future;
    if (side === 'long') return [];
    if (!isOpen) return this.#offsetsOf(times(coinsPerStep, steps), steps, date);
    return this.#given.facts.straddles.offsets.flatMap(({ short, until, long, quantity, regime, by }) => {
      if (short !== position || until !== null) return [];
      const own = part === null ? quantity : apportion(quantity, part.quantity, part.outOf, 'half-even');
      const left = smaller(shareOf(own, steps, all), this.#leftOf(long as LotId, date));
      return left <= zeroQuantity ? [] : [{ long, quantity: left, regime, by }];
    });
  }

  #contractPrice(terms: ContractTerms, date: LocalDate): Price {
    const price = this.#given.book.contractPriceOn(terms, date);
    invariant(price !== null, `a case has prices of what it trades: ${terms.symbol}`);
    return price;
  }

  #coinPrice({ underlying }: ContractTerms, date: LocalDate): Price {
    const price = this.#given.book.priceOn(underlying, date);
    invariant(price !== null, `a case has prices of what it trades: ${underlying}`);
    return price;
  }

  #settlePrice({ settleAsset }: ContractTerms, date: LocalDate): Price {
    const price = this.#given.book.priceOn(settleAsset, date);
    invariant(price !== null, `a case has prices of what it settles in: ${settleAsset}`);
    return price;
  }

  #act(phase: Phase, action: PlannedAction): void {
    this.actions.push({ phase, action });
  }

  #cost(date: LocalDate, kind: CostKind, amount: Money): void {
    if (amount !== zeroMoney) this.costs.push({ date, kind, amount });
  }
}
