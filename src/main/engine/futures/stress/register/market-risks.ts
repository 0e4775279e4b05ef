/** Risks of prices that part: futures from coins, funding, expiries, stablecoins. */
import { isNegative, negate, subtract } from '../../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../../shared/num/format.ts';
import { rate } from '../../../../../shared/num/parse.ts';
import { zeroRate } from '../../../../../shared/num/types.ts';
import type { Rate } from '../../../../../shared/num/types.ts';
import { dateText, daysBetween } from '../../../../../shared/time/local-date.ts';
import { listText, moneyText, percentText } from '../../../words.ts';
import type { StressOutcome } from '../stress-outcome.ts';
import { hasLegs, noLegs } from './margin-risks.ts';
import type { RegisterFacts } from './register-facts.ts';
import { judged, shareOf } from './risk-row.ts';
import type { RiskReading } from './risk-row.ts';

const ONE_PERCENT = rate('0.01');
const FIVE_PERCENT = rate('0.05');
const HALF_PERCENT = rate('0.005');
const TWO_PERCENT = rate('0.02');

/** What futures that part from their coins by 5 points would cost. */
export function basisRisk({ portfolio, outcomeOf }: RegisterFacts): RiskReading {
  const frame = { risk: 'basis', name: 'Basis', unit: 'share' };
  const how = 'the worse of basis +5 and -5 points, as a share of wealth';
  if (!hasLegs(portfolio)) return noLegs(frame, how, portfolio);
  return {
    ...frame,
    ...lossReading([outcomeOf('basis-up-5'), outcomeOf('basis-down-5')], ONE_PERCENT, FIVE_PERCENT),
    todo: 'Nothing to do while you hold to expiry: the gap closes there. Before, close coins and futures together.',
    how,
  };
}

/** What funding of 0.3 % per eight hours for three days would cost. */
export function fundingRisk({ portfolio, outcomeOf }: RegisterFacts): RiskReading {
  const frame = { risk: 'funding', name: 'Funding', unit: 'share' };
  const how = 'the worse of +0.3 % and -0.3 % every eight hours for three days, as a share of wealth';
  const perpetuals = portfolio.pools.flatMap(({ legs }) =>
    legs.filter(({ terms }) => terms.kind === 'perpetual'),
  );
  if (perpetuals.length === 0)
    return noLegs(frame, how, portfolio, 'There are no perpetual futures: nobody pays funding.');
  return {
    ...frame,
    ...lossReading([outcomeOf('funding-up'), outcomeOf('funding-down')], HALF_PERCENT, TWO_PERCENT),
    todo: 'Look at the funding that was paid over the last weeks, never at the last rate alone; a dated contract pays none.',
    how,
  };
}

/** What stablecoins at 0.95 or 1.05 would cost. */
export function depegRisk({ outcomeOf }: RegisterFacts): RiskReading {
  const outcomes = [outcomeOf('stable-down-5'), outcomeOf('stable-up-5')];
  const reading = lossReading(outcomes, ONE_PERCENT, FIVE_PERCENT);
  const closes = outcomes.some(({ pools }) => pools.some(({ closed }) => closed !== null));
  return {
    risk: 'depeg',
    name: 'Stablecoins and collateral',
    unit: 'share',
    ...reading,
    state: closes ? 'danger' : reading.state,
    words: closes ? `${reading.words} Futures would be closed by force.` : reading.words,
    todo: 'Hold margin in the money that the contract is priced in, and no more of it than is needed.',
    how: 'the worse of stablecoins -5 % and +5 %, as a share of wealth',
  };
}

/** Days until the first dated contract ends. */
export function rollRisk({ portfolio, asOf, thresholds }: RegisterFacts): RiskReading {
  const frame = { risk: 'roll', name: 'Expiry and roll', unit: 'days' };
  const how = 'days to the first expiry';
  const dated = portfolio.pools
    .flatMap(({ legs }) => legs)
    .flatMap(({ terms }) =>
      terms.expiry === null ? [] : [{ terms, expiry: terms.expiry, days: daysBetween(asOf, terms.expiry) }],
    )
    .toSorted((a, b) => a.days - b.days);
  const [first] = dated;
  if (first === undefined) return noLegs(frame, how, portfolio, 'No open contract has an expiry.');
  const { rollActDays, rollWarnDays } = thresholds;
  const kinds = dated.filter(({ terms }) => terms.settlement === 'coins').map(({ terms }) => terms.name);
  const delivered = kinds.length === 0 ? '' : ` ${listText([...new Set(kinds)])} is delivered in coins.`;
  const state = first.days <= rollActDays ? 'danger' : first.days <= rollWarnDays ? 'watch' : 'fine';
  return {
    ...frame,
    state,
    figure: rate(String(first.days)),
    words: `${first.terms.name} ends on ${dateText(first.expiry)}, in ${first.days} days.${delivered}`,
    todo:
      state === 'fine'
        ? `Roll or close it ${rollWarnDays} days before.`
        : 'Roll it into a later contract, or close it together with what it hedges.',
    how,
    parts: dated.map(({ terms, expiry, days }) => ({
      label: terms.name,
      value: String(days),
      unit: 'days',
      how: `to ${dateText(expiry)}`,
    })),
  };
}

/** The larger loss of two scenarios, as a share of wealth. */
function lossReading(
  outcomes: readonly StressOutcome[],
  watch: Rate,
  danger: Rate,
): Pick<RiskReading, 'state' | 'figure' | 'words' | 'parts'> {
  const losses = outcomes.map((outcome) => ({
    outcome,
    loss: subtract(outcome.wealthBefore, outcome.wealthAfter),
    share: shareOf(subtract(outcome.wealthBefore, outcome.wealthAfter), outcome.wealthBefore),
  }));
  const [worst] = losses.toSorted((a, b) => (a.loss > b.loss ? -1 : 1));
  const parts = losses.map(({ outcome, loss }) => ({
    label: outcome.scenario.name,
    value: toText(negate(loss)),
    unit: outcome.currency,
    how: 'change of wealth',
  }));
  if (worst === undefined || worst.share === null)
    return { state: 'unknown', figure: null, words: 'There is no wealth above zero to compare with.', parts };
  const share = isNegative(worst.share) ? zeroRate : worst.share;
  return {
    state: judged(share, watch, danger),
    figure: share,
    words: `In "${worst.outcome.scenario.name}" you would lose ${moneyText(isNegative(worst.loss) ? subtract(worst.loss, worst.loss) : worst.loss, worst.outcome.currency)}, ${percentText(share)} of your wealth.`,
    parts,
  };
}
