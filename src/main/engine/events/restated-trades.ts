/**
 * Trades that one row states whole, with rounded figures, and another row one side of, with all digits (Coinbase's
 * conversions since 2026): the exact side takes the place of the rounded one. A row whose other is in no file keeps what it
 * states: the first is a trade, the second what came.
 */
import type { LedgerEvent, Leg } from '../../../shared/domain/event.ts';
import { isPositive } from '../../../shared/num/arithmetic.ts';
import { msBetween } from '../../../shared/time/instant.ts';
import type { Joined } from './assembled-event.ts';

interface Restated {
  readonly joined: readonly Joined[];
  /** Rows of one side whose trade is not there. */
  readonly apart: readonly LedgerEvent[];
}

/** In: the rows of one group, in ledger order. Out: null where they are none that restate each other. */
export function restatedTrades(parts: readonly LedgerEvent[]): Restated | null {
  if (parts[0]?.part?.assembly !== 'restated') return null;
  const trades = new Set(parts.filter((part) => received(part) !== undefined && part.legs.length > 1));
  if (trades.size === 0) return null;
  const joined: Joined[] = [];
  const apart: LedgerEvent[] = [];
  for (const exact of parts.filter((part) => !trades.has(part))) {
    const trade = nearest(trades, exact);
    if (trade === undefined) apart.push(exact);
    else {
      trades.delete(trade);
      joined.push({ parts: [trade, exact], kind: trade.kind, legs: legsOf(trade, exact) });
    }
  }
  return { joined, apart };
}

function received({ legs }: LedgerEvent): Leg | undefined {
  return legs.find(({ role, quantity }) => role === 'principal' && isPositive(quantity));
}

/** Of the trades that brought the same asset the nearest in time; the first of several. */
function nearest(trades: Iterable<LedgerEvent>, exact: LedgerEvent): LedgerEvent | undefined {
  const away = (trade: LedgerEvent): number => Math.abs(msBetween(trade.time, exact.time));
  return [...trades]
    .filter((trade) => received(trade)?.asset === received(exact)?.asset)
    .reduce<LedgerEvent | undefined>(
      (best, one) => (best === undefined || away(one) < away(best) ? one : best),
      undefined,
    );
}

/** The trade's legs with the exact quantity; what it is worth is as the trade says. */
function legsOf(trade: LedgerEvent, exact: LedgerEvent): readonly Leg[] {
  const [rounded, stated] = [received(trade), received(exact)];
  return trade.legs.map((leg) =>
    leg === rounded && stated !== undefined ? { ...stated, ...leg, quantity: stated.quantity } : leg,
  );
}
