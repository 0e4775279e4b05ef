/** One trade in a future, as both exports of Interactive Brokers state it. */
import type { EventPart, LedgerEvent } from '../../../shared/domain/event.ts';
import { absolute, isNegative, isZero } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import type { Price, Quantity } from '../../../shared/num/types.ts';
import type { Instant } from '../../../shared/time/instant.ts';
import { feeLeg, leg } from '../table/legs.ts';
import type { TableRow } from '../table/table-row.ts';
import { futureContract } from './future-symbol.ts';

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
 * The fill, with the profit as the broker states it: after both commissions, each of which is a fee of its own row. They are
 * put back where the ledger is read (`engine/events/gross-profits.ts`), for only the opening's row tells what it cost. A
 * cancelled trade comes as its opposite, and the corrected one after it.
 */
export function emitFuture(row: TableRow, trade: FutureTrade): void {
  const { account } = row;
  const isCancel = trade.codes.includes('Ca');
  const contract = futureContract(trade.symbol, trade.time);
  const money = row.asset(trade.currency, trade.time);
  row.emit({
    time: trade.time,
    kind: 'futures-fill',
    legs: [
      ...leg(account, money, trade.realized, 'profit'),
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
    part: partOf(contract, trade.codes),
    ...noteOf(trade, isCancel),
    ...(trade.id !== '' && { externalId: trade.id }),
  });
}

function partOf(contract: string, codes: readonly string[]): EventPart {
  const operation = [codes.includes('O') ? 'opens' : '', codes.includes('C') ? 'closes' : '']
    .join(' ')
    .trim();
  return { assembly: 'net-profit', group: contract, operation };
}

function noteOf({ realized, codes }: FutureTrade, isCancel: boolean): Pick<LedgerEvent, 'note'> {
  const words: string[] = [];
  if (isCancel) words.push('takes back a trade that was cancelled');
  if (codes.includes('L')) words.push('liquidation by the broker');
  if (!isZero(realized)) words.push(`stated after both commissions: ${toText(realized)}`);
  return words.length === 0 ? {} : { note: words.join('; ') };
}
