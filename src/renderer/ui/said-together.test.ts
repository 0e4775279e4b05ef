import { expect, it } from 'vitest';
import { saidTogether } from './said-together.ts';

it('says what begins alike once', () => {
  expect(
    saidTogether([
      'BTC stands at 65 %: more than the 10 points allowed.',
      'BTC stands at 65 %: more than 25 % of the target.',
      'ETH stands at 35 %: more than the 10 points allowed.',
      'A month has passed.',
      'A month has passed.',
    ]),
  ).toEqual([
    'BTC stands at 65 %: more than the 10 points allowed and more than 25 % of the target.',
    'ETH stands at 35 %: more than the 10 points allowed.',
    'A month has passed.',
    'A month has passed.',
  ]);
});
