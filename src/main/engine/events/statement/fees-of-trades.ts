import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { absolute, compare } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { ratio } from '../../../../shared/num/products.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity, Rate } from '../../../../shared/num/types.ts';
import { compareEvents } from '../../../../shared/domain/event-order.ts';
import type { Joined } from '../assembled-event.ts';
import { isNear } from './is-near.ts';

/** Fee rates of one second differ by less. */
const nearlyOneRate = rate('1.25');

/**
 * Trades with the fees that were taken of them. A fee in a coin that only one of them brought is that one's; fees in a
 * third coin go by size, where each fill has one and all come to nearly one rate. Others stay costs of their own.
 */
export function withFees(trades: readonly Joined[], fees: readonly LedgerEvent[]): readonly Joined[] {
  const [only] = trades;
  if (trades.length === 0 || only === undefined) return [];
  const ofTrade = new Map<Joined, LedgerEvent[]>(trades.map((trade) => [trade, []]));
  const left = trades.length === 1 ? [] : fees.filter((fee) => !takenByCoin(fee, trades, ofTrade));
  if (trades.length === 1) ofTrade.set(only, [...fees]);
  for (const [trade, fee] of bySize(trades, left)) ofTrade.get(trade)?.push(fee);
  return trades.map((trade) => ({
    ...trade,
    parts: [...trade.parts, ...(ofTrade.get(trade) ?? [])].sort(compareEvents),
  }));
}

function takenByCoin(
  fee: LedgerEvent,
  trades: readonly Joined[],
  ofTrade: ReadonlyMap<Joined, LedgerEvent[]>,
): boolean {
  const asset = fee.legs[0]?.asset;
  const having = trades.filter(({ parts }) => parts.some(({ legs }) => legs[0]?.asset === asset));
  const [one] = having;
  if (having.length !== 1 || one === undefined) return false;
  ofTrade.get(one)?.push(fee);
  return true;
}

/** The greatest fee is that of the greatest fill, and so on; no pairs where that cannot be. */
function bySize(
  trades: readonly Joined[],
  fees: readonly LedgerEvent[],
): readonly (readonly [Joined, LedgerEvent])[] {
  const common = commonAsset(trades);
  if (fees.length === 0 || common === null) return [];
  const fills = trades.flatMap((trade) =>
    trade.parts.filter(({ legs }) => legs[0]?.asset === common).map((row) => ({ trade, row })),
  );
  if (fills.length !== fees.length) return [];
  fills.sort((a, b) => compare(amountOf(a.row), amountOf(b.row)));
  const sorted = fees.toSorted((a, b) => compare(amountOf(a), amountOf(b)));
  const rates = fills.map(({ row }, place) => ratio(amountOf(sorted[place]), amountOf(row), 'half-even'));
  if (!rates.every((one) => isNear(one, rates[0] as Rate, nearlyOneRate))) return [];
  return fills.flatMap(({ trade }, place) => {
    const fee = sorted[place];
    return fee === undefined ? [] : [[trade, fee] as const];
  });
}

function commonAsset(trades: readonly Joined[]): string | null {
  const [first, ...rest] = trades.map(({ parts }) => new Set(parts.map(({ legs }) => legs[0]?.asset)));
  const common = [...(first ?? [])].filter((asset) => rest.every((other) => other.has(asset)));
  return common.length === 1 ? (common[0] ?? null) : null;
}

function amountOf(row: LedgerEvent | undefined): Quantity {
  return absolute(row?.legs[0]?.quantity ?? zeroQuantity);
}
