/** What may be put on record: nothing that is not known. */
import { expect, test } from 'vitest';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { HedgeLegId } from '../../../../shared/domain/hedge.ts';
import { price, quantity } from '../../../../shared/num/parse.ts';
import { coins } from '../../../engine/futures/units.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import type { PositionDirection } from '../../../engine/futures/units.ts';
import { terms } from '../../../../../test/cases/futures/lots-and-terms.fixture.ts';
import type { Derived } from '../../derived.ts';
import { plannedCoins } from './asset-states.ts';
import { coinsOfAsset } from './coins-of-asset.ts';
import { lotsOfLegs } from './identify-leg.ts';
import type { LegLife } from './leg-lives.ts';

const ethereum = { ...terms('binance-um', 'BTCUSDT'), underlying: assetId('ETH'), symbol: 'ETHUSDT' };

function derivedWith(prices: Readonly<Record<string, string>>): Derived {
  const latest = (of: AssetId): object | null =>
    prices[of] === undefined ? null : { price: price(prices[of]) };
  const derived = { prices: { latest }, facts: { plans: [] }, heldLots: [], at: 0, asOf: 0 };
  return derived as unknown as Derived;
}

/** A leg for BTC in an ETH contract. */
function crossLeg(moved: Coins | null, direction: PositionDirection = 'short'): LegLife {
  const leg = { id: 'plan-1-leg-1' as HedgeLegId, asset: assetId('BTC'), contract: ethereum.id, lots: [] };
  const open = [{ part: { open: { direction } }, coins: moved }];
  return { leg, terms: ethereum, open } as unknown as LegLife;
}

const tenShort = coins(quantity('-10'));

test('ten ETH short for BTC stand for as many BTC as they are worth', () => {
  const derived = derivedWith({ BTC: '100000', ETH: '3000' });
  expect(coinsOfAsset(crossLeg(tenShort), derived)).toBe(quantity('-0.3'));
});

test.each([
  ['of the coin that is hedged', { ETH: '3000' }, tenShort],
  ['of the coin that the contract follows', { BTC: '100000' }, tenShort],
  ['of the contract', { BTC: '100000', ETH: '3000' }, null],
])('where a price %s is missing, nothing is identified in place of what was', (_what, prices, moved) => {
  const found = lotsOfLegs([crossLeg(moved)], null, derivedWith(prices));
  expect(found).toMatchObject({ ok: false, failure: { code: 'hedge/lots-unknown' } });
});

test('a long hedges no lots, whether its coins are known or not', () => {
  expect(lotsOfLegs([crossLeg(null, 'long')], null, derivedWith({}))).toEqual({ ok: true, value: [[]] });
});

test('what a contract that nobody knows was planned to move is not nothing', () => {
  expect(plannedCoins(crossLeg(tenShort).leg, undefined)).toBeNull();
});
