import type { Leg, LedgerEvent } from '../../../../shared/domain/event.ts';
import { add, isNegative, negate } from '../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Money } from '../../../../shared/num/types.ts';
import type { Valuer } from '../../valuation/valuer.ts';

/** The legs of a trade by what they mean for lots. */
export interface TradeLegs {
  readonly coinsIn: readonly Leg[];
  readonly coinsOut: readonly Leg[];
  /** Everything that is not principal: fees (negative) and rebates (positive). */
  readonly costs: readonly Leg[];
  /** Money received less money paid; null where a currency's rate is missing; undefined where no money moved. */
  readonly money: Money | null | undefined;
}

export function tradeLegsOf(event: LedgerEvent, valuer: Valuer): TradeLegs {
  const coinsIn: Leg[] = [];
  const coinsOut: Leg[] = [];
  const costs: Leg[] = [];
  let money: Money | null | undefined;
  for (const leg of event.legs) {
    if (leg.role !== 'principal') costs.push(leg);
    else if (valuer.classOf(leg.asset) !== 'coin') money = plus(money, signedValue(leg, event, valuer));
    else (isNegative(leg.quantity) ? coinsOut : coinsIn).push(leg);
  }
  return { coinsIn, coinsOut, costs, money };
}

function signedValue(leg: Leg, event: LedgerEvent, valuer: Valuer): Money | null {
  const value = valuer.valueOfLeg(leg, event);
  return value === null || !isNegative(leg.quantity) ? value : negate(value);
}

function plus(total: Money | null | undefined, value: Money | null): Money | null {
  if (total === null || value === null) return null;
  return add(total ?? zeroMoney, value);
}
