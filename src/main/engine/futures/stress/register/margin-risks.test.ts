import { expect, test } from 'vitest';
import { assetId } from '../../../../../shared/domain/asset.ts';
import { rate } from '../../../../../shared/num/parse.ts';
import { localDate } from '../../../../../shared/time/local-date.ts';
import { defaultThresholds } from '../../watch/thresholds.ts';
import { runStress } from '../run-stress.ts';
import { legOf, poolOf, portfolioOf, scenarioOf, termsOf } from '../stress.fixture.ts';
import { stressState } from '../stress-words.ts';
import { liquidationRisk } from './margin-risks.ts';

const eth = termsOf('linear', { underlying: assetId('ETH') });
const portfolio = portfolioOf([
  poolOf('100', [legOf('short', '1'), legOf('short', '1', eth, { id: 'eth', mark: '10' })]),
]);

test.each([
  ['no coin', [], 'should lie between.'],
  ['one coin', ['ETH'], 'should lie between, more where ETH moves more: its history is not known.'],
])('the least distance says which movements it leaves out: %s', (_name, unknown: string[], words) => {
  const { words: said } = liquidationRisk({
    portfolio,
    asOf: localDate('2026-11-22'),
    thresholds: defaultThresholds,
    sigmaOf: ({ underlying }) => (unknown.includes(underlying) ? null : rate('0.03')),
    priceAgeDays: 0,
    residuals: [],
    shortTermHedged: 0,
    outcomeOf: () => runStress(portfolio, scenarioOf({})),
  });
  expect(said).toMatch(/^Venue futures \(USD\) is closed by force/u);
  expect(said.endsWith(words)).toBe(true);
});

test.each([
  ['none', 0, 'fine', 'There are no futures.'],
  [
    'some without a price',
    2,
    'unknown',
    'No price, or no terms, of the futures are known, so nobody can tell.',
  ],
] as const)('futures that are in no figure are not called fine: %s', (_name, legsLeftOut, state, words) => {
  const bare = { ...portfolioOf([]), legsLeftOut };
  const outcome = runStress(bare, scenarioOf({}));
  expect(stressState(outcome)).toBe(state);
  const reading = liquidationRisk({
    portfolio: bare,
    asOf: localDate('2026-11-22'),
    thresholds: defaultThresholds,
    sigmaOf: () => null,
    priceAgeDays: null,
    residuals: [],
    shortTermHedged: 0,
    outcomeOf: () => outcome,
  });
  expect([reading.state, reading.words]).toEqual([state, words]);
});
