/** Steps that rounding put beside the limit of all coins together, by hand. */
import { expect, test } from 'vitest';
import { money, price, quantity } from '../../../../shared/num/parse.ts';
import type { ExitCase } from '../exit-case.ts';
import { stepNumbersOf } from './step-numbers.ts';
import { withinNet } from './within-net.ts';

/** BTC to be sold at 50 000 in steps of 0.1, ETH to be bought at 2 000 in steps of 1; half of each is done. */
function caseOf(netTolerance: string | null, tolerances: readonly [string, string] = ['1', '25']): ExitCase {
  const goal = (asset: string, sell: string, buy: string, held: string, place: number): unknown => ({
    asset,
    sell: quantity(sell),
    buy: quantity(buy),
    held: quantity(held),
    lots: [],
    tolerance: quantity(tolerances[place] ?? '0'),
  });
  return {
    goals: [goal('BTC', '1', '0', '2', 0), goal('ETH', '0', '25', '0', 1)],
    futures: [
      { asset: 'BTC', side: 'short', coinsPerStep: quantity('0.1'), steps: 10 },
      { asset: 'ETH', side: 'long', coinsPerStep: quantity('1'), steps: 25 },
    ],
    book: { priceOn: (asset: string) => price(asset === 'BTC' ? '50000' : '2000') },
    netTolerance: netTolerance === null ? null : money(netTolerance),
  } as unknown as ExitCase;
}
const rests = [0.5, 12.5];
const all = [10, 25];

test.each<[string, string | null, number[], number[], number[] | null]>([
  ['no limit', null, [5, 0], all, [5, 0]],
  // 0 above and 25 000 below.
  ['within it', '25000', [5, 0], all, [5, 0]],
  ['more of the long, where it may be more', '1000', [5, 0], all, [5, 12]],
  // 5 steps of the short stand for the 25 000 that the coins to be bought lack.
  ['fewer of the short, where the long may not grow', '1000', [5, 0], [5, 0], [0, 0]],
  ['one position where it is enough', '1000', [5, 0], [5, 4], [0, 0]],
  ['nothing to be done', '1000', [0, 0], [0, 0], [0, 0]],
])('%s', (_, limit, steps, before, wanted) => {
  expect(withinNet(stepNumbersOf(caseOf(limit)), { rests, steps, before })).toEqual(wanted);
});

test('the coins’ own bands are kept', () => {
  const narrow = caseOf('2000', ['0.3', '25']);
  expect(withinNet(stepNumbersOf(narrow), { rests, steps: [5, 0], before: [5, 4] })).toEqual([2, 4]);
  // Fewer of the short would leave BTC further above than 0.2; more of the long there is none.
  expect(
    withinNet(stepNumbersOf(caseOf('1000', ['0.2', '25'])), { rests, steps: [5, 0], before: [5, 0] }),
  ).toBeNull();
});
