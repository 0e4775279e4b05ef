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

/** All money together, as a target. */
const cash = 'CASH';

/**
 * The same rule as the core's drift: shares of what has a target, and of the rest where it counts as zero; money takes the
 * other side of futures. Groups are not typed here.
 */
export function previewDrift(policy: Policy, holdings: readonly Holding[]): readonly BulletRow[] {
  const lines = linesOf(policy, holdings);
  const values = effectiveValues(lines);
  const total = sum(values, zeroMoney);
  if (total <= zeroMoney) return [];
  return lines.map(({ asset, weight: targetText }, index) => {
    const target = rate(targetText);
    const weight = ratio<Money>(values[index] ?? zeroMoney, total, 'half-even');
    const { low, high } = bandOf(target, ownBand(asset, policy));
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

interface Line {
  readonly asset: string;
  readonly weight: string;
  readonly held: readonly Holding[];
}

function linesOf({ targets, others }: Policy, holdings: readonly Holding[]): readonly Line[] {
  const named = new Set(targets.map(({ asset }) => asset));
  const free = holdings.filter(({ asset }) => !named.has(asset));
  const lines = targets.map((target) => ({
    ...target,
    held:
      target.asset === cash ? free.filter(isMoney) : holdings.filter(({ asset }) => asset === target.asset),
  }));
  const rest = named.has(cash) ? free.filter((holding) => !isMoney(holding)) : free;
  const zeros = others === 'zero' ? rest.map((one) => ({ asset: one.asset, weight: '0', held: [one] })) : [];
  return [...lines, ...zeros];
}

function isMoney({ assetClass }: Holding): boolean {
  return assetClass === 'currency' || assetClass === 'stablecoin';
}

function effectiveValues(lines: readonly Line[]): Money[] {
  const total = (held: readonly Holding[], part: 'value' | 'futuresValue'): Money =>
    sum(
      held.map((holding) => money(holding[part] ?? '0')),
      zeroMoney,
    );
  const parts = lines.map(({ asset, held }) => ({
    isMoney: asset === cash || held.some(isMoney),
    spot: total(held, 'value'),
    futures: total(held, 'futuresValue'),
  }));
  const futures = sum(
    parts.filter((part) => !part.isMoney).map((part) => part.futures),
    zeroMoney,
  );
  const firstMoney = parts.findIndex((part) => part.isMoney);
  return parts.map((part, index) => add(part.spot, index === firstMoney ? negate(futures) : part.futures));
}

/** The band of one asset: its own, else that of all. */
function ownBand(asset: string, policy: Policy): Pick<Policy, 'absoluteBand' | 'relativeBand'> {
  const own = policy.ownBands?.find(({ of }) => of === asset);
  return own === undefined ? policy : { absoluteBand: own.absolute, relativeBand: own.relative };
}

/** The narrower of the two bands; everything where there is none. */
function bandOf(
  target: Rate,
  { absoluteBand, relativeBand }: Pick<Policy, 'absoluteBand' | 'relativeBand'>,
): { low: Rate; high: Rate } {
  const widths = [
    ...(absoluteBand === null ? [] : [rate(absoluteBand)]),
    ...(relativeBand === null ? [] : [rateTimes(target, rate(relativeBand), 'half-even')]),
  ];
  const [first, second = first] = widths;
  if (first === undefined || second === undefined) return { low: zeroRate, high: oneRate };
  const width = smaller(first, second);
  return { low: larger(subtract(target, width), zeroRate), high: smaller(add(target, width), oneRate) };
}
