/** A futures position from today on: what it opens with, what closes and payments make of it, where it stands at year ends. */
import type { ContractSpec } from '../../../../../../shared/domain/contract-spec.ts';
import type { FundingTreatment } from '../../../../../../shared/domain/tax-elections.ts';
import {
  absolute,
  add,
  isNegative,
  isZero,
  negate,
  subtract,
} from '../../../../../../shared/num/arithmetic.ts';
import { apportion, valueOf } from '../../../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money, Price, Quantity } from '../../../../../../shared/num/types.ts';
import { lastBusinessDayOfYear, lastDayOfYear, yearOf } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import type { OpenSize } from '../../../../futures/apply-fill.ts';
import { payoffRules } from '../../../../futures/payoff/payoff-rules.ts';
import { coins } from '../../../../futures/units.ts';
import { valuePosition } from '../../../../futures/value-position.ts';
import { taxYearOf } from '../futures/recognised-gains.ts';
import type { TaxStretch } from '../futures/tax-stretch.ts';
import type {
  CarryingCost,
  DatedGain,
  StraddleFuture,
  YearEndUnrealised,
} from '../straddles/straddle-case.ts';
import type { ActionBook } from './action-book.ts';
import type { PlannedClosing, PlannedOpening, PlannedPayment } from './planned-action.ts';

/** A position after its latest action. Nothing of it changes: each action gives a new one. */
export interface FutureAhead {
  readonly spec: ContractSpec;
  readonly future: StraddleFuture;
  readonly open: OpenSize;
  /** Fees and funding that count when it is closed, signed; zero for section 1256 contracts. */
  readonly waiting: Money;
  readonly carried: readonly CarryingCost[];
  /** Before its last action and from when on: year ends look back. */
  readonly before: readonly { readonly until: LocalDate; readonly state: FutureState }[];
}

type FutureState = Pick<FutureAhead, 'open' | 'waiting'>;

/** A position that the ledger has open. */
export function futureOfLedger(stretch: TaxStretch, future: StraddleFuture): FutureAhead | null {
  if (stretch.open === null) return null;
  const waiting = stretch.waiting.at(-1)?.waiting ?? zeroMoney;
  return { spec: stretch.spec, future, open: stretch.open, waiting, carried: [], before: [] };
}

/** A position that an action opens; its fee waits for the close unless each payment counts when it is paid. Rounds as its payoff does. */
export function futureOpened(
  action: PlannedOpening,
  funding: FundingTreatment = 'with-position',
): FutureAhead {
  const { spec, side, price, date, position } = action;
  const rules = payoffRules(spec.payoff);
  const size = rules.sizeForDelta(coins(action.coins), { price, settlePrice: price });
  const opened: FutureAhead = {
    spec,
    open: { direction: side, size, entryValue: rules.valueAt(size, price) },
    waiting: zeroMoney,
    carried: [],
    before: [],
    future: {
      id: position,
      asset: spec.underlying,
      name: spec.symbol,
      side,
      section1256: spec.section1256.status,
      coins: action.coins,
      opened: date,
      closed: null,
      results: [],
      yearEnds: [],
    },
  };
  if (action.fee === undefined) return opened;
  return funding === 'when-paid'
    ? withResult(opened, date, negate(action.fee), 'capital')
    : withCost(opened, date, negate(action.fee));
}

/**
 * A position after a close. Rounds a part's share of entry value and waiting costs half-even; the last close takes the rest.
 * In: the settle asset's assumed price.
 */
export function futureClosed(held: FutureAhead, action: PlannedClosing, settlePrice: Price): FutureAhead {
  const { part, date, price } = action;
  const shareOf = <T extends Money | Quantity>(whole: T): T =>
    part === undefined || part.quantity === part.outOf
      ? whole
      : apportion<T>(whole, part.quantity, part.outOf, 'half-even');
  const closed: OpenSize = {
    direction: held.open.direction,
    size: shareOf(held.open.size),
    entryValue: shareOf(held.open.entryValue),
  };
  const waited = shareOf(held.waiting);
  const gain = add(unrealisedOf(held.spec, closed, price, settlePrice), waited);
  const amount = action.fee === undefined ? gain : subtract(gain, action.fee);
  const after: FutureAhead = {
    ...held,
    open: {
      direction: held.open.direction,
      size: subtract(held.open.size, closed.size),
      entryValue: subtract(held.open.entryValue, closed.entryValue),
    },
    waiting: subtract(held.waiting, waited),
    before: [...held.before, { until: date, state: held }],
  };
  const counted = withResult(after, date, amount, 'capital');
  return isZero(after.open.size) ? { ...counted, future: { ...counted.future, closed: date } } : counted;
}

/** A position after a payment, by the election about funding; a payment of a section 1256 contract counts on its day. */
export function futurePaid(
  held: FutureAhead,
  { date, amount }: PlannedPayment,
  funding: FundingTreatment,
  hedges: boolean,
): FutureAhead {
  if (held.future.section1256 || funding === 'when-paid') return withResult(held, date, amount, 'capital');
  if (funding === 'with-position') return withCost(held, date, amount);
  if (funding === 'capitalise') {
    if (!isNegative(amount) || !hedges) return withCost(held, date, amount);
    const cost = { date, amount: negate(amount), position: held.future.id };
    return { ...held, carried: [...held.carried, cost] };
  }
  // Ordinary either way; what is paid is not deductible (67(g)).
  return isNegative(amount) ? held : withResult(held, date, amount, 'ordinary');
}

/** Where it stands at the ends of the years after `asOf`, up to the last year; years without a price are left out. */
export function yearEndsAhead(
  held: FutureAhead,
  { asOf, lastYear }: { readonly asOf: LocalDate; readonly lastYear: number },
  book: ActionBook,
): { readonly yearEnds: readonly YearEndUnrealised[]; readonly missing: readonly LocalDate[] } {
  const yearEnds: YearEndUnrealised[] = [];
  const missing: LocalDate[] = [];
  for (let year = yearOf(asOf); year <= lastYear; year++) {
    const date = yearEndDate(held, year);
    const state = date === null || date <= asOf ? null : stateOn(held, date);
    if (date === null || state === null) continue;
    const price = book.contractPriceOn(held.spec, date);
    const settle = book.priceOn(held.spec.settleAsset, date);
    if (price === null || settle === null) missing.push(date);
    else {
      const unrealised = add(unrealisedOf(held.spec, state.open, price, settle), state.waiting);
      yearEnds.push({ year, date, price, unrealised });
    }
  }
  return { yearEnds, missing };
}

/** The last business day; a position outside section 1256 that is opened after it: the last day of the year. */
function yearEndDate({ future }: FutureAhead, year: number): LocalDate | null {
  const business = lastBusinessDayOfYear(year);
  if (future.opened <= business) return business;
  const last = lastDayOfYear(year);
  return !future.section1256 && future.opened <= last ? last : null;
}

/** What is open at the close of a day; null where nothing is. */
function stateOn(held: FutureAhead, date: LocalDate): FutureState | null {
  const { before, future } = held;
  if (future.opened > date || (future.closed !== null && future.closed <= date)) return null;
  return before.find(({ until }) => until > date)?.state ?? held;
}

/** A cost or payment that waits for the close outside section 1256, and counts at once within. */
function withCost(held: FutureAhead, date: LocalDate, amount: Money): FutureAhead {
  return held.future.section1256
    ? withResult(held, date, amount, 'capital')
    : {
        ...held,
        waiting: add(held.waiting, amount),
        before: [...held.before, { until: date, state: held }],
      };
}

function withResult(
  held: FutureAhead,
  date: LocalDate,
  amount: Money,
  character: DatedGain['character'],
): FutureAhead {
  const year = taxYearOf(date, held.future.section1256);
  const results = [...held.future.results, { date, year, amount, character, event: null }];
  return { ...held, future: { ...held.future, results } };
}

/** In the reporting currency, signed. */
function unrealisedOf(spec: ContractSpec, open: OpenSize, price: Price, settlePrice: Price): Money {
  const { unrealisedProfit } = valuePosition(
    { spec, side: open.direction, size: open.size, entryValue: open.entryValue },
    { price, settlePrice },
  );
  const worth = valueOf(absolute(unrealisedProfit), settlePrice, 'half-even');
  return isNegative(unrealisedProfit) ? negate(worth) : worth;
}
