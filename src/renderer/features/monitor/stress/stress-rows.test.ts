import { expect, test } from 'vitest';
import {
  changedDeltas,
  changeParts,
  lossWords,
  scenarioName,
  stressSentence,
  worstFirst,
  type StressResult,
} from './stress-rows.ts';

type Leg = StressResult['legs'][number];

function result(name: string, state: StressResult['state'], change: string, lost = 0): StressResult {
  const legs = Array.from({ length: lost }, () => ({ state: 'liquidated' }) as Leg);
  return {
    scenario: { id: name, name, words: '', own: false },
    state,
    change,
    legs: [...legs, { state: 'open' } as Leg],
  } as StressResult;
}

test('danger first, then forced closes, then the wealth lost', () => {
  const list = [
    result('fine', 'fine', '-9000'),
    result('danger, small', 'danger', '-10'),
    result('watch', 'watch', '-5'),
    result('danger, large', 'danger', '-1000'),
    result('danger, closed', 'danger', '100', 1),
  ];
  expect(worstFirst(list).map(({ scenario }) => scenario.name)).toEqual([
    'danger, closed',
    'danger, large',
    'danger, small',
    'watch',
    'fine',
  ]);
  expect(lossWords(list[4] ?? { legs: [] })).toEqual(['1 closed by force']);
  expect(lossWords(list[0] ?? { legs: [] })).toEqual([]);
});

test('names of shipped scenarios are written as figures are; one’s own as they were typed', () => {
  const name = 'Hedge taken away at -30 %, then +20 %';
  const scenario = { id: 'x', name, words: '', own: false };
  expect(scenarioName({ scenario })).toBe('Hedge taken away at −30%, then +20%');
  expect(scenarioName({ scenario: { ...scenario, own: true } })).toBe(name);
});

test('parts and exposures that stay out are left out', () => {
  const parts = { coins: '-100', futures: '90', funding: '0', fees: '-1', lost: '0' };
  expect(changeParts({ parts }).map(({ name }) => name)).toEqual(['Coins and money', 'Futures', 'Fees']);
  const netDelta = [
    { asset: 'BTC', before: '0.5', after: '1' },
    { asset: 'ETH', before: '2', after: '2' },
  ];
  expect(changedDeltas({ netDelta }).map(({ asset }) => asset)).toEqual(['BTC']);
});

test('the head counts what is dangerous, and says what nobody can tell', () => {
  expect(stressSentence([result('a', 'fine', '0')])).toBe(
    'None of 1 scenarios is dangerous as things stand.',
  );
  expect(stressSentence([result('a', 'danger', '0'), result('b', 'unknown', '0')])).toBe(
    '1 of 2 scenarios is dangerous as things stand. Of 1, not enough is known to tell.',
  );
});
