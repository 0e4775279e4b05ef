/** Risks of what lies behind futures: liquidation, cash at the wrong place, auto-deleveraging, a day without access. */
import {
  absolute,
  add,
  isNegative,
  isPositive,
  isZero,
  larger,
  subtract,
  sum,
} from '../../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../../shared/num/format.ts';
import { rate } from '../../../../../shared/num/parse.ts';
import { ratio, rateTimes, valueOf } from '../../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../../../shared/num/types.ts';
import type { Money, Quantity, Rate } from '../../../../../shared/num/types.ts';
import { assetClass } from '../../../../../shared/domain/asset.ts';
import { listText, moneyText, percentText } from '../../../words.ts';
import { payoffRules } from '../../payoff/payoff-rules.ts';
import { leastDistance } from '../../watch/thresholds.ts';
import { profitAt } from '../pool-value.ts';
import { runStress } from '../run-stress.ts';
import { scenarioStep } from '../scenario-step.ts';
import { ALL } from '../scenario.ts';
import type { StressStep } from '../scenario.ts';
import type { StressOutcome } from '../stress-outcome.ts';
import type { StressPool, StressPortfolio } from '../stress-portfolio.ts';
import type { StressState } from '../stress-words.ts';
import type { RegisterFacts } from './register-facts.ts';
import { judged } from './risk-row.ts';
import type { RiskReading } from './risk-row.ts';

const HIGH = rate('4');
const LOW = rate('-0.95');
const HALF = rate('0.5');

/** The least move of all coins together that closes something by force, against the least distance one should keep. */
export function liquidationRisk(facts: RegisterFacts): RiskReading {
  const { portfolio, thresholds } = facts;
  const moves = [HIGH, LOW].flatMap((move) => closingMoves(portfolio, move));
  const [nearest] = moves.filter(({ move }) => move !== null).toSorted((a, b) => nearer(a.move, b.move));
  const isUnknown = portfolio.legsLeftOut > 0 || moves.some(({ move }) => move === null);
  const least = leastDistance(thresholds, largestSigma(facts));
  const frame = { risk: 'liquidation', name: 'Margin and liquidation', unit: 'share' };
  const rest = `At least ${percentText(least)} should lie between${calmerWords(facts)}.`;
  const how =
    'the least move of all coins together, up or down, at which the equity of an account meets its margin';
  if (!hasLegs(portfolio)) return noLegs(frame, how, portfolio);
  if (nearest?.move === undefined || nearest.move === null) {
    return {
      ...frame,
      state: isUnknown ? 'unknown' : 'fine',
      figure: null,
      words: isUnknown
        ? 'A margin is not known, so nobody can tell at what price futures would be closed by force.'
        : 'If all coins move together, nothing between -95 % and +400 % closes futures by force. One coin alone can come sooner: each hedge says where.',
      todo: isUnknown
        ? 'Type what the venue asks as margin in the contract’s terms, and what is set aside for isolated positions.'
        : 'Nothing to do.',
      how,
    };
  }
  const distance = absolute(nearest.move);
  const state: StressState =
    distance >= least ? 'fine' : distance < rateTimes(least, HALF, 'half-even') ? 'danger' : 'watch';
  return {
    ...frame,
    state: isUnknown && state === 'fine' ? 'unknown' : state,
    figure: distance,
    words: `${nearest.name} is closed by force when all coins have ${isNegative(nearest.move) ? 'fallen' : 'risen'} by ${percentText(distance)}. ${rest}`,
    todo: state === 'fine' ? 'Nothing to do.' : 'Pay in money at that venue, or make the position smaller.',
    how,
    parts: moves.flatMap(({ name, move }) =>
      move === null ? [] : [{ label: name, value: toText(move), unit: 'share', how: 'all coins together' }],
    ),
  };
}

/** For each pool that a move closes, where; null for one whose margin is not known. */
function closingMoves(portfolio: StressPortfolio, move: Rate): { name: string; move: Rate | null }[] {
  const step: StressStep = { ...scenarioStep({ noAccess: true }), coins: new Map([[ALL, move]]) };
  const { pools } = runStress(portfolio, {
    id: 'way',
    name: 'way',
    words: '',
    source: '',
    date: null,
    own: false,
    steps: [step],
  });
  return pools.flatMap(({ pool, closed, state }): { name: string; move: Rate | null }[] => {
    const name = `${pool.accountName} (${pool.settleAsset})`;
    if (closed !== null) return [{ name, move: rateTimes(move, closed.share, 'half-even') }];
    return state === 'unknown' ? [{ name, move: null }] : [];
  });
}

function nearer(a: Rate | null, b: Rate | null): number {
  if (a === null || b === null) return 0;
  return absolute(a) < absolute(b) ? -1 : 1;
}

/** Whose movement could be larger than the largest that is known. */
function calmerWords({ portfolio, sigmaOf }: RegisterFacts): string {
  const terms = portfolio.pools.flatMap(({ legs }) => legs.map((leg) => leg.terms));
  const unknown = [
    ...new Set(terms.filter((one) => sigmaOf(one) === null).map(({ underlying }) => underlying)),
  ];
  return unknown.length === 0 ? '' : `, more where ${listText(unknown)} moves more: its history is not known`;
}

function largestSigma({ portfolio, sigmaOf }: RegisterFacts): Rate | null {
  const known = portfolio.pools
    .flatMap(({ legs }) => legs.map(({ terms }) => sigmaOf(terms)))
    .filter((sigma) => sigma !== null);
  return known.reduce<Rate | null>((most, one) => (most === null ? one : larger(most, one)), null);
}

/** Cash that a move of 30 % needs at venues, against money that lies at the same ones. */
export function cashRisk({ portfolio, outcomeOf }: RegisterFacts): RiskReading {
  const { currency } = portfolio;
  const worst = [outcomeOf('up-30'), outcomeOf('down-30')].toSorted(moreCash)[0];
  const frame = { risk: 'cash', name: 'Cash at the right venue', unit: currency };
  const how =
    'what has to be paid in at each venue so that nothing is closed by force when all coins move by 30 %';
  if (!hasLegs(portfolio) || worst === undefined) return noLegs(frame, how, portfolio);
  const need = worst.cashNeeded;
  if (need === null)
    return {
      ...frame,
      state: 'unknown',
      figure: null,
      words: 'How much cash a move of 30 % would need is not known, as a margin is not.',
      todo: 'Type what the venue asks as margin in the contract’s terms.',
      how,
    };
  const short = worst.needs.filter(({ venue, toMaintenance }) =>
    isBeyond(toMaintenance, freeCash(portfolio, venue)),
  );
  const state: StressState = isZero(need) ? 'fine' : short.length === 0 ? 'watch' : 'danger';
  return {
    ...frame,
    state,
    figure: need,
    words: isZero(need)
      ? 'What lies at your venues carries a move of all coins by 30 % up or down.'
      : `In "${worst.scenario.name}" ${moneyText(need, currency)} have to be paid in${short.length === 0 ? '; as much lies at the same venues' : `, and ${listText(short.map(({ venue }) => venue))} does not hold it`}: the hedge loses cash while coins gain on paper.`,
    todo: isZero(need)
      ? 'Nothing to do.'
      : 'Keep that much in money at the venue of the futures, not elsewhere.',
    how,
    parts: worst.needs.map(({ venue, toMaintenance }) => ({
      label: venue,
      value: toMaintenance === null ? 'not known' : toText(toMaintenance),
      unit: currency,
      how: `money that lies there beside: ${moneyText(freeCash(portfolio, venue), currency)}`,
    })),
  };
}

function moreCash(a: StressOutcome, b: StressOutcome): number {
  if (a.cashNeeded === null || b.cashNeeded === null)
    return Number(b.cashNeeded === null) - Number(a.cashNeeded === null);
  return a.cashNeeded > b.cashNeeded ? -1 : 1;
}

function isBeyond(need: Money | null, free: Money): boolean {
  return need !== null && need > free;
}

/** Money and stablecoins at a venue that are in no futures wallet. */
function freeCash({ holdings, prices, currency }: StressPortfolio, venue: string): Money {
  const rows = holdings.filter((row) => row.venue === venue && assetClass(row.asset, currency) !== 'coin');
  return rows.reduce((total, { asset, quantity }) => {
    const price = prices.get(asset);
    return price === undefined ? total : add(total, valueOf(quantity, price, 'half-even'));
  }, zeroMoney);
}

const CALM_LEVERAGE = rate('1.5');
const HIGH_LEVERAGE = rate('3');

/** How early an exchange would close one's winning positions to pay for others: by leverage and profit. */
export function deleveragingRisk({ portfolio, outcomeOf }: RegisterFacts): RiskReading {
  const frame = { risk: 'adl', name: 'Hedge taken away (auto-deleveraging)', unit: 'times' };
  const how = 'size of the open futures ÷ equity behind them, of the account where it is largest';
  const leveraged = portfolio.pools.filter(({ legs }) => legs.length > 0).map(leverageOf);
  if (leveraged.length === 0) return noLegs(frame, how, portfolio);
  const unknown = leveraged.some(({ leverage }) => leverage === null);
  const known = leveraged.flatMap(({ leverage }) => (leverage === null ? [] : [leverage]));
  const most = known.reduce<Rate | null>((a, b) => (a === null ? b : larger(a, b)), null);
  const { wealthBefore, wealthAfter } = outcomeOf('adl-down-30');
  const change = subtract(wealthAfter, wealthBefore);
  return {
    ...frame,
    state: most === null || unknown ? 'unknown' : judged(most, CALM_LEVERAGE, HIGH_LEVERAGE),
    figure: most,
    words: `${most === null ? 'How large the leverage is, is not known' : `The leverage is at most ${times(most)}`}; low leverage ranks late when an exchange closes positions in profit. If they went at -30 % and coins rose by 20 % from there, wealth would change by ${moneyText(change, portfolio.currency)}.`,
    todo: 'Keep futures fully backed; hold large hedges in dated contracts of a regulated venue; do not count open profit as safe.',
    how,
    parts: leveraged.map(({ name, leverage }) => ({
      label: name,
      value: leverage === null ? 'not known' : toText(leverage),
      unit: 'times',
      how,
    })),
  };
}

function times(leverage: Rate): string {
  return `${percentText(ratio(leverage, rate('100'), 'half-even')).replace(' %', '')} times`;
}

function leverageOf(pool: StressPool): { name: string; leverage: Rate | null } {
  const size = sum(
    pool.legs.map(({ terms, size: amount, at }) => payoffRules(terms.payoff).valueAt(amount, at.price)),
    zeroQuantity as Quantity,
  );
  const equity = pool.legs.reduce<Quantity>((total, leg) => add(total, profitAt(leg, leg.at)), pool.wallet);
  const name = `${pool.accountName} (${pool.settleAsset})`;
  return {
    name,
    leverage: isPositive(equity) && pool.unknown === null ? ratio(size, equity, 'half-even') : null,
  };
}

/** A day in which nothing can be paid in or traded. */
export function operationalRisk({ portfolio, outcomeOf }: RegisterFacts): RiskReading {
  const outcome = outcomeOf('no-access');
  const { currency } = portfolio;
  const frame = { risk: 'operational', name: 'A day without access', unit: currency };
  const how = 'cash that would be needed within 24 hours while coins move by 15 % up and then down';
  if (!hasLegs(portfolio)) return noLegs(frame, how, portfolio);
  const closed = outcome.pools.filter((pool) => pool.closed !== null);
  const unknown = outcome.pools.some(({ state }) => state === 'unknown');
  return {
    ...frame,
    state: closed.length > 0 ? 'danger' : unknown ? 'unknown' : 'fine',
    figure: outcome.cashNeeded,
    words:
      closed.length > 0
        ? `If you could not act for a day, ${listText(closed.map(({ pool }) => pool.accountName))} would be closed by force.`
        : unknown
          ? 'Whether futures would outlast a day without access is not known, as a margin is not.'
          : 'What lies behind your futures outlasts a day without access, at moves of 15 %.',
    todo:
      closed.length > 0
        ? 'Keep enough margin for a day in which you cannot pay in.'
        : 'Know the venue’s status page and price limits.',
    how,
  };
}

export function hasLegs({ pools }: StressPortfolio): boolean {
  return pools.some(({ legs }) => legs.length > 0);
}

/** What every reading says where there are no futures to read: none at all, or none that anything is known of. */
export function noLegs(
  frame: Pick<RiskReading, 'risk' | 'name' | 'unit'>,
  how: string,
  { legsLeftOut }: Pick<StressPortfolio, 'legsLeftOut'>,
  words = 'There are no futures.',
): RiskReading {
  const isUnknown = legsLeftOut > 0;
  return {
    ...frame,
    state: isUnknown ? 'unknown' : 'fine',
    figure: null,
    words: isUnknown ? 'No price, or no terms, of the futures are known, so nobody can tell.' : words,
    todo: isUnknown ? 'Type in or import their prices.' : 'Nothing to do.',
    how,
  };
}
