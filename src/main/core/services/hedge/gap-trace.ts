import type { Trace } from '../../../../shared/domain/trace.ts';
import { add, isZero, negate, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { moneyTimes, valueOf } from '../../../../shared/num/products.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { leaf, node } from '../../../engine/explain/trace-nodes.ts';
import type { GapAsset } from '../../../engine/futures/watch/hedge-gap.ts';
import { hedgeGap } from '../../../engine/futures/watch/hedge-gap.ts';
import type { Derived } from '../../derived.ts';
import type { LegLife } from './leg-lives.ts';
import { gapAssetsOf } from './leg-ratio.ts';

/** What an asset misses its target by, in coins: (target × worth of all targeted − its own effective worth) ÷ price. */
export function gapTrace(life: LegLife, derived: Derived): Trace | null {
  const assets = gapAssetsOf(life, derived);
  const { asset } = life.leg;
  const found = assets?.find((one) => one.asset === asset);
  if (assets === null || assets === undefined || found === undefined) return null;
  const gap = hedgeGap(assets, asset);
  if (gap === null) return null;
  const { currency } = derived.facts;
  const effective = assets.map((one) => effectiveTrace(one, assets, currency));
  const total = sum(
    effective.map(({ amount }) => amount),
    zeroMoney,
  );
  const whole = node(
    'Effective worth of all that has a target',
    total,
    currency,
    'sum',
    effective.map(({ trace }) => trace),
  );
  const meant = moneyTimes(total, found.target, 'half-even');
  const own = effective[assets.indexOf(found)];
  if (own === undefined) return null;
  const missing = node(
    `Money that ${asset} misses its target by`,
    subtract(meant, own.amount),
    currency,
    'difference',
    [
      node(`Target of ${asset}`, meant, currency, 'product', [whole, leaf('Target', found.target, '')]),
      own.trace,
    ],
  );
  return node(`What ${asset} misses its target by`, gap, asset, 'quotient', [
    missing,
    leaf(`Price of ${asset}`, found.price, currency, { explain: `holding:${asset}/price` }),
  ]);
}

/** Coins and futures of one asset; the first money takes the other side of the coins' futures. */
function effectiveTrace(
  one: GapAsset,
  assets: readonly GapAsset[],
  currency: string,
): { amount: Money; trace: Trace } {
  const spot = valueOf(one.held, one.price, 'half-even');
  const price = leaf('Price', one.price, currency);
  const held = node(`${one.asset} held`, spot, currency, 'product', [
    leaf('Held', one.held, one.asset),
    price,
  ]);
  const isFirstMoney = assets.find(({ isMoney }) => isMoney) === one;
  const futures = isFirstMoney
    ? negate(sum(assets.filter(({ isMoney }) => !isMoney).map(futuresWorth), zeroMoney))
    : futuresWorth(one);
  const amount = add(spot, futures);
  if (isZero(futures)) return { amount, trace: held };
  const of = isFirstMoney
    ? leaf('The other side of the coins’ futures', futures, currency)
    : node(`Futures on ${one.asset}`, futures, currency, 'product', [
        leaf('Coins that futures move', one.futures, one.asset),
        price,
      ]);
  return { amount, trace: node(`Effective worth of ${one.asset}`, amount, currency, 'sum', [held, of]) };
}

function futuresWorth({ futures, price }: GapAsset): Money {
  return valueOf(futures, price, 'half-even');
}
