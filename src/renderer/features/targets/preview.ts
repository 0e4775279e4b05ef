/** Where today's effective shares stand against targets that are being typed and are not saved yet. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { add, compare, larger, negate, smaller, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { money, rate } from '../../../shared/num/parse.ts';
import { ratio, rateTimes } from '../../../shared/num/products.ts';
import { oneRate, zeroMoney, zeroRate, type Money, type Rate } from '../../../shared/num/types.ts';
import type { BulletRow } from '../../charts/drift-bullets.tsx';
import type { Policy } from './draft.ts';

type Holding = CallAnswer<'holdings.read'>['holdings'][number];

/** The same rule as the core's drift: shares of the targeted assets only; money takes the other side of futures. */
export function previewDrift(policy: Policy, holdings: readonly Holding[]): readonly BulletRow[] {
  const values = effectiveValues(policy, holdings);
  const total = sum(values, zeroMoney);
  if (total <= zeroMoney) return [];
  return policy.targets.map(({ asset, weight: targetText }, index) => {
    const target = rate(targetText);
    const weight = ratio<Money>(values[index] ?? zeroMoney, total, 'half-even');
    const { low, high } = bandOf(target, policy);
    return {
      asset,
      weight: toText(weight),
      target: targetText,
      bandLow: toText(low),
      bandHigh: toText(high),
      drift: toText(subtract(weight, target)),
      outside: compare(weight, low) < 0 || compare(weight, high) > 0,
    };
  });
}

function effectiveValues({ targets }: Policy, holdings: readonly Holding[]): Money[] {
  const held = new Map(holdings.map((holding) => [holding.asset, holding]));
  const parts = targets.map(({ asset }) => {
    const holding = held.get(asset);
    return {
      isMoney: holding?.assetClass === 'currency' || holding?.assetClass === 'stablecoin',
      spot: money(holding?.value ?? '0'),
      futures: money(holding?.futuresValue ?? '0'),
    };
  });
  const futures = sum(
    parts.filter(({ isMoney }) => !isMoney).map((part) => part.futures),
    zeroMoney,
  );
  const firstMoney = parts.findIndex(({ isMoney }) => isMoney);
  return parts.map((part, index) => add(part.spot, index === firstMoney ? negate(futures) : part.futures));
}

/** The narrower of the two bands; everything where there is none. */
function bandOf(target: Rate, { absoluteBand, relativeBand }: Policy): { low: Rate; high: Rate } {
  const widths = [
    ...(absoluteBand === null ? [] : [rate(absoluteBand)]),
    ...(relativeBand === null ? [] : [rateTimes(target, rate(relativeBand), 'half-even')]),
  ];
  const [first, second = first] = widths;
  if (first === undefined || second === undefined) return { low: zeroRate, high: oneRate };
  const width = smaller(first, second);
  return { low: larger(subtract(target, width), zeroRate), high: smaller(add(target, width), oneRate) };
}
