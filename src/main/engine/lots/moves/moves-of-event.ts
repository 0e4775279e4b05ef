import type { EventKind, LedgerEvent } from '../../../../shared/domain/event.ts';
import type { LotMove } from './lot-moves.ts';
import type { MoveContext } from './move-context.ts';
import {
  movesOfBalanceChange,
  movesOfDeparture,
  movesOfFee,
  movesOfFuturesCash,
} from './moves-of-departure.ts';
import { movesOfGiftReceived, movesOfIncome } from './moves-of-receipt.ts';
import { movesOfRebate } from './moves-of-rebate.ts';
import { movesOfTrade } from './moves-of-trade.ts';
import { movesOfTransfer } from './moves-of-transfer.ts';

type MovesOf = (event: LedgerEvent, context: MoveContext) => readonly LotMove[];

const trade: MovesOf = (event, { valuer }) => movesOfTrade(event, valuer);
const departure =
  (cause: Parameters<typeof movesOfDeparture>[1]): MovesOf =>
  (event, context) =>
    movesOfDeparture(event, cause, context);

const movesByKind: { readonly [Kind in EventKind]: MovesOf } = {
  buy: trade,
  sell: trade,
  swap: trade,
  transfer: movesOfTransfer,
  deposit: movesOfTransfer,
  withdrawal: movesOfTransfer,
  income: movesOfIncome,
  fee: movesOfFee,
  spend: departure('spend'),
  'gift-received': movesOfGiftReceived,
  'gift-sent': departure('gift'),
  donation: departure('donation'),
  loss: departure('loss'),
  'futures-fill': movesOfFuturesCash,
  funding: movesOfFuturesCash,
  'realised-profit': movesOfFuturesCash,
  'futures-fee': movesOfFuturesCash,
  settlement: movesOfFuturesCash,
  liquidation: movesOfFuturesCash,
  insurance: movesOfFuturesCash,
  rebate: movesOfRebate,
  'closed-position': movesOfFuturesCash,
  'balance-change': movesOfBalanceChange,
};

/** What one event does to lots, in order. Coins only: currencies and stablecoins carry no lots. */
export function movesOfEvent(event: LedgerEvent, context: MoveContext): readonly LotMove[] {
  return movesByKind[event.kind](event, context);
}
