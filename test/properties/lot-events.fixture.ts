/** Random events for `calc gains`. */
import * as fc from 'fast-check';
import type { CalcEvent } from '../../src/shared/contract/calc-gains.ts';

const assets = fc.constantFrom('BTC', 'ETH', 'SOL');
const accounts = fc.constantFrom('A', 'B');
/** Whole thousandths, seldom round. */
const amount = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: most * 1000 }).map((n) => (n / 1000).toFixed(3));
/** Some at the same instant, some years apart, some on the edges of months. */
const gap = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 86_400_000 }),
  fc.integer({ min: 1, max: 120 }).map((days) => days * 86_400_000),
);

type Fees = { fee?: string; feeAsset?: string; feeQuantity?: string; feeValue?: string };
const fees = (withheldIn: string | undefined): fc.Arbitrary<Fees> =>
  fc.oneof(
    fc.constant<Fees>({}),
    amount(3).map((fee) => ({ fee })),
    fc
      .tuple(amount(1), amount(5))
      .map(([feeQuantity, feeValue]) => ({ feeAsset: 'BNB', feeQuantity, feeValue })),
    // Less than the smallest quantity: a fee that takes all that was bought leaves no lot to carry the cost.
    withheldIn === undefined
      ? fc.constant<Fees>({})
      : amount(5).map((feeValue) => ({ feeAsset: withheldIn, feeQuantity: '0.0005', feeValue })),
  );

type Bare<Kind extends CalcEvent['kind']> = Omit<Extract<CalcEvent, { kind: Kind }>, 'id' | 'time'>;
type AnyBare =
  | Bare<'buy'>
  | Bare<'sell'>
  | Bare<'swap'>
  | Bare<'transfer'>
  | Bare<'income'>
  | Bare<'spend' | 'gift' | 'lost'>;

const place = fc.record({ account: accounts, asset: assets });

const buy: fc.Arbitrary<AnyBare> = place.chain(({ account, asset }) =>
  fc
    .record({ quantity: amount(5), total: amount(900), fees: fees(asset) })
    .map(({ quantity, total, fees: cost }) => ({
      kind: 'buy' as const,
      account,
      asset,
      quantity,
      total,
      ...cost,
    })),
);
const sell: fc.Arbitrary<AnyBare> = place.chain(({ account, asset }) =>
  fc
    .record({ quantity: amount(4), total: amount(900), fees: fees(undefined) })
    .map(({ quantity, total, fees: cost }) => ({
      kind: 'sell' as const,
      account,
      asset,
      quantity,
      total,
      ...cost,
    })),
);
const swap: fc.Arbitrary<AnyBare> = fc
  .tuple(accounts, fc.constantFrom<[string, string]>(['BTC', 'ETH'], ['ETH', 'SOL'], ['SOL', 'BTC']))
  .chain(([account, [asset, toAsset]]) =>
    fc
      .record({ quantity: amount(3), toQuantity: amount(5), value: amount(900), fees: fees(toAsset) })
      .map(({ fees: cost, ...rest }) => ({
        kind: 'swap' as const,
        account,
        asset,
        toAsset,
        ...rest,
        ...cost,
      })),
  );
const transfer: fc.Arbitrary<AnyBare> = fc
  .tuple(
    assets,
    fc.constantFrom<[string, string]>(['A', 'B'], ['B', 'A']),
    fc.integer({ min: 2, max: 4000 }),
    amount(300),
  )
  .chain(([asset, [account, toAccount], sent, value]) =>
    fc.integer({ min: Math.max(1, sent - 20), max: sent }).map((received) => ({
      kind: 'transfer' as const,
      account,
      asset,
      quantity: (sent / 1000).toFixed(3),
      toAccount,
      received: (received / 1000).toFixed(3),
      value,
    })),
  );
const income: fc.Arbitrary<AnyBare> = place.chain(({ account, asset }) =>
  fc
    .record({ quantity: amount(1), value: amount(200) })
    .map((rest) => ({ kind: 'income' as const, account, asset, reason: 'staking' as const, ...rest })),
);
const departure: fc.Arbitrary<AnyBare> = fc
  .tuple(place, fc.constantFrom('spend' as const, 'gift' as const, 'lost' as const), amount(1), amount(300))
  .map(([{ account, asset }, kind, quantity, value]) => ({ kind, account, asset, quantity, value }));
const feeCoins: fc.Arbitrary<AnyBare> = accounts.map((account) => ({
  kind: 'buy' as const,
  account,
  asset: 'BNB',
  quantity: '50',
  total: '700',
}));

const START = Date.UTC(2021, 0, 25);

/** Up to forty events in order of time, several at one instant; sales may be of more than is held. */
export const lotEvents: fc.Arbitrary<CalcEvent[]> = fc
  .array(fc.tuple(fc.oneof(buy, buy, sell, sell, swap, transfer, income, departure, feeCoins), gap), {
    minLength: 1,
    maxLength: 40,
  })
  .map((drafts) => {
    let time = START;
    return drafts.map(([draft, ms], number) => {
      time += ms;
      return { ...draft, id: `e${number}`, time: new Date(time).toISOString() } as CalcEvent;
    });
  });
