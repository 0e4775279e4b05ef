import { expect, test } from 'vitest';
import { assetId } from '../../../../shared/domain/asset.ts';
import { CASH, plainPolicy } from '../../../../shared/domain/policy.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, price, rate } from '../../../../shared/num/parse.ts';
import { driftOf } from '../drift.ts';
import { policyExposures } from './policy-exposures.ts';
import type { Portfolio } from './policy-exposures.ts';
import { goalWeights, wayBack } from './way-back.ts';

// 60 000 BTC, 25 000 ETH, 5 000 USD and 10 000 USDT; a short of 10 000 BTC.
const portfolio: Portfolio = {
  currency: assetId('USD'),
  held: [
    { asset: assetId('BTC'), spotValue: money('60000'), futuresValue: money('-10000') },
    { asset: assetId('ETH'), spotValue: money('25000'), futuresValue: money('0') },
    { asset: assetId('USD'), spotValue: money('5000'), futuresValue: money('0') },
    { asset: assetId('USDT'), spotValue: money('10000'), futuresValue: money('0') },
  ],
  priceOf: () => price('1'),
};
const policy = plainPolicy({
  targets: [
    { asset: assetId('BTC'), weight: rate('0.6') },
    { asset: assetId('ETH'), weight: rate('0.3') },
    { asset: CASH, weight: rate('0.1') },
  ],
  absoluteBand: rate('0.1'),
  relativeBand: null,
});

test('a short moves exposure into cash, which stands for all money: 50, 25 and 25 %', () => {
  const { targeted } = policyExposures(policy, portfolio);
  // 10 % for cash, shared as its two parts are held.
  expect(targeted.map(({ asset, target }) => [asset, toText(target)])).toEqual([
    ['BTC', '0.6'],
    ['ETH', '0.3'],
    ['USD', '0.033333333333333333'],
    ['USDT', '0.066666666666666667'],
  ]);
  const drift = driftOf(targeted, policy);
  expect(
    drift?.lines.map(({ of, effectiveWeight, drift: off, outside }) => [
      of,
      toText(effectiveWeight),
      toText(off),
      outside,
    ]),
  ).toEqual([
    ['BTC', '0.5', '-0.1', false],
    ['ETH', '0.25', '-0.05', false],
    ['CASH', '0.25', '0.15', true],
  ]);
});

test.each([
  ['target', '1', ['0.6', '0.3', '0.1']],
  // Cash is 15 points off and may be 10: a third of the way, for all.
  ['band-edge', '0.333333333333333334', ['0.533333333333333333', '0.266666666666666667', '0.2']],
  ['half-way', '0.666666666666666667', ['0.566666666666666667', '0.283333333333333333', '0.15']],
] as const)('back to %s', (returnTo, way, goals) => {
  const lines = driftOf(policyExposures(policy, portfolio).targeted, policy)?.lines ?? [];
  const share = wayBack(lines, returnTo);
  expect(toText(share)).toBe(way);
  expect(goalWeights(lines, share).map((goal) => Number(toText(goal)).toFixed(12))).toEqual(
    goals.map((goal) => Number(goal).toFixed(12)),
  );
});

test('to the band edge goes as far as a member of a group with a band of its own needs', () => {
  // SOL is 12 points of 12 below its target of 12 % and may be 2: 1 − 2 ÷ 12. Its group needs less: 1 − 10 ÷ 20.
  const grouped = plainPolicy({
    targets: [
      { asset: assetId('BTC'), weight: rate('0.5') },
      { asset: assetId('ETH'), weight: rate('0.3') },
    ],
    groups: [
      {
        name: 'Alts',
        weight: rate('0.2'),
        members: [
          { asset: assetId('SOL'), share: rate('0.6') },
          { asset: assetId('ADA'), share: rate('0.4') },
        ],
      },
    ],
    absoluteBand: rate('0.1'),
    relativeBand: null,
    ownBands: [{ of: 'SOL', absolute: rate('0.02'), relative: null }],
  });
  const drift = driftOf(policyExposures(grouped, portfolio).targeted, grouped);
  const way = wayBack(drift?.lines ?? [], 'band-edge');
  expect(toText(way)).toBe('0.833333333333333334');
});
