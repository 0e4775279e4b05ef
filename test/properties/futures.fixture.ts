import * as fc from 'fast-check';
import { accountId } from '../../src/shared/domain/account.ts';
import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractSpec, Payoff } from '../../src/shared/domain/contract-spec.ts';
import type { EventId, LedgerEvent, PositionSide, Side } from '../../src/shared/domain/event.ts';
import { price, quantity } from '../../src/shared/num/parse.ts';
import type { Price, Quantity } from '../../src/shared/num/types.ts';
import { instantFromEpochMs } from '../../src/shared/time/instant.ts';
import { localDate } from '../../src/shared/time/local-date.ts';

export const account = accountId('venue');

/** Terms of a kind of contract, one order unit being one coin, one unit of money, or a millionth per point. */
export function specOf(payoff: Payoff, changes: Partial<ContractSpec> = {}): ContractSpec {
  return {
    id: contractId('test', payoff),
    venue: 'Test',
    symbol: payoff,
    name: payoff,
    underlying: assetId('BTC'),
    quote: assetId('USD'),
    settleAsset: assetId(payoff === 'linear' ? 'USD' : 'BTC'),
    kind: 'perpetual',
    payoff,
    multiplier: quantity(payoff === 'quanto' ? '0.000001' : '1'),
    quantityUnit: payoff === 'linear' ? 'base' : payoff === 'inverse' ? 'quote' : 'contracts',
    quantityStep: quantity('0.001'),
    minQuantity: null,
    priceTick: null,
    expiry: null,
    expiryRule: null,
    takerFee: null,
    makerFee: null,
    fundingIntervalHours: 8,
    section1256: { status: false, settled: true, reason: '' },
    usPersons: null,
    asOf: localDate('2026-01-01'),
    ...changes,
  };
}

export const payoffs = fc.constantFrom<Payoff>('linear', 'inverse', 'quanto');
/** Prices from 0.01 to 1 000 000 with two decimals. */
export const prices: fc.Arbitrary<Price> = fc
  .integer({ min: 1, max: 100_000_000 })
  .map((cents) => price(`${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`));
/** Order quantities from 0.001 to 10 000 with three decimals. */
export const quantities: fc.Arbitrary<Quantity> = fc
  .integer({ min: 1, max: 10_000_000 })
  .map((mils) => quantity(`${Math.floor(mils / 1000)}.${String(mils % 1000).padStart(3, '0')}`));

export interface TestFill {
  readonly side: Side;
  readonly quantity: Quantity;
  readonly price: Price;
}

export const fills: fc.Arbitrary<TestFill> = fc.record({
  side: fc.constantFrom<Side>('buy', 'sell'),
  quantity: quantities,
  price: prices,
});

/** Fills as events in order, a minute apart. */
export function fillEvents(
  spec: ContractSpec,
  list: readonly TestFill[],
  positionSide: PositionSide = 'one-way',
): LedgerEvent[] {
  return list.map((fill, index) => ({
    id: `fill-${index}` as EventId,
    time: instantFromEpochMs(Date.UTC(2026, 0, 1) + index * 60_000),
    sequence: index,
    kind: 'futures-fill',
    legs: [],
    fill: { account, contract: spec.id, positionSide, ...fill },
    source: { file: 'test', line: index + 1, format: 'test' },
  }));
}
