/**
 * The scenarios that every hedge is put through. Figures of days that were are dated and sourced; the others are a
 * minimum that desks use, as round as they look.
 */
import { localDate } from '../../../../shared/time/local-date.ts';
import { scenarioStep } from './scenario-step.ts';
import type { WrittenStep } from './scenario-step.ts';
import { ALL } from './scenario.ts';
import type { StressScenario } from './scenario.ts';

const COMMON = 'a round figure of common practice';

interface Written {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  readonly source?: string;
  readonly date?: string;
  readonly steps: readonly WrittenStep[];
}

const moves = ['0.1', '0.2', '0.3', '0.5'].flatMap((size): Written[] => {
  const percent = `${Number(size) * 100} %`;
  const id = size.slice(2).padEnd(2, '0');
  return [
    {
      id: `up-${id}`,
      name: `All coins +${percent}`,
      words: `Every coin rises by ${percent} within a day. Shorts lose cash at once, while what coins gain is not sold.`,
      steps: [{ label: `+${percent}`, hours: 24, coins: { [ALL]: size } }],
    },
    {
      id: `down-${id}`,
      name: `All coins -${percent}`,
      words: `Every coin falls by ${percent} within a day. Longs lose cash, and collateral in coins shrinks.`,
      steps: [{ label: `-${percent}`, hours: 24, coins: { [ALL]: `-${size}` } }],
    },
  ];
});

const october = { BTC: '-0.17', ETH: '-0.2', SOL: '-0.38', XRP: '-0.6', [ALL]: '-0.38' };
const OCTOBER =
  'news reports of the lows within 10 October 2025: BTC -17 %, ETH -20 %, SOL -38 %, XRP -60 %; other coins are taken as SOL, by assumption';

const days: readonly Written[] = [
  {
    id: '2020-03-12',
    name: '12 March 2020',
    words: 'Coins lose 40 % within a day, as at the outbreak of the pandemic.',
    source: 'daily prices of bitcoin on 12 March 2020, rounded; all coins are taken alike, by assumption',
    date: '2020-03-12',
    steps: [{ label: 'the low', hours: 24, coins: { [ALL]: '-0.4' } }],
  },
  {
    id: '2025-10-10',
    name: '10 October 2025',
    words: 'Within hours smaller coins fall much further than BTC: a hedge in another coin does not hold.',
    source: OCTOBER,
    date: '2025-10-10',
    steps: [{ label: 'the low', hours: 12, coins: october }],
  },
  {
    id: '2025-10-10-adl',
    name: '10 October 2025, hedge taken away at the low',
    words:
      'As on 10 October 2025; at the low the exchange closes positions in profit to pay for others (auto-deleveraging), and then every coin rises by 20 % from there, without the hedge.',
    source: OCTOBER,
    date: '2025-10-10',
    steps: [
      { label: 'the low', hours: 12, coins: october, closed: 'winning' },
      {
        label: '20 % above the low',
        hours: 12,
        coins: { BTC: '-0.004', ETH: '-0.04', SOL: '-0.256', XRP: '-0.52', [ALL]: '-0.256' },
      },
    ],
  },
];

const others: readonly Written[] = [
  {
    id: 'adl-down-30',
    name: 'Hedge taken away at -30 %, then +20 %',
    words:
      'Coins fall by 30 %, the exchange closes every futures position in profit at the low (auto-deleveraging), then coins rise by 20 % from there.',
    steps: [
      { label: 'the low', hours: 12, coins: { [ALL]: '-0.3' }, closed: 'winning' },
      { label: '20 % above the low', hours: 12, coins: { [ALL]: '-0.16' } },
    ],
  },
  ...fundingFor('0.003', 'up', 'longs pay shorts'),
  ...fundingFor('-0.003', 'down', 'shorts pay longs'),
  {
    id: 'basis-up-5',
    name: 'Basis +5 points',
    words: 'Futures rise by 5 % of the spot price while coins stand still: shorts lose, and no coin gains.',
    steps: [{ label: 'basis +5 points', hours: 24, basis: '0.05' }],
  },
  {
    id: 'basis-down-5',
    name: 'Basis -5 points',
    words: 'Futures fall by 5 % of the spot price while coins stand still: longs lose.',
    steps: [{ label: 'basis -5 points', hours: 24, basis: '-0.05' }],
  },
  {
    id: 'stable-down-5',
    name: 'Stablecoins -5 %',
    words:
      'A dollar stablecoin is worth 0.95 dollars. Coins keep their price in dollars, so their price in the stablecoin rises by 5.3 %, and shorts in it lose.',
    steps: [{ label: 'stablecoins -5 %', hours: 24, stablecoins: { [ALL]: '-0.05' } }],
  },
  {
    id: 'stable-up-5',
    name: 'Stablecoins +5 %',
    words: 'A dollar stablecoin is worth 1.05 dollars: prices in it fall by 4.8 %, and longs in it lose.',
    steps: [{ label: 'stablecoins +5 %', hours: 24, stablecoins: { [ALL]: '0.05' } }],
  },
  {
    id: 'stable-down-35',
    name: 'Stablecoins -35 %',
    words:
      'Stablecoins are marked at 0.65 dollars, as one was on one venue on 10 October 2025. If the one that your contracts are priced in does so, their prices rise by 54 %.',
    source:
      'news reports: USDe near 0.65 on one venue on 10 October 2025; taken for every stablecoin, by assumption',
    date: '2025-10-10',
    steps: [{ label: 'stablecoins -35 %', hours: 12, stablecoins: { [ALL]: '-0.35' } }],
  },
  {
    id: 'margin-1.5',
    name: 'Margins × 1.5',
    words: 'Venues and brokers ask half as much margin again, as they do when prices swing.',
    steps: [{ label: 'margins × 1.5', hours: 24, marginMultiplier: '1.5' }],
  },
  {
    id: 'margin-2-up-20',
    name: 'Margins × 2 and all coins +20 %',
    words: 'Coins rise by 20 %, and venues and brokers ask twice the margin on top.',
    steps: [{ label: 'margins × 2, +20 %', hours: 24, marginMultiplier: '2', coins: { [ALL]: '0.2' } }],
  },
  {
    id: 'haircut-20',
    name: 'Collateral counts 20 % less',
    words: 'Venues count coins and stablecoins that serve as margin for 20 % less than they are worth.',
    steps: [{ label: 'collateral less 20 %', hours: 24, haircut: '0.2' }],
  },
  {
    id: 'no-access',
    name: '24 hours without access',
    words:
      'The venue, your bank or your connection is down for a day. Coins first rise and then fall by 15 %; nothing can be paid in, so a broker closes what it would only have called for.',
    steps: [
      { label: 'hour 12: +15 %', hours: 12, coins: { [ALL]: '0.15' }, fundingPer8h: '0.001', noAccess: true },
      {
        label: 'hour 24: -15 %',
        hours: 12,
        coins: { [ALL]: '-0.15' },
        fundingPer8h: '0.001',
        noAccess: true,
      },
    ],
  },
];

/** Nine payments over three days; margin is looked at after each day. */
function fundingFor(fundingPer8h: string, direction: string, who: string): readonly Written[] {
  const sign = fundingPer8h.startsWith('-') ? '-' : '+';
  return [
    {
      id: `funding-${direction}`,
      name: `Funding ${sign}0.3 % for 3 days`,
      words: `Perpetual futures pay 0.3 % every eight hours for three days: ${who}.`,
      steps: [1, 2, 3].map((day) => ({ label: `day ${day}`, hours: 24, fundingPer8h })),
    },
  ];
}

/** Shipped scenarios, in the order in which lists show them. */
export const standardScenarios: readonly StressScenario[] = [...moves, ...days, ...others].map(
  ({ id, name, words, source = COMMON, date, steps }) => ({
    id,
    name,
    words,
    source,
    date: date === undefined ? null : localDate(date),
    own: false,
    steps: steps.map(scenarioStep),
  }),
);

/** One scenario for each venue that can be lost: everything there is gone, the hedges with it. */
export function venueScenarios(venues: readonly string[]): readonly StressScenario[] {
  return venues.map((venue) => ({
    id: `venue:${venue}`,
    name: `${venue} is lost`,
    words: `Everything at ${venue} is gone: coins, money and futures. Hedges that stood there are gone too.`,
    source: COMMON,
    date: null,
    own: false,
    steps: [scenarioStep({ label: `${venue} is lost`, hours: 24, lost: [venue] })],
  }));
}
