import { expect, test } from 'vitest';
import { assetId } from '../../../shared/domain/asset.ts';
import { plainPolicy } from '../../../shared/domain/policy.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { rate } from '../../../shared/num/parse.ts';
import { policyProblems } from './policy-words.ts';

const policy = (
  weights: Readonly<Record<string, string>>,
  absolute: string | null,
  relative: string | null,
): Policy =>
  plainPolicy({
    targets: Object.entries(weights).map(([asset, weight]) => ({
      asset: assetId(asset),
      weight: rate(weight),
    })),
    absoluteBand: absolute === null ? null : rate(absolute),
    relativeBand: relative === null ? null : rate(relative),
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
