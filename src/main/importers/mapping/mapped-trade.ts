/** Mapped rows that are trades: two amounts beside each other, or a market with quantity and price. */
import type { Side } from '../../../shared/domain/event.ts';
import type { MappingProfile, Meaning } from '../../../shared/domain/mapping-profile.ts';
import { absolute, isNegative, negate } from '../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { shown } from '../cells/row-cells.ts';
import { tradeKind } from '../cells/trades.ts';
import type { ReadContext } from '../importer.ts';
import type { Amount, MappedCells } from './mapped-cells.ts';
import type { MappedDraft } from './mapped-draft.ts';
import { feeChange, feeLegs, legOf, moved, withoutFee } from './mapped-legs.ts';
import { pairOf } from './mapped-market.ts';

/** Out: undefined where the row has an error, which is told. */
export function readTrade(
  cells: MappedCells,
  profile: MappingProfile,
  meaning: Meaning,
  time: Instant,
  { account }: ReadContext,
): MappedDraft | undefined {
  const sides =
    cells.has('received') || cells.has('sent')
      ? twoAmounts(cells, time)
      : inMarket(cells, profile, meaning, time);
  const fee = feeChange(cells, profile, time, sides?.quote);
  if (sides === undefined || fee === undefined) return undefined;
  const received = withoutFee(sides.received, fee, profile);
  const sent = withoutFee({ ...sides.sent, quantity: negate(sides.sent.quantity) }, fee, profile);
  const principal = [legOf(account.id, received, 'principal'), legOf(account.id, sent, 'principal')];
  return {
    time,
    kind: tradeKind(received.asset, sent.asset, sides.side),
    legs: moved([...principal, ...feeLegs(account.id, fee)]),
  };
}

/** Both without a sign. */
interface Sides {
  readonly received: Amount;
  readonly sent: Amount;
  readonly side: Side;
  /** What a fee is in that names no coin. */
  readonly quote: Amount['asset'] | undefined;
}

function twoAmounts(cells: MappedCells, time: Instant): Sides | undefined {
  const received = cells.unsigned('received', 'received-asset', time);
  const sent = cells.unsigned('sent', 'sent-asset', time);
  if (received === null) cells.missing('received');
  if (sent === null) cells.missing('sent');
  return received && sent ? { received, sent, side: 'buy', quote: undefined } : undefined;
}

function inMarket(
  cells: MappedCells,
  profile: MappingProfile,
  meaning: Meaning,
  time: Instant,
): Sides | undefined {
  const market = marketOf(cells, profile, time);
  const counted = cells.counted('quantity');
  if (counted === null) cells.missing('quantity');
  if (!counted || market === undefined) return undefined;
  const side = meaning.side ?? sideOf(cells, profile, counted.quantity);
  const total = totalOf(cells, absolute(counted.quantity));
  if (side === undefined || total === undefined) return undefined;
  const coins = { asset: market.base, quantity: absolute(counted.quantity) };
  const money = { asset: market.quote, quantity: total };
  return side === 'buy'
    ? { received: coins, sent: money, side, quote: market.quote }
    : { received: money, sent: coins, side, quote: market.quote };
}

function marketOf(
  cells: MappedCells,
  profile: MappingProfile,
  time: Instant,
): { readonly base: Amount['asset']; readonly quote: Amount['asset'] } | undefined {
  const text = cells.text('pair');
  const pair = text === '' ? null : pairOf(text, profile.pair);
  if (text !== '' && pair === null) {
    cells.row.error('import/unknown-pair', { pair: shown(text) }, 'pair');
    return undefined;
  }
  const part = (role: 'base' | 'quote'): Amount['asset'] | undefined => {
    const ticker = cells.text(role) || (pair?.[role] ?? '');
    return (ticker === '' ? cells.fixed(role, time) : cells.asset(ticker, time)) ?? cells.missing(role);
  };
  const [base, quote] = [part('base'), part('quote')];
  return base === undefined || quote === undefined ? undefined : { base, quote };
}

/** From the side column's word; else from the sign. */
export function sideOf(cells: MappedCells, { sides }: MappingProfile, signed: Quantity): Side | undefined {
  if (!cells.has('side')) return isNegative(signed) ? 'sell' : 'buy';
  const word = cells.word('side');
  if (sides.buy.some((known) => known.toLowerCase() === word)) return 'buy';
  if (sides.sell.some((known) => known.toLowerCase() === word)) return 'sell';
  return cells.unknownWord('side', [...sides.buy, ...sides.sell]);
}

/** As the file states it; else price times quantity. */
function totalOf(cells: MappedCells, coins: Quantity): Quantity | undefined {
  const total = cells.counted('total');
  if (total === undefined) return undefined;
  if (total !== null) return absolute(total.quantity);
  const price = cells.price();
  if (price === undefined) return undefined;
  if (price === null) return cells.missing(cells.has('total') ? 'total' : 'price');
  return cells.row.paidAt(coins, price, cells.title('price'));
}
