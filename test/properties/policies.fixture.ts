import fc from 'fast-check';
import { assetId } from '../../src/shared/domain/asset.ts';
import { CASH, plainPolicy } from '../../src/shared/domain/policy.ts';
import type { Policy } from '../../src/shared/domain/policy.ts';
import { subtract, sum } from '../../src/shared/num/arithmetic.ts';
import { money, rate } from '../../src/shared/num/parse.ts';
import type { Rate } from '../../src/shared/num/types.ts';
import { oneRate, zeroRate } from '../../src/shared/num/types.ts';

/** Tickers plain, with figures first, with signs, and some that are words of sentences. */
const ticker = fc.oneof(
  fc.constantFrom(
    'BTC',
    'ETH',
    'SOL',
    'USD',
    'USDT',
    '1INCH',
    'AND',
    'ONE',
    'TARGET',
    'X.Y',
    'BTC-2',
    'A B',
    'T',
    'REST',
  ),
  fc.stringMatching(/^[A-Z][A-Z0-9]{1,6}$/u),
);
const groupName = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 .&-]{0,10}[a-z0-9]$/u).map((name) => `g${name}`);
/** Up to 16 decimals of a per cent: all that a rate has. */
const share = fc.bigInt({ min: 0n, max: 10n ** 18n }).map((units) => rate(`${units}e-18`));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const amount = maybe(fc.bigInt({ min: 0n, max: 10n ** 24n }).map((units) => money(`${units}e-18`)));

/** Shares that add up to one exactly. */
function sharesOf(count: number, cuts: readonly Rate[]): Rate[] {
  const sorted = cuts.slice(0, count - 1).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const parts = sorted.map((cut, index) => subtract(cut, sorted[index - 1] ?? zeroRate));
  return [...parts, subtract(oneRate, sum(parts, zeroRate))];
}

/** Every policy that can be used. */
export const policies: fc.Arbitrary<Policy> = fc
  .record({
    tickers: fc.uniqueArray(ticker, { minLength: 1, maxLength: 8 }),
    withCash: fc.boolean(),
    groups: fc.uniqueArray(groupName, { maxLength: 2, selector: (name) => name.toUpperCase() }),
    byWeight: fc.boolean(),
    cuts: fc.array(share, { minLength: 20, maxLength: 20 }),
    absoluteBand: maybe(share),
    relativeBand: maybe(share),
    own: fc.array(fc.record({ pick: fc.nat(50), absolute: maybe(share), relative: maybe(share) }), {
      maxLength: 3,
    }),
    others: fc.constantFrom('ignore' as const, 'zero' as const),
    calendar: fc.constantFrom(null, 'month' as const, 'quarter' as const, 'year' as const),
    atMostOncePer: fc.constantFrom(
      null,
      'week' as const,
      'month' as const,
      'quarter' as const,
      'year' as const,
    ),
    returnTo: fc.constantFrom('target' as const, 'band-edge' as const, 'half-way' as const),
    costLimits: fc.record({ shareOfMoved: maybe(share), cost: amount, tax: amount }),
  })
  .map(({ tickers, withCash, groups: names, byWeight, cuts, own, ...rest }) => {
    const assets = tickers.map(assetId);
    const perGroup = Math.floor((assets.length - 1) / Math.max(names.length, 1));
    const groups = perGroup === 0 ? [] : names;
    const alone = [...assets.slice(groups.length * perGroup), ...(withCash ? [CASH] : [])];
    const weights = sharesOf(alone.length + groups.length, cuts);
    const made = groups.map((name, index) => {
      const members = assets.slice(index * perGroup, (index + 1) * perGroup);
      const shares = sharesOf(members.length, cuts.slice(10));
      return {
        name,
        weight: weights[alone.length + index] ?? zeroRate,
        members: members.map((asset, place) => ({
          asset,
          share: byWeight ? (shares[place] ?? zeroRate) : null,
        })),
      };
    });
    const lines = [...alone, ...groups, ...made.flatMap(({ members }) => members.map(({ asset }) => asset))];
    const ownBands = own.map(({ pick, ...bands }) => ({ of: lines[pick % lines.length] ?? '', ...bands }));
    return plainPolicy({
      targets: alone.map((asset, index) => ({ asset, weight: weights[index] ?? zeroRate })),
      groups: made,
      ...rest,
      ownBands: ownBands.filter(({ of }, index) => ownBands.findIndex((one) => one.of === of) === index),
    });
  });
