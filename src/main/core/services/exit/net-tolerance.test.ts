/** How far all coins together may stand off, by hand. */
import { expect, test } from 'vitest';
import { assetId } from '../../../../shared/domain/asset.ts';
import { toText } from '../../../../shared/num/format.ts';
import { price, quantity } from '../../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { ExitFuture, ExitGoal } from '../../../engine/exit/exit-case.ts';
import { netToleranceOf } from './net-tolerance.ts';
import type { WantedGoal } from './exit-goals.ts';
import type { ExitRequest } from './exit-setup.ts';
import { Problems } from './problems.ts';

const [btc, eth] = [assetId('BTC'), assetId('ETH')];
/** 2 of 5 BTC are sold at 50 000, 10 ETH are bought at 2 000: in the end they are worth 150 000 and 20 000. */
const wanted: readonly WantedGoal[] = [
  { asset: btc, change: quantity('-2'), price: price('50000'), band: null },
  { asset: eth, change: quantity('10'), price: price('2000'), band: null },
];
const goals = [
  {
    asset: btc,
    sell: quantity('2'),
    buy: zeroQuantity,
    held: quantity('5'),
    lots: [],
    tolerance: quantity('2'),
  },
  {
    asset: eth,
    sell: zeroQuantity,
    buy: quantity('10'),
    held: zeroQuantity,
    lots: [],
    tolerance: quantity('10'),
  },
] as unknown as readonly ExitGoal[];
const future = (asset: typeof btc, side: ExitFuture['side'], step: string, steps: number): ExitFuture =>
  ({ asset, side, coinsPerStep: quantity(step), steps }) as unknown as ExitFuture;
const both = [future(btc, 'short', '0.1', 20), future(eth, 'long', '1', 10)];

test.each<[string, readonly ExitFuture[], ExitRequest, string | null]>([
  ['no futures: no limit', [], {}, null],
  [
    '1 % of 170 000 is less than half a contract of each',
    [future(btc, 'short', '0.1', 20), both[1] as ExitFuture],
    {},
    '3500',
  ],
  ['small contracts: 1 %', [future(btc, 'short', '0.01', 200), both[1] as ExitFuture], {}, '1700'],
  ['the share asked for', both, { bandTogether: '0.05' }, '8500'],
  ['never less than contracts need', both, { bandTogether: '0' }, '3500'],
  ['also without futures where it is asked for', [], { bandTogether: '0.05' }, '8500'],
  // What is sold and not hedged stands above until then: 2 BTC. What is bought has no such room.
  ['nothing hedges what is sold', [both[1] as ExitFuture], {}, '101700'],
  ['nothing hedges what is bought', [both[0] as ExitFuture], {}, '2500'],
])('%s', (_, futures, request, limit) => {
  const { netTolerance } = netToleranceOf(goals, { wanted, futures, request }, new Problems());
  expect(netTolerance === null ? null : toText(netTolerance)).toBe(limit);
});

test('below zero there is nothing', () => {
  const problems = new Problems();
  netToleranceOf(goals, { wanted, futures: both, request: { bandTogether: '-0.01' } }, problems);
  expect(problems.failed().failure.code).toBe('exit/assumption-out-of-range');
});
