/** Risks of how a portfolio is put together: what is left over, where it lies, what it is read from, how much there is to watch. */
import { absolute, isPositive, larger, sum } from '../../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../../shared/num/format.ts';
import { rate } from '../../../../../shared/num/parse.ts';
import { zeroMoney, zeroRate } from '../../../../../shared/num/types.ts';
import { listText, percentText } from '../../../words.ts';
import { unconfirmedFor } from './unconfirmed-margins.ts';
import { hasLegs, noLegs } from './margin-risks.ts';
import type { RegisterFacts } from './register-facts.ts';
import { judged, shareOf } from './risk-row.ts';
import type { RiskReading } from './risk-row.ts';

/** What whole contracts leave over of what was wanted. Source: common practice: 5 % is said, 25 % is too large a contract. */
export function residualRisk({ portfolio, residuals }: RegisterFacts): RiskReading {
  const frame = { risk: 'residual', name: 'Left over by contract size', unit: 'share' };
  const how = '(wanted − ordered) ÷ wanted, of the saved leg where it is largest';
  if (!hasLegs(portfolio)) return noLegs(frame, how, portfolio);
  const most = residuals.map(({ share }) => absolute(share)).reduce(larger, zeroRate);
  if (residuals.length === 0)
    return {
      ...frame,
      state: 'unknown',
      figure: null,
      words: 'No saved plan says how much was wanted, so nobody can tell what whole contracts left over.',
      todo: 'Save the overlay as a plan, or link the open positions to one.',
      how,
    };
  const state = judged(most, rate('0.05'), rate('0.25'));
  return {
    ...frame,
    state,
    figure: most,
    words: `Whole contracts leave at most ${percentText(most)} of what was wanted.`,
    todo: state === 'fine' ? 'Nothing to do.' : 'Use a smaller contract for the rest.',
    how,
    parts: residuals.map(({ leg, share }) => ({ label: leg, value: toText(share), unit: 'share', how })),
  };
}

/** The largest share of wealth that stands at one venue, collateral in coins and open profit with it. */
export function counterpartyRisk({ portfolio, outcomeOf }: RegisterFacts): RiskReading {
  const frame = { risk: 'counterparty', name: 'One venue fails', unit: 'share' };
  const how = 'coins, money and open profit at the venue ÷ wealth';
  const own = new Set(portfolio.holdings.filter(({ ownWallet }) => ownWallet).map(({ venue }) => venue));
  const { venues } = outcomeOf('up-10');
  const total = sum(
    venues.map(({ before }) => before),
    zeroMoney,
  );
  const away = venues
    .filter(({ venue, before }) => !own.has(venue) && isPositive(before))
    .toSorted((a, b) => (a.before > b.before ? -1 : 1));
  const [first] = away;
  if (first === undefined)
    return noLegs(frame, how, portfolio, 'Nothing of yours lies at a venue that could fail.');
  const share = shareOf(first.before, total);
  return {
    ...frame,
    state: share === null ? 'unknown' : judged(share, rate('0.5'), rate('0.8')),
    figure: share,
    words: `${first.venue} holds ${share === null ? 'part' : percentText(share)} of your wealth; if it fails, coins, money and hedges there are gone together.`,
    todo: 'Keep at a venue no more than its futures need, and coins that need not move in wallets of your own.',
    how,
    parts: away.map(({ venue, before }) => ({
      label: venue,
      value: toText(before),
      unit: portfolio.currency,
      how,
    })),
  };
}

/** How old the prices are, and which terms nobody has confirmed. */
export function dataRisk({ portfolio, priceAgeDays, thresholds }: RegisterFacts): RiskReading {
  const limit = thresholds.priceAgeDays;
  const names = unconfirmedFor(portfolio);
  const isOld = priceAgeDays !== null && priceAgeDays > limit;
  const isVeryOld = priceAgeDays !== null && priceAgeDays > 7 * Math.max(limit, 1);
  const age =
    priceAgeDays === null
      ? 'No price is needed.'
      : `The oldest price in use is ${priceAgeDays} ${priceAgeDays === 1 ? 'day' : 'days'} old; after ${limit} it counts as stale.`;
  const terms = names.length === 0 ? '' : ` The margin of ${listText(names)} is not known or not confirmed.`;
  return {
    risk: 'data',
    name: 'Old or unconfirmed data',
    state: isVeryOld ? 'danger' : isOld || names.length > 0 ? 'watch' : 'fine',
    figure: priceAgeDays === null ? null : rate(String(priceAgeDays)),
    unit: 'days',
    words: `${age}${terms}`,
    todo:
      names.length > 0
        ? 'Compare the terms with your exchange and confirm or correct them.'
        : isOld
          ? 'Type or import prices of today.'
          : 'Nothing to do.',
    how: 'days since the oldest price that the figures rest on',
  };
}

/** How many things there are to watch: legs, venues, settle currencies and tax rules. */
export function complexityRisk({ portfolio }: RegisterFacts): RiskReading {
  const pools = portfolio.pools.filter(({ legs }) => legs.length > 0);
  const legs = pools.flatMap((pool) => pool.legs);
  const counts = {
    legs: legs.length,
    venues: new Set(pools.map(({ venue }) => venue)).size,
    currencies: new Set(pools.map(({ settleAsset }) => settleAsset)).size,
    'tax rules': new Set(legs.map(({ terms }) => terms.section1256.status)).size,
  };
  const score = Object.values(counts).reduce((total, count) => total + count, 0);
  const listed = Object.entries(counts).map(([what, count]) => `${count} ${count === 1 ? ONE[what] : what}`);
  const how = 'legs + venues + currencies of settlement + tax rules';
  const frame = { risk: 'complexity', name: 'Complexity', unit: 'things' };
  if (legs.length === 0) return noLegs(frame, how, portfolio);
  return {
    ...frame,
    state: judged(rate(String(score)), rate('7'), rate('12')),
    figure: rate(String(score)),
    words: `${listText(listed)}: ${score} things to keep in view. Selling the coins with the least tax would need none of them.`,
    todo: 'Compare it with simply selling the lots with the least tax; fewer legs at fewer venues are easier to keep.',
    how,
    parts: Object.entries(counts).map(([label, count]) => ({
      label,
      value: String(count),
      unit: '',
      how: 'counted',
    })),
  };
}

const ONE: Readonly<Record<string, string>> = {
  legs: 'leg',
  venues: 'venue',
  currencies: 'currency',
  'tax rules': 'tax rule',
};

/** What the law leaves open about the legs, and lots whose clock a short could stop. */
export function taxRisk({ portfolio, shortTermHedged }: RegisterFacts): RiskReading {
  const legs = portfolio.pools.flatMap((pool) => pool.legs);
  const unsettled = [
    ...new Set(legs.filter(({ terms }) => !terms.section1256.settled).map(({ terms }) => terms.name)),
  ];
  const frame = { risk: 'tax', name: 'Tax of the hedge', unit: 'things' };
  const how =
    'contracts whose treatment under section 1256 is not settled + hedged lots that are held short-term';
  if (legs.length === 0) return noLegs(frame, how, portfolio);
  const count = unsettled.length + shortTermHedged;
  const parts = [
    ...(unsettled.length === 0
      ? []
      : [`whether section 1256 holds for ${listText(unsettled)} is not settled`]),
    ...(shortTermHedged === 0
      ? []
      : [
          `${shortTermHedged} hedged ${shortTermHedged === 1 ? 'lot is' : 'lots are'} held short-term, and a hedge can stop that clock`,
        ]),
  ];
  return {
    ...frame,
    state: count === 0 ? 'fine' : 'watch',
    figure: rate(String(count)),
    words:
      parts.length === 0
        ? 'Every contract’s treatment is settled and no short-term lot is hedged. Coins and a short against them can still be a straddle.'
        : `${capital(listText(parts))}.`,
    todo: 'Ask your adviser about straddles (26 U.S.C. 1092) before you count on the tax of the hedge.',
    how,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
