import { subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { ratio } from '../../../../shared/num/products.ts';
import type { Quantity, Rate } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { MarginPosition, PositionMargin } from '../../../engine/futures/margin/margin-account.ts';
import { marginState } from '../../../engine/futures/margin/margin-state.ts';
import { settleAmount } from '../../../engine/futures/units.ts';
import type { SettleAmount } from '../../../engine/futures/units.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import type { PositionKey } from '../../../engine/futures/watch/leg-fill.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { marginAccountsOf } from './margin-accounts.ts';
import { marginSettingOf } from './margin-setting.ts';

/** What margin says of one open position of the ledger. */
export interface PositionMarginFacts {
  readonly position: MarginPosition;
  readonly margin: PositionMargin;
  /** Equity less maintenance of all that it shares margin with; null where not known. */
  readonly buffer: SettleAmount | null;
  /** Of what the position was worth when entered. */
  readonly bufferShare: Rate | null;
  /** False where nobody has said the mode, and cross is assumed. */
  readonly modeKnown: boolean;
  /** How many positions share its margin. */
  readonly shares: number;
  /** The contracts among them whose maintenance margin is not known. */
  readonly lacking: readonly string[];
}

/** Margin of an open position; null where it has no price or no known terms. */
export function positionMarginOf(position: PositionKey, derived: Derived): PositionMarginFacts | null {
  return marginsOf(derived).get(positionKey(position)) ?? null;
}

const marginsOf = keptFor((derived: Derived): ReadonlyMap<string, PositionMarginFacts> => {
  const found = new Map<string, PositionMarginFacts>();
  for (const { margin: account, positions } of marginAccountsOf(derived)) {
    const { byPosition } = marginState(account);
    const cross = account.positions.flatMap(({ mode }, n) =>
      mode === 'cross' ? [byPosition[n]?.maintenance ?? null] : [],
    );
    for (const [n, one] of positions.entries()) {
      const margined = account.positions[n];
      const margin = byPosition[n];
      if (margined === undefined || margin === undefined) continue;
      const shared = margined.mode === 'cross' ? totalOf(cross) : margin.maintenance;
      const buffer = margin.equity === null || shared === null ? null : subtract(margin.equity, shared);
      found.set(positionKey(one), {
        position: margined,
        margin,
        buffer,
        bufferShare: buffer === null ? null : ratio<Quantity>(buffer, one.entryValue, 'half-even'),
        modeKnown: marginSettingOf(derived.facts.settings, one) !== null,
        shares: margined.mode === 'cross' ? cross.length : 1,
        lacking: account.positions.flatMap(({ mode, terms }, place) =>
          (margined.mode === 'cross' ? mode === 'cross' : place === n) &&
          byPosition[place]?.maintenance === null
            ? [terms.symbol]
            : [],
        ),
      });
    }
  }
  return found;
});

const nothing = settleAmount(zeroQuantity);

function totalOf(amounts: readonly (SettleAmount | null)[]): SettleAmount | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === amounts.length ? sum(known, nothing) : null;
}
