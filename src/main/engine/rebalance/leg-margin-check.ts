/** What a leg ties up, at which price its venue would close it, and the cash that adverse moves need. */
import type { ContractTerms } from '../../../shared/domain/contract-terms.ts';
import { add, isPositive, isZero, negate, subtract } from '../../../shared/num/arithmetic.ts';
import { rate } from '../../../shared/num/parse.ts';
import { priceTimes, quantityTimes, ratio } from '../../../shared/num/products.ts';
import type { Quantity, Rate } from '../../../shared/num/types.ts';
import { oneRate, zeroQuantity } from '../../../shared/num/types.ts';
import { cashNeeded } from '../futures/margin/cash-needed.ts';
import { initialMargin } from '../futures/margin/initial-margin.ts';
import { liquidationDistance } from '../futures/margin/liquidation-distance.ts';
import { liquidationOf } from '../futures/margin/liquidation-of.ts';
import { maintenanceMargin } from '../futures/margin/maintenance-margin.ts';
import type { LiquidationAnswer, MarginPosition } from '../futures/margin/margin-account.ts';
import { payoffRules } from '../futures/payoff/payoff-rules.ts';
import { settleAmount } from '../futures/units.ts';
import type { SettleAmount } from '../futures/units.ts';
import type { OverlayLeg } from './overlay.ts';

export interface CashForMove {
  readonly move: Rate;
  /** What the leg loses in the move. */
  readonly loss: SettleAmount;
  /** The loss and the margin after it; null where that margin is not known. */
  readonly cash: SettleAmount | null;
}

export interface LegMarginCheck {
  readonly initial: SettleAmount | null;
  readonly maintenance: SettleAmount | null;
  readonly wallet: SettleAmount | null;
  readonly walletFrom: 'given' | 'leverage-cap' | 'initial-margin' | 'unknown';
  /** Value of the leg ÷ wallet. */
  readonly leverage: Rate | null;
  readonly liquidation: LiquidationAnswer;
  /** From the price now; null where there is no such price. */
  readonly distance: Rate | null;
  readonly cash: readonly CashForMove[];
}

/** What the user says of money at the venue; nothing where both are left out. */
export interface AssumedMargin {
  /** For this leg, in the settle asset. */
  readonly given: SettleAmount | null;
  readonly leverageCap: Rate | null;
}

/** Adverse moves whose cash is shown. */
const MOVES = ['0.1', '0.2', '0.3', '0.5'].map((move) => rate(move));

/**
 * The margin of a leg that is opened now, alone in a cross account: with the money given, else with what the leverage cap
 * leaves, else with the least that the venue asks. null for a leg that orders nothing.
 */
export function legMarginCheck(
  { sized, chosen: { terms, at } }: OverlayLeg<ContractTerms>,
  assumed: AssumedMargin,
): LegMarginCheck | null {
  const size = payoffRules(terms.payoff).sizeOf(terms, sized.quantity, at.price);
  if (isZero(size)) return null;
  const side = sized.direction;
  const entryValue = payoffRules(terms.payoff).valueAt(size, at.price);
  const initial = initialMargin(terms, side, size, at);
  const { wallet, from } = walletOf(entryValue, initial, assumed);
  const position: MarginPosition = {
    terms,
    side,
    size,
    entryValue,
    averageEntry: at.price,
    at,
    mode: 'cross',
    isolatedMargin: null,
  };
  const liquidation: LiquidationAnswer =
    wallet === null
      ? { kind: 'unknown', why: `how much money lies at ${terms.venue} for it is not known` }
      : liquidationOf(
          { settleAsset: terms.settleAsset, walletBalance: wallet, positions: [position] },
          position,
        );
  return {
    initial,
    maintenance: maintenanceMargin(terms, side, size, at),
    wallet,
    walletFrom: from,
    leverage:
      wallet === null || !isPositive(wallet) ? null : ratio<Quantity>(entryValue, wallet, 'half-even'),
    liquidation,
    distance:
      liquidation.kind === 'price' ? liquidationDistance(at.price, liquidation.price, null).share : null,
    cash: MOVES.map((move) => ({ move, loss: lossIn(position, move), cash: cashNeeded(position, move) })),
  };
}

function walletOf(
  value: SettleAmount,
  initial: SettleAmount | null,
  { given, leverageCap }: AssumedMargin,
): { readonly wallet: SettleAmount | null; readonly from: LegMarginCheck['walletFrom'] } {
  if (given !== null) return { wallet: given, from: 'given' };
  if (leverageCap !== null && isPositive(leverageCap)) {
    const share = ratio<Rate>(oneRate, leverageCap, 'half-even');
    return { wallet: part(value, share), from: 'leverage-cap' };
  }
  return initial === null ? { wallet: null, from: 'unknown' } : { wallet: initial, from: 'initial-margin' };
}

function part(value: SettleAmount, share: Rate): SettleAmount {
  return settleAmount(quantityTimes(value, share, 'half-even'));
}

function lossIn({ terms, side, size, at }: MarginPosition, move: Rate): SettleAmount {
  const factor = side === 'short' ? add(oneRate, move) : subtract(oneRate, move);
  const moved = priceTimes(at.price, factor, 'half-even');
  const rules = payoffRules(terms.payoff);
  if (!isPositive(moved)) return settleAmount(zeroQuantity);
  return negate(rules.profit(side, rules.valueAt(size, at.price), rules.valueAt(size, moved)));
}
