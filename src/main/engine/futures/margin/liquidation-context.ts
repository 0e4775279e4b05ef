import { add } from '../../../../shared/num/arithmetic.ts';
import { noSize } from '../amounts.ts';
import type { SettleAmount, Size } from '../units.ts';
import { collateralBeside, freeBeside } from './account-view.ts';
import type { AccountView } from './account-view.ts';
import type { MarginPosition } from './margin-account.ts';

/** What a liquidation price is computed from, once it is known what stands behind the position. */
export interface LiquidationContext {
  readonly view: AccountView;
  readonly position: MarginPosition;
  /** Positions that the same price moves in the same account, the one asked for first (hedge mode: two). */
  readonly legs: readonly MarginPosition[];
  /** What stands behind them and does not move with the price: margin or wallet, others' profit less others' margin. */
  readonly free: SettleAmount;
  /** Collateral in the underlying itself, as a size of this contract. */
  readonly held: Size;
}

type ContextFound =
  | { readonly kind: 'known'; readonly context: LiquidationContext }
  | { readonly kind: 'unknown'; readonly why: string };

/** Gathers what stands behind a position; a term that is not known stops it, in words. */
export function liquidationContext(view: AccountView, position: MarginPosition): ContextFound {
  if (position.mode === 'isolated') {
    const free = position.isolatedMargin;
    if (free === null) return unknown(`the margin set aside for ${position.terms.symbol} is not stated`);
    return { kind: 'known', context: { view, position, legs: [position], free, held: noSize } };
  }
  const same = view.byContract.get(position.terms.id) ?? [];
  const legs = [position, ...same.filter((other) => other !== position)];
  const free = freeBeside(view, legs);
  if (free === null) return unknown('the margin set aside for an isolated position beside it is not stated');
  for (const [other, net] of view.net) {
    if (net === null && other.terms.id !== position.terms.id)
      return unknown(`the maintenance margin of ${other.terms.symbol} is not known`);
  }
  const { still, moving } = collateralBeside(view, position);
  return { kind: 'known', context: { view, position, legs, free: add(free, still), held: moving } };
}

function unknown(why: string): ContextFound {
  return { kind: 'unknown', why };
}
