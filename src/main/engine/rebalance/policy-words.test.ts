import { expect, test } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { rate } from '../../../shared/num/parse.ts';
import { policyProblems, policyWords } from './policy-words.ts';

const policy = (
  weights: Readonly<Record<string, string>>,
  absolute: string | null,
  relative: string | null,
): Policy => ({
  targets: Object.entries(weights).map(([asset, weight]) => ({
    asset: assetId(asset),
    weight: rate(weight),
  })),
  absoluteBand: absolute === null ? null : rate(absolute),
  relativeBand: relative === null ? null : rate(relative),
});

test('a policy in words', () => {
  expect(policyWords(policy({ BTC: '0.5', ETH: '0.3', SOL: '0.2' }, '0.05', '0.25'))).toBe(
    'Hold 50 % BTC, 30 % ETH and 20 % SOL. Act when an asset is more than 5 points from its target, or off by more than 25 % of its target.',
  );
  expect(policyWords(policy({ BTC: '1' }, '0.01', null))).toBe(
    'Hold 100 % BTC. Act when an asset is more than 1 point from its target.',
  );
  expect(policyWords(policy({ BTC: '0.333', ETH: '0.667' }, null, null))).toBe(
    'Hold 33.3 % BTC and 66.7 % ETH. No band is set: nothing triggers.',
  );
});

test('all that is wrong with a policy is said at once', () => {
  const twice: Policy = {
    ...policy({ BTC: '0.5', ETH: '-0.1' }, '1.5', null),
    targets: [
      { asset: assetId('BTC'), weight: rate('0.5') },
      { asset: assetId('BTC'), weight: rate('0.5') },
      { asset: assetId('ETH'), weight: rate('-0.1') },
    ],
  };
  expect(policyProblems(twice)).toEqual([
    'BTC is named twice',
    'the target of ETH is below zero',
    'the targets add up to 90 %, not 100 %',
    'the absolute band is not between 0 and 100 %',
  ]);
  expect(policyProblems(policy({ BTC: '0.5', ETH: '0.5' }, '0.1', '0.25'))).toEqual([]);
});
