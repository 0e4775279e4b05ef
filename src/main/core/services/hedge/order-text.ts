import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { Side } from '../../../../shared/domain/event.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import type { ValuationPoint } from '../../../engine/futures/payoff/payoff.ts';
import { signedCoins } from '../../../engine/futures/units.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import type { PositionKey } from '../../../engine/futures/watch/leg-fill.ts';
import type { Derived } from '../../derived.ts';
import { orderWords } from './leg-words.ts';
import { marginSettingOf } from './margin-setting.ts';

export type OrderText = NonNullable<CallAnswer<'monitor.proposal'>['order']>;

export interface OrderOf {
  readonly asset: AssetId;
  readonly terms: ContractTerms;
  readonly at: ValuationPoint;
  readonly side: Side;
  readonly quantity: Quantity;
  readonly reduceOnly: boolean;
  /** The position that it changes; null where it opens one. */
  readonly position: PositionKey | null;
}

/** An order as the contract carries it: by position, with its words. */
export function orderTextOf(order: OrderOf, derived: Derived): OrderText {
  const { terms, at, side, quantity, reduceOnly, position, asset } = order;
  const rules = payoffRules(terms.payoff);
  const size = rules.sizeOf(terms, { unit: terms.quantityUnit, amount: quantity }, at.price);
  const verb = side === 'buy' ? (reduceOnly ? 'Buy back' : 'Buy') : 'Sell';
  const where = position === null ? '' : ` in ${derived.accountName(position.account)}`;
  const setting = position === null ? null : marginSettingOf(derived.facts.settings, position);
  return {
    asset,
    contract: terms.id,
    side,
    quantity: toText(quantity),
    unit: terms.quantityUnit,
    quote: terms.quote,
    reduceOnly,
    positionSide: position?.positionSide ?? 'one-way',
    position: position === null ? null : positionKey(position),
    marginMode: setting?.mode ?? null,
    coins: toText(signedCoins(side === 'buy' ? 'long' : 'short', rules.delta(size, at))),
    notional: toText(rules.notional(size, at)),
    words: `${verb} ${orderWords(quantity, terms)} of ${terms.symbol}${where}${reduceOnly ? ', reduce-only' : ''}.`,
  };
}
