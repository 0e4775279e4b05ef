/** Positions and accounts to be margined, drawn at random. */
import * as fc from 'fast-check';
import type { Payoff } from '../../src/shared/domain/contract-spec.ts';
import type { LiquidationModel } from '../../src/shared/domain/margin-table.ts';
import type { DrawnAccount, DrawnPosition } from './margin-position.fixture.ts';
import type { PlainMargin } from './plain-futures-margin.fixture.ts';

const fixed = (value: number, places: number): string =>
  BigInt(Math.round(value * 10 ** Math.min(places, 6))) === 0n
    ? `0.${'0'.repeat(places - 1)}1`
    : value.toFixed(places);

/** From `low` to `high`, as likely in each power of ten. */
function spread(low: number, high: number): fc.Arbitrary<number> {
  const [from, to] = [Math.log10(low), Math.log10(high)];
  return fc.integer({ min: 0, max: 1_000_000 }).map((at) => 10 ** (from + ((to - from) * at) / 1_000_000));
}

interface TierDraw {
  readonly starts: number;
  readonly growths: readonly number[];
  readonly rises: readonly number[];
  readonly jumps: boolean;
  readonly endless: boolean;
}

const tierDraws: fc.Arbitrary<TierDraw> = fc.record({
  starts: spread(0.05, 5),
  growths: fc.array(fc.integer({ min: 11, max: 60 }), { minLength: 1, maxLength: 4 }),
  rises: fc.array(fc.integer({ min: 10, max: 500 }), { minLength: 5, maxLength: 5 }),
  jumps: fc.boolean(),
  endless: fc.boolean(),
});

/** Steps around an amount; without jumps the deduction of each lets margin grow evenly. */
function tiersAround(
  amount: number,
  draw: TierDraw,
  canBeEven: boolean,
): Extract<PlainMargin, { kind: 'tiers' }>['tiers'] {
  let cap = amount * draw.starts;
  let [rateNow, deduction, capBefore] = [0, 0, 0];
  return draw.growths.map((growth, place) => {
    const rise = (draw.rises[place] ?? 10) / 10_000;
    if (canBeEven && !draw.jumps && place > 0) deduction += capBefore * rise;
    rateNow = Number((rateNow + rise).toFixed(4));
    capBefore = Number(fixed(cap, 9));
    cap *= growth / 10;
    const isLast = place === draw.growths.length - 1;
    return {
      cap: isLast && draw.endless ? null : capBefore,
      rate: rateNow,
      deduction: Number(deduction.toFixed(12)),
    };
  });
}

const payoffs = fc.constantFrom<Payoff>('linear', 'inverse', 'quanto');
const MODELS: Record<Payoff, readonly LiquidationModel[]> = {
  linear: ['binance', 'bybit-entry', 'bybit-mark', 'okx', 'deribit', 'kraken', 'hyperliquid', 'broker'],
  inverse: ['inverse', 'bybit-entry', 'bybit-mark', 'okx', 'deribit', 'kraken'],
  quanto: ['binance', 'okx', 'kraken'],
};

const shapes = fc.record({
  side: fc.constantFrom<'long' | 'short'>('long', 'short'),
  mark: spread(0.01, 1_000_000),
  away: spread(0.4, 2.5),
  value: spread(0.01, 100_000),
  model: fc.nat({ max: 99 }),
  kind: fc.constantFrom('tiers', 'tiers', 'tiers', 'flat', 'slope', 'broker-money'),
  unit: fc.constantFrom<'settle-value' | 'coins' | 'contracts'>(
    'settle-value',
    'settle-value',
    'coins',
    'contracts',
  ),
  tiers: tierDraws,
  rate: fc.integer({ min: 10, max: 3000 }),
  multiplier: fc.constantFrom('1', '0.1', '0.01', '100'),
});

interface Place {
  readonly payoff: Payoff;
  readonly symbol: string;
  readonly underlying: string;
}

/** One position whose value at the mark is about `value` of the settle asset. */
function drawn(
  { payoff, symbol, underlying }: Place,
  shape: typeof shapes extends fc.Arbitrary<infer T> ? T : never,
): DrawnPosition {
  const mark = fixed(shape.mark, 6);
  const size = fixed(payoff === 'inverse' ? shape.value * Number(mark) : shape.value / Number(mark), 9);
  const models = MODELS[payoff];
  const margin = marginOf(shape, payoff, Number(size), Number(mark));
  // Only Deribit's margin grows with the size as a slope.
  const model = margin.kind === 'slope' ? 'deribit' : (models[shape.model % models.length] ?? 'binance');
  return {
    payoff,
    symbol,
    underlying,
    side: shape.side,
    size,
    mark,
    entry: fixed(Number(mark) * shape.away, 6),
    multiplier: shape.multiplier,
    margin,
    model,
    isolatedMargin: null,
  };
}

function marginOf(
  shape: typeof shapes extends fc.Arbitrary<infer T> ? T : never,
  payoff: Payoff,
  size: number,
  mark: number,
): PlainMargin {
  const flat: PlainMargin = { kind: 'flat', rate: shape.rate / 10_000 };
  const coins = payoff === 'inverse' ? size / mark : size;
  switch (shape.kind) {
    case 'slope':
      return payoff === 'quanto'
        ? flat
        : {
            kind: 'slope',
            base: shape.rate / 20_000,
            perCoin: Number((shape.rate / 100_000 / Math.max(coins, 1e-4)).toFixed(9)),
          };
    case 'broker-money': {
      // Money a contract is asked only where contracts settle in money.
      if (payoff !== 'linear') return flat;
      const aContract = mark * Number(shape.multiplier) * (shape.rate / 10_000);
      return { kind: 'broker-money', aContract: Number(fixed(aContract, 9)) };
    }
    case 'tiers': {
      const unit = payoff === 'quanto' && shape.unit === 'coins' ? 'settle-value' : shape.unit;
      const value = payoff === 'inverse' ? coins : size * mark;
      const amount = { 'settle-value': value, coins, contracts: size / Number(shape.multiplier) }[unit];
      const even = unit === 'settle-value' || (unit === 'coins' && payoff === 'inverse');
      return { kind: 'tiers', unit, tiers: tiersAround(amount, shape.tiers, even) };
    }
    default:
      return flat;
  }
}

/** One position with margin of its own. */
export const isolatedAccounts: fc.Arbitrary<DrawnAccount> = fc
  .record({ payoff: payoffs, shape: shapes, backing: spread(0.001, 3) })
  .map(({ payoff, shape, backing }) => {
    const position = drawn({ payoff, symbol: 'A', underlying: 'BTC' }, shape);
    const isolatedMargin = fixed(shape.value * backing, 9);
    return { positions: [{ ...position, isolatedMargin }], wallet: isolatedMargin, collateral: [] };
  });

/** Several positions that share a wallet, the first of them asked for: the other side of it, other contracts, isolated ones, coins. */
export const crossAccounts: fc.Arbitrary<DrawnAccount> = fc
  .record({
    payoff: fc.constantFrom<Payoff>('linear', 'inverse', 'quanto'),
    shapes: fc.array(shapes, { minLength: 4, maxLength: 4 }),
    hedged: fc.boolean(),
    others: fc.nat({ max: 2 }),
    isolated: fc.boolean(),
    backing: spread(0.01, 5),
    coins: fc.array(
      fc.record({ own: fc.boolean(), share: spread(0.01, 1), weight: fc.integer({ min: 50, max: 100 }) }),
      { maxLength: 2 },
    ),
  })
  .map(({ payoff, shapes: list, hedged, others, isolated, backing, coins }) => {
    const [first, second, third, fourth] = list;
    if (first === undefined || second === undefined || third === undefined || fourth === undefined)
      throw new Error();
    const asked = drawn({ payoff, symbol: 'A', underlying: 'BTC' }, first);
    const positions: DrawnPosition[] = [asked];
    // Deribit keeps one position a contract.
    if (hedged && asked.model !== 'deribit') positions.push(oppositeOf(asked, second));
    for (const [place, shape] of [third, fourth].slice(0, others).entries())
      positions.push(besides(asked, drawn({ payoff, symbol: `B${place}`, underlying: `X${place}` }, shape)));
    const apart = isolated
      ? [
          {
            ...drawn({ payoff, symbol: 'C', underlying: 'BTC' }, second),
            model: asked.model,
            isolatedMargin: fixed(second.value, 9),
          },
        ]
      : [];
    const value = list.slice(0, positions.length).reduce((sum, one) => sum + one.value, 0);
    const wallet = fixed(value * backing + (isolated ? second.value : 0), 9);
    const collateral = payoff === 'linear' ? coins : [];
    return {
      positions: [...positions, ...apart],
      wallet,
      collateral: collateral.map(({ own, share, weight }) => {
        const at = own ? asked.mark : '3';
        return {
          asset: own ? 'BTC' : 'SOL',
          quantity: fixed((first.value * share) / Number(at), 9),
          price: at,
          weight: (weight / 100).toFixed(2),
        };
      }),
    };
  });

/** Another contract of the same venue: one venue has one model, and a slope in all its tables or in none. */
function besides({ model, margin }: DrawnPosition, other: DrawnPosition): DrawnPosition {
  if ((margin.kind === 'slope') === (other.margin.kind === 'slope')) return { ...other, model };
  return {
    ...other,
    model,
    margin: margin.kind === 'slope' ? { ...margin, perCoin: 0.001 } : { kind: 'flat', rate: 0.02 },
  };
}

/** The other side of a position in hedge mode. */
function oppositeOf(position: DrawnPosition, shape: { value: number; away: number }): DrawnPosition {
  const { payoff, mark } = position;
  const size = fixed(payoff === 'inverse' ? shape.value * Number(mark) : shape.value / Number(mark), 9);
  const entry = fixed(Number(mark) * shape.away, 6);
  return { ...position, side: position.side === 'long' ? 'short' : 'long', size, entry };
}
