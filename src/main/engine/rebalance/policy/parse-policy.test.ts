import { describe, expect, test } from 'vitest';
import { assetId } from '../../../../shared/domain/asset.ts';
import { plainPolicy } from '../../../../shared/domain/policy.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import { money, rate } from '../../../../shared/num/parse.ts';
import { parsePolicy } from './parse-policy.ts';
import { policyText } from './policy-text.ts';

const lines = (weights: Readonly<Record<string, string>>): Policy['targets'] =>
  Object.entries(weights).map(([asset, weight]) => ({ asset: assetId(asset), weight: rate(weight) }));

const half = { targets: lines({ BTC: '0.5', ETH: '0.5' }), absoluteBand: null, relativeBand: null };
const thrice = {
  ...half,
  targets: lines({ BTC: '0.5', ETH: '0.4', CASH: '0.1' }),
  absoluteBand: rate('0.1'),
};
const alts = (members: readonly (readonly [string, string | null])[]): Policy['groups'][number] => ({
  name: 'Alts',
  weight: rate('0.5'),
  members: members.map(([asset, share]) => ({
    asset: assetId(asset),
    share: share === null ? null : rate(share),
  })),
});

describe('sentences as people write them', () => {
  const cases: readonly (readonly [string, Policy])[] = [
    [
      'Hold 50 % BTC, 40 % ETH and 10 % cash. Rebalance when any asset is more than 10 points from target, or off by more than 25 % of its target, at most once a month, to the band edge. Not if it costs more than 0.5 % of what is moved.',
      plainPolicy({
        ...thrice,
        relativeBand: rate('0.25'),
        atMostOncePer: 'month',
        returnTo: 'band-edge',
        costLimits: { shareOfMoved: rate('0.005'), cost: null, tax: null },
      }),
    ],
    [
      'rebalance when any asset is more than 10 points from target, at most once a month, to the band edge; btc 50%, eth 50%',
      plainPolicy({ ...half, absoluteBand: rate('0.1'), atMostOncePer: 'month', returnTo: 'band-edge' }),
    ],
    ['BTC 50%\nETH 50%', plainPolicy(half)],
    ['- BTC: 50 percent\n- ETH = 50 per cent\n', plainPolicy(half)],
    ['Targets: 50% of Bitcoin, 50% in ethereum.', plainPolicy(half)],
    [
      'HOLD 50% BTC AND 50% ETH. USE THE 5/25 RULE. QUARTERLY.',
      plainPolicy({ ...half, absoluteBand: rate('0.05'), relativeBand: rate('0.25'), calendar: 'quarter' }),
    ],
    [
      'Hold 50 % BTC and 50 % Alts (SOL, ADA and DOT as held). Everything else: 0 %. Rebalance on the first of each quarter.',
      plainPolicy({
        ...half,
        targets: lines({ BTC: '0.5' }),
        groups: [
          alts([
            ['SOL', null],
            ['ADA', null],
            ['DOT', null],
          ]),
        ],
        others: 'zero',
        calendar: 'quarter',
      }),
    ],
    [
      'Hold 50 % BTC and 50 % "Alts" (60 % SOL and 40 % ADA). Rebalance "alts" when it is more than 3 points from its target. Never rebalance SOL on its own. Ignore everything else.',
      plainPolicy({
        ...half,
        targets: lines({ BTC: '0.5' }),
        groups: [
          alts([
            ['SOL', '0.6'],
            ['ADA', '0.4'],
          ]),
        ],
        ownBands: [
          { of: 'Alts', absolute: rate('0.03'), relative: null },
          { of: 'SOL', absolute: null, relative: null },
        ],
      }),
    ],
    [
      'Hold 50 % BTC and 50 % ETH. Any asset: more than 5 points off. BTC: more than 3 points from its target or off by more than 10 % of its target. Only if it costs less than 0.5 % of what is moved, not if tax is above 2 000, and not if it costs more than 1,500.50 USD.',
      plainPolicy({
        ...half,
        absoluteBand: rate('0.05'),
        ownBands: [{ of: 'BTC', absolute: rate('0.03'), relative: rate('0.1') }],
        costLimits: { shareOfMoved: rate('0.005'), cost: money('1500.5'), tax: money('2000') },
      }),
    ],
    [
      'Hold 50 % BTC and 50 % ETH, rebalance every year, half way to the target, not more than once a quarter, off by more than 20 % of its target',
      plainPolicy({
        ...half,
        relativeBand: rate('0.2'),
        calendar: 'year',
        returnTo: 'half-way',
        atMostOncePer: 'quarter',
      }),
    ],
  ];
  test.each(cases)('%s', (text, policy) => {
    expect(parsePolicy(text)).toEqual({ ok: true, policy });
    expect(parsePolicy(policyText(policy))).toEqual({ ok: true, policy });
  });
});

describe('what is wrong is said all at once, with places and what to write instead', () => {
  const known = new Set(['BTC', 'ETH', 'SOL', 'USD'].map(assetId));
  const problemsOf = (text: string): readonly (readonly [string, string])[] => {
    const parsed = parsePolicy(text, known);
    return parsed.ok ? [] : parsed.problems.map(({ message, from, to }) => [text.slice(from, to), message]);
  };

  test.each([
    ['Hold 50 % BTC and 40 % ETH.', [['50 % BTC and 40 % ETH', 'the targets add up to 90 %, not 100 %']]],
    ['Hold 50 % BTC and 25 % ETH and 25 % btc.', [['25 % btc', 'BTC is named twice']]],
    [
      'Hold 50 % BTC, 50 % ETHH. Sell high and buy low. At most once a month.',
      [
        ['50 % ETHH', 'nobody knows ETHH: it is neither held nor priced here'],
        ['Sell high', '"Sell high" was not understood'],
        ['buy low', '"buy low" was not understood'],
      ],
    ],
    [
      'Hold 50 % BTC, 50 % ETH. Rebalance when any asset is more than 5 % from target.',
      [['more than 5 % from target', 'it is not clear whether "5 %" means points, or a share of the target']],
    ],
    [
      'Hold 50 % BTC, 50 % ETH. Rebalance SOL when it is more than 5 points from its target. To the band edge.',
      [['SOL', 'a rule is about SOL, which has no target']],
    ],
    [
      'Hold 50 % BTC, 50 % ETH. To the band edge. Monthly. Quarterly.',
      [
        [
          'Hold 50 % BTC, 50 % ETH. To the band edge. Monthly. Quarterly.',
          'there is no band, so nobody can go back to its edge or half way',
        ],
        ['Quarterly', 'this was said before, in another way'],
      ],
    ],
    [
      'Hold 50 % BTC, 50 % ETH. Rebalance BTC when it is more than 60 points from its target.',
      [['BTC', 'the band of BTC crosses 0 % and 100 %, so it would never fire around its target of 50 %']],
    ],
    ['', [['', 'no targets are named']]],
    ['Hold -10 % BTC and 110 % ETH.', [['-10 % BTC', 'the target of BTC is below zero']]],
  ])('%s', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  test('a near name is offered', () => {
    const parsed = parsePolicy('Hold 50 % BTC, 50 % ETHH.', known);
    expect(parsed.ok ? [] : parsed.problems.map(({ instead }) => instead)).toEqual(['Did you mean ETH?']);
  });
});

test.each([
  'Never rebalance BTC on its own. Rebalance BTC when it is more than 3 points from its target.',
  'Rebalance BTC when it is more than 3 points from its target. Never rebalance BTC on its own.',
])('a band and none for the same line contradict each other, in either order: %s', (sentences) => {
  const parsed = parsePolicy(`Hold 50 % BTC and 50 % ETH. ${sentences}`);
  expect(parsed.ok ? [] : parsed.problems.map(({ message }) => message)).toEqual([
    'this was said before, in another way',
  ]);
});
