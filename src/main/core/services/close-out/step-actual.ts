/** What a step's trades brought: price, lots really used, gain by term, futures result, fee. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { EventId, LedgerEvent } from '../../../../shared/domain/event.ts';
import type { Disposal } from '../../../../shared/domain/lot.ts';
import { firstPlaceWhere, firstWhere } from '../../../../shared/first-where.ts';
import {
  absolute,
  add,
  isNegative,
  isPositive,
  negate,
  subtract,
  sum,
} from '../../../../shared/num/arithmetic.ts';
import { priceOf, valueOf } from '../../../../shared/num/products.ts';
import type { Money, Price } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { addDays, yearOf } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { localDateOf, startOfDay } from '../../../../shared/time/time-zone.ts';
import { valuerOf } from '../../../engine/valuation/valuer.ts';
import type { Valuer } from '../../../engine/valuation/valuer.ts';
import type { Derived } from '../../derived.ts';
import type { StepProgress } from './plan-progress.ts';

export interface StepActual {
  /** Of one coin or order unit, the average of its trades; null where no file and no price says it. */
  readonly price: Price | null;
  /** What was received or paid for coins, before fees; null of futures, or where it is not known. */
  readonly value: Money | null;
  /** Positive is paid; null where its worth is not known. */
  readonly fee: Money | null;
  /** Of sales: what the lot engine has. */
  readonly disposals: readonly Disposal[];
  /** As the tax engine counts them, a clock that a hedge restarted in it; null for what is no sale. */
  readonly shortTermGain: Money | null;
  readonly longTermGain: Money | null;
  /** Of these, losses that wait by the straddle rules; positive. */
  readonly waits: Money;
  /** null where nothing of a futures position was closed. */
  readonly futuresResult: Money | null;
  /** Tax years in which its results count. */
  readonly years: readonly number[];
  readonly events: readonly LedgerEvent[];
}

/** null while nothing came in. */
export function stepActual(progress: StepProgress, derived: Derived): StepActual | null {
  const [first] = progress.trades;
  if (first === undefined) return null;
  const ids = new Set(progress.trades.map(({ event }) => event));
  const events = since(first.date, derived).filter(({ id }) => ids.has(id));
  const valuer = valuerOf(derived.prices, derived.facts.timeZone);
  const fee = feeOf(events, valuer);
  return progress.step.hedge === null
    ? ofCoins(progress, { events, ids, fee, valuer, derived })
    : ofFutures(progress, { events, ids, fee, valuer, derived });
}

interface Traded {
  readonly events: readonly LedgerEvent[];
  readonly ids: ReadonlySet<EventId>;
  readonly fee: Money | null;
  readonly valuer: Valuer;
  readonly derived: Derived;
}

function since(date: LocalDate, { events, facts }: Derived): readonly LedgerEvent[] {
  const from = startOfDay(addDays(date, -1), facts.timeZone);
  return events.slice(firstWhere(events, ({ time }) => time >= from));
}

function ofCoins({ step, filled }: StepProgress, { events, fee, valuer, derived }: Traded): StepActual {
  const isSale = step.side === 'sell';
  const value = sumOrNull(events.map((event) => otherSide(event, step.asset, isSale, valuer)));
  const disposals = isSale ? disposalsOf(events, step.asset, derived) : [];
  const gains = isSale ? gainsOf(disposals, derived) : null;
  return {
    price: value === null || !isPositive(filled) ? null : priceOf(value, filled, 'half-even'),
    value,
    fee,
    disposals: disposals.map(({ disposal }) => disposal),
    shortTermGain: gains?.short ?? null,
    longTermGain: gains?.long ?? null,
    waits: gains?.waits ?? zeroMoney,
    futuresResult: null,
    years: [...new Set(disposals.map(({ disposal }) => yearOf(disposal.disposedDate)))],
    events,
  };
}

function ofFutures({ step, filled }: StepProgress, { events, ids, fee, derived }: Traded): StepActual {
  const counted = [...derived.usFacts.stretches.values()].flatMap(({ recognised }) =>
    recognised.filter(({ event }) => event !== null && ids.has(event)),
  );
  const paid = sum(
    events.map(({ fill }) =>
      fill === undefined ? zeroMoney : valueOf(fill.quantity, fill.price, 'half-even'),
    ),
    zeroMoney,
  );
  const amounts = counted.map(({ amount }) => amount);
  return {
    price: isPositive(filled) ? priceOf(paid, filled, 'half-even') : null,
    value: null,
    fee,
    disposals: [],
    shortTermGain: null,
    longTermGain: null,
    waits: zeroMoney,
    futuresResult: step.kind.startsWith('close') ? sum(amounts, zeroMoney) : null,
    years: [...new Set(counted.map(({ year }) => year))],
    events,
  };
}

/** What the other side of a trade of coins is worth; of a swap, what the file or a price says of the other coin. */
function otherSide(event: LedgerEvent, asset: AssetId, isSale: boolean, valuer: Valuer): Money | null {
  const legs = event.legs.filter(
    (leg) => leg.role === 'principal' && leg.asset !== asset && isNegative(leg.quantity) !== isSale,
  );
  return legs.length === 0 ? null : sumOrNull(legs.map((leg) => valuer.valueOfLeg(leg, event)));
}

/** A fee in the coin that is bought or sold is valued like any other; a rebate lowers it. */
function feeOf(events: readonly LedgerEvent[], valuer: Valuer): Money | null {
  return sumOrNull(
    events.flatMap((event) =>
      event.legs
        .filter(({ role }) => role === 'fee' || role === 'rebate')
        .map((leg) => {
          const value = valuer.valueOfLeg(leg, event);
          return value === null || isNegative(leg.quantity) ? value : negate(value);
        }),
    ),
  );
}

function sumOrNull(values: readonly (Money | null)[]): Money | null {
  let total: Money = zeroMoney;
  for (const value of values) {
    if (value === null) return null;
    total = add(total, value);
  }
  return total;
}

interface NamedDisposal {
  /** "<event>/<n>": as straddle rules name it. */
  readonly id: string;
  readonly disposal: Disposal;
}

/** In: the trades, oldest first; what left before them is not looked at. */
function disposalsOf(
  events: readonly LedgerEvent[],
  asset: AssetId,
  { lots, facts }: Derived,
): NamedDisposal[] {
  const [first] = events;
  if (first === undefined) return [];
  const ids = new Set(events.map(({ id }) => id));
  const since = localDateOf(first.time, facts.timeZone);
  const from = firstPlaceWhere(lots.disposalCount, (place) => lots.amountsAt(place).disposedDate >= since);
  const found: NamedDisposal[] = [];
  let event: EventId | null = null;
  let number = 0;
  for (let place = from; place < lots.disposalCount; place++) {
    const disposal = lots.disposalAt(place);
    number = disposal.event === event ? number + 1 : 1;
    ({ event } = disposal);
    const isOfSale = disposal.cause === 'sale' || disposal.cause === 'swap';
    if (ids.has(event) && disposal.asset === asset && isOfSale)
      found.push({ id: `${event}/${number}`, disposal });
  }
  return found;
}

/** Plain gains by term with what straddle rules change of them in the year of the sale. */
function gainsOf(
  disposals: readonly NamedDisposal[],
  { taxYears }: Derived,
): { readonly short: Money; readonly long: Money; readonly waits: Money } {
  const names = new Set(disposals.map(({ id }) => id));
  const sums = { short: zeroMoney, long: zeroMoney, waits: zeroMoney };
  for (const { disposal } of disposals) sums[disposal.term] = add(sums[disposal.term], disposal.gain);
  for (const item of taxYears.straddles.years.flatMap(({ items }) => items)) {
    if (item.disposal === undefined || !names.has(item.disposal)) continue;
    const { character, kind, amount } = item;
    if (kind === 'deferred') sums.waits = add(sums.waits, absolute(amount));
    else if (kind === 'released') sums.waits = subtract(sums.waits, absolute(amount));
    else if (character === 'short' || character === 'long') sums[character] = add(sums[character], amount);
  }
  return sums;
}
