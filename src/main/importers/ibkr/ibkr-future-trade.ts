/** One trade in a future, as both exports of Interactive Brokers state it. */
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { absolute, add, isNegative, isZero, negate, subtract } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { apportion } from '../../../shared/num/products.ts';
import type { Price, Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { feeLeg, leg } from '../table/legs.ts';
import type { TableRow } from '../table/table-row.ts';
import { futureContract } from './future-symbol.ts';
import type { Closed, OpenCommissions } from './open-commissions.ts';

export interface FutureTrade {
  readonly time: Instant;
  readonly symbol: string;
  /** Signed: below zero is a sale. */
  readonly quantity: Quantity;
  readonly price: Price;
  readonly currency: string;
  readonly feeCurrency: string;
  /** What it did to the balance: below zero a cost, above it a rebate. */
  readonly commission: Quantity;
  /** After the commissions of opening and closing. */
  readonly realized: Quantity;
  /** "O", "C", "Ca", parted by semicolons or blanks. */
  readonly codes: readonly string[];
  readonly id: string;
}

/**
 * The fill. Its profit is made gross: what the broker states, with both commissions put back; each commission is a fee of
 * its own row. A cancelled trade comes as its opposite, and the corrected one after it.
 */
export function emitFuture(row: TableRow, trade: FutureTrade, opened: OpenCommissions): void {
  const { account } = row;
  const isCancel = trade.codes.includes('Ca');
  const does = { opens: trade.codes.includes('O'), closes: trade.codes.includes('C') };
  const contract = futureContract(trade.symbol, trade.time);
  const closed = opened.trade(contract, trade.quantity, negate(trade.commission), does);
  const money = row.asset(trade.currency, trade.time);
  if (closed?.isWhole === false && !isZero(trade.realized))
    row.warn('import/opening-fee-elsewhere', { symbol: trade.symbol }, trade.symbol);
  row.emit({
    time: trade.time,
    kind: 'futures-fill',
    legs: [
      ...leg(account, money, grossProfit(trade, closed), 'profit'),
      ...feeLeg(account, row.asset(trade.feeCurrency, trade.time), trade.commission),
    ],
    fill: {
      account,
      contract,
      side: isNegative(trade.quantity) ? 'sell' : 'buy',
      quantity: absolute(trade.quantity),
      price: trade.price,
      positionSide: 'one-way',
    },
    ...noteOf(trade, isCancel),
    ...(trade.id !== '' && { externalId: trade.id }),
  });
}

/** With the commissions of closing and opening put back. */
function grossProfit({ realized, commission, quantity }: FutureTrade, closed: Closed | null): Quantity {
  if (closed === null || isZero(realized)) return realized;
  const own = apportion(commission, closed.size, absolute(quantity), 'half-even');
  return add(subtract(realized, own), closed.cost);
}

function noteOf({ realized, codes }: FutureTrade, isCancel: boolean): Pick<LedgerEvent, 'note'> {
  const words: string[] = [];
  if (isCancel) words.push('takes back a trade that was cancelled');
  if (codes.includes('L')) words.push('liquidation by the broker');
  if (!isZero(realized)) words.push(`stated after both commissions: ${toText(realized)}`);
  return words.length === 0 ? {} : { note: words.join('; ') };
}
