import { expect, test } from 'vitest';
import { assetId } from '../../../../shared/domain/asset.ts';
import { quantity, rate } from '../../../../shared/num/parse.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import type { Money, Quantity } from '../../../../shared/num/types.ts';
import { runStress } from './run-stress.ts';
import type { WrittenStep } from './scenario-step.ts';
import { heldOf, legOf, poolOf, portfolioOf, scenarioOf, termsOf, text } from './stress.fixture.ts';
import type { StressPortfolio } from './stress-portfolio.ts';

/** A coin of 100 in a wallet of one's own, and a short of it with 30 behind it. */
const hedged = portfolioOf([poolOf('30', [legOf('short', '1')])], [heldOf('BTC', '1')]);

interface Case {
  readonly name: string;
  /** By hand: the arithmetic that gives the figures. */
  readonly source: string;
  readonly portfolio: StressPortfolio;
  readonly steps: readonly WrittenStep[];
  readonly wealth: readonly [before: string, after: string];
  readonly parts: Readonly<Record<'coins' | 'futures' | 'funding' | 'fees' | 'lost', string>>;
  readonly cash: string | null;
  readonly delta: Readonly<Record<string, string>>;
  readonly state: string;
}

const none = { coins: '0', futures: '0', funding: '0', fees: '0', lost: '0' };
/** What the search for the liquidation leaves open lies far beyond nine decimals. */
function rounded(amount: Money | Quantity | null): string | null {
  return amount === null ? null : text(roundTo<Money | Quantity>(amount, 9, 'half-even'));
}

const usdt = { quote: assetId('USDT'), settleAsset: assetId('USDT') };

const cases: readonly Case[] = [
  {
    name: 'a rise of 20 % that the cash survives',
    source: 'short: 1 × (100 − 120) = −20; equity 10 ≥ 5 % of 120 = 6; the coin gains 20',
    portfolio: hedged,
    steps: [{ coins: { '*': '0.2' } }],
    wealth: ['130', '130'],
    parts: { ...none, coins: '20', futures: '-20' },
    cash: '0',
    delta: { BTC: '0' },
    state: 'open',
  },
  {
    name: 'a rise of 50 % that it does not',
    source:
      '30 + 100 − P = 0.05 P at P = 130/1.05; fee 0.001 P; held on: equity −20 against 7.5, so 27.5 more',
    portfolio: hedged,
    steps: [{ coins: { '*': '0.5' } }],
    wealth: ['130', '156.066666667'],
    parts: { ...none, coins: '50', futures: '-23.80952381', fees: '-0.123809524' },
    cash: '27.5',
    delta: { BTC: '1' },
    state: 'closed',
  },
  {
    name: 'down and back up: the hedge is as before',
    source: 'a path that ends where it began: no cash flow in between',
    portfolio: hedged,
    steps: [{ coins: { '*': '-0.5' } }, { coins: { '*': '0' } }],
    wealth: ['130', '130'],
    parts: none,
    cash: '0',
    delta: { BTC: '0' },
    state: 'open',
  },
  {
    name: 'up over the margin and back: the hedge is gone all the same',
    source: 'closed at 130/1.05 as above; the coin ends at 100',
    portfolio: hedged,
    steps: [{ coins: { '*': '0.5' } }, { coins: { '*': '0' } }],
    wealth: ['130', '106.066666667'],
    parts: { ...none, futures: '-23.80952381', fees: '-0.123809524' },
    cash: '27.5',
    delta: { BTC: '1' },
    state: 'closed',
  },
  {
    name: 'funding of -0.3 % per 8 hours for 3 days',
    source: '9 payments of 0.3 % of 100 = 2.7, paid by the short',
    portfolio: hedged,
    steps: [
      { hours: 24, fundingPer8h: '-0.003' },
      { hours: 24, fundingPer8h: '-0.003' },
      { hours: 24, fundingPer8h: '-0.003' },
    ],
    wealth: ['130', '127.3'],
    parts: { ...none, funding: '-2.7' },
    cash: '0',
    delta: { BTC: '0' },
    state: 'open',
  },
  {
    name: 'basis 5 points higher',
    source: 'the future rises by 5 % of spot 100 = 5, the coin does not',
    portfolio: hedged,
    steps: [{ basis: '0.05' }],
    wealth: ['130', '125'],
    parts: { ...none, futures: '-5' },
    cash: '0',
    delta: { BTC: '0' },
    state: 'open',
  },
  {
    name: 'a stablecoin that falls by 20 %',
    source:
      'the price in it rises to 125: −25 USDT, so 5 are left against 6.25; 130/1.05 comes first at 100 × 1.238; 30 USDT − 23.8095… − 0.1238… at 0.8',
    portfolio: portfolioOf(
      [poolOf('30', [legOf('short', '1', termsOf('linear', usdt))])],
      [heldOf('BTC', '1')],
    ),
    steps: [{ stablecoins: { '*': '-0.2' } }],
    wealth: ['130', '104.853333333'],
    parts: { ...none, coins: '-6', futures: '-19.047619048', fees: '-0.099047619' },
    cash: '1',
    delta: { BTC: '1' },
    state: 'closed',
  },
  {
    name: 'twice the margin',
    source: 'maintenance 2 × 5 % of 110 = 11, equity 20',
    portfolio: hedged,
    steps: [{ coins: { '*': '0.1' }, marginMultiplier: '2' }],
    wealth: ['130', '130'],
    parts: { ...none, coins: '10', futures: '-10' },
    cash: '0',
    delta: { BTC: '0' },
    state: 'open',
  },
  {
    name: 'a haircut on collateral in stablecoins',
    source: 'of 6 USDT count 4.8: below 5 % of 100 at once; closed at 100 for 0.1',
    portfolio: portfolioOf(
      [poolOf('6', [legOf('short', '1', termsOf('linear', usdt))])],
      [heldOf('BTC', '1')],
    ),
    steps: [{ haircut: '0.2' }],
    wealth: ['106', '105.9'],
    parts: { ...none, fees: '-0.1' },
    cash: '0.2',
    delta: { BTC: '1' },
    state: 'closed',
  },
  {
    name: 'a venue that is lost after a rise',
    source: 'there stood 30 − 20 = 10; the coin at home gains 20',
    portfolio: hedged,
    steps: [{ coins: { '*': '0.2' }, lost: ['Venue'] }],
    wealth: ['130', '120'],
    parts: { ...none, coins: '20', futures: '-20', lost: '-10' },
    cash: '0',
    delta: { BTC: '1' },
    state: 'lost',
  },
  {
    name: 'the hedge is taken away at the low, then 20 % up from there',
    source: 'short gains 30 and is closed at 70; the coin ends at 84',
    portfolio: hedged,
    steps: [{ coins: { '*': '-0.3' }, closed: 'winning' }, { coins: { '*': '-0.16' } }],
    wealth: ['130', '144'],
    parts: { ...none, coins: '-16', futures: '30' },
    cash: '0',
    delta: { BTC: '1' },
    state: 'open',
  },
  {
    name: 'an inverse short with as much coin behind it survives every rise',
    source: 'synthetic dollar: 1 BTC, short 100 USD at 100: worth 100 at every price, delta zero',
    portfolio: portfolioOf([poolOf('1', [legOf('short', '100', termsOf('inverse'))])]),
    steps: [{ coins: { '*': '3' } }],
    wealth: ['100', '100'],
    parts: { ...none, coins: '300', futures: '-300' },
    cash: '0',
    delta: { BTC: '0' },
    state: 'open',
  },
  {
    name: 'an inverse long in a fall',
    source:
      '0.5 + 1 − 100/P = 0.05 × 100/P at P = 105/1.5 = 70; fee 0.001 × 100/70; held: −0.25 − 0.1 of 0.6 BTC',
    portfolio: portfolioOf([poolOf('0.5', [legOf('long', '100', termsOf('inverse'))])]),
    steps: [{ coins: { '*': '-0.5' } }],
    wealth: ['50', '3.5'],
    parts: { ...none, coins: '-25', futures: '-21.428571429', fees: '-0.071428571' },
    cash: '30',
    delta: { BTC: '0.07' },
    state: 'closed',
  },
  {
    name: 'a quanto long',
    source:
      '0.001 BTC a point × 10 contracts = 0.01 × (12 − 10) = 0.02 BTC at 120 = 2.4; wallet 1 BTC gains 20',
    portfolio: portfolioOf([
      poolOf('1', [legOf('long', '10', termsOf('quanto'), { mark: '10', settlePrice: '100' })]),
    ]),
    steps: [{ coins: { '*': '0.2' } }],
    wealth: ['100', '122.4'],
    parts: { ...none, coins: '20', futures: '2.4' },
    cash: '0',
    delta: { BTC: '1.02', ETH: '1.2' },
    state: 'open',
  },
  {
    name: 'a margin that nobody knows',
    source: 'equity 10 is left: closed or not, no one can tell, and no cash need can be told',
    portfolio: portfolioOf(
      [poolOf('30', [legOf('short', '1', termsOf('linear', { margin: null }))])],
      [heldOf('BTC', '1')],
    ),
    steps: [{ coins: { '*': '0.2' } }],
    wealth: ['130', '130'],
    parts: { ...none, coins: '20', futures: '-20' },
    cash: null,
    delta: { BTC: '0' },
    state: 'unknown',
  },
  {
    name: 'a broker calls and does not close',
    source: 'equity 30 − 25 = 5 against 6.25: called for 1.25, to 12.5 at the initial margin',
    portfolio: portfolioOf(
      [poolOf('30', [legOf('short', '1', termsOf('linear', { liquidation: 'broker' }))])],
      [heldOf('BTC', '1')],
    ),
    steps: [{ coins: { '*': '0.25' } }],
    wealth: ['130', '130'],
    parts: { ...none, coins: '25', futures: '-25' },
    cash: '1.25',
    delta: { BTC: '0' },
    state: 'called',
  },
  {
    name: 'a broker whose call cannot be met closes',
    source: 'as the liquidation at 130/1.05, fee 0.001 of it',
    portfolio: portfolioOf(
      [poolOf('30', [legOf('short', '1', termsOf('linear', { liquidation: 'broker' }))])],
      [heldOf('BTC', '1')],
    ),
    steps: [{ coins: { '*': '0.25' }, noAccess: true }],
    wealth: ['130', '131.066666667'],
    parts: { ...none, coins: '25', futures: '-23.80952381', fees: '-0.123809524' },
    cash: '1.25',
    delta: { BTC: '1' },
    state: 'closed',
  },
  {
    name: 'tiers are looked up at the size of the step',
    source: 'up to 110 USD 5 %, beyond 10 % less 5.5: at 120 it asks 6.5',
    portfolio: portfolioOf([
      poolOf('26', [
        legOf(
          'short',
          '1',
          termsOf('linear', {
            margin: {
              kind: 'tiers',
              unit: 'settle-value',
              tiers: [
                {
                  cap: quantity('110'),
                  maintenanceRate: rate('0.05'),
                  deduction: quantity('0'),
                  initialRate: rate('0.1'),
                },
                {
                  cap: null,
                  maintenanceRate: rate('0.1'),
                  deduction: quantity('5.5'),
                  initialRate: rate('0.2'),
                },
              ],
            },
          }),
        ),
      ]),
    ]),
    steps: [{ coins: { '*': '0.2' } }],
    wealth: ['26', '6.335'],
    parts: { ...none, futures: '-19.545454545', fees: '-0.119545455' },
    cash: '0.5',
    delta: { BTC: '0' },
    state: 'closed',
  },
];

test.each(cases)('$name ($source)', ({ portfolio, steps, wealth, parts, cash, delta, state }) => {
  const outcome = runStress(portfolio, scenarioOf(...steps));
  expect([rounded(outcome.wealthBefore), rounded(outcome.wealthAfter)]).toEqual(wealth);
  expect(
    Object.fromEntries(Object.entries(outcome.parts).map(([part, amount]) => [part, rounded(amount)])),
  ).toEqual(parts);
  expect(rounded(outcome.cashNeeded)).toBe(cash);
  expect(Object.fromEntries(outcome.netDelta.map(({ asset, after }) => [asset, rounded(after)]))).toEqual(
    delta,
  );
  expect(outcome.pools[0]?.state).toBe(state);
});
