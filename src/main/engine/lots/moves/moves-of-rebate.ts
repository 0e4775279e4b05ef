import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { isNegative, isPositive } from '../../../../shared/num/arithmetic.ts';
import { isFuturesRebate } from '../../events/futures-rebate.ts';
import type { LotMove } from './lot-moves.ts';
import type { MoveContext } from './move-context.ts';
import { movesOfFuturesCash } from './moves-of-departure.ts';
import { movesOfIncome } from './moves-of-receipt.ts';

/**
 * Fees or commissions that came back: a part of the futures' results, or else income.
 * Law: commissions are gross income (26 U.S.C. 61(a)(1)). A rebate of one's own fees may instead lower what the trades
 * cost (Rev. Rul. 76-96, of cars); no export ties it to its trades, so it is counted as income here too.
 */
export function movesOfRebate(event: LedgerEvent, context: MoveContext): readonly LotMove[] {
  if (isFuturesRebate(event, context.futuresAccounts)) return movesOfFuturesCash(event, context);
  const received = event.legs.filter(({ quantity }) => isPositive(quantity));
  const takenBack = event.legs.filter(({ quantity }) => isNegative(quantity));
  return [
    ...movesOfIncome({ ...event, reason: event.reason ?? 'referral', legs: received }, context),
    ...movesOfFuturesCash({ ...event, legs: takenBack }, context),
  ];
}
