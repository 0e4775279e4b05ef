/** The carry of a leg with all that it rests on: basis to the fixing, statistics of funding, and rolls until the exit. */
import { contractId } from '../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { absolute, add, isNegative, isZero } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { roundTo } from '../../../../shared/num/rounding.ts';
import type { Exact, Money } from '../../../../shared/num/types.ts';
import { zeroRate } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { dateText, daysBetween } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { localDateOf, utc } from '../../../../shared/time/time-zone.ts';
import { basisWords, lockedCarry } from '../../../engine/futures/basis.ts';
import type { FuturesBasisAt } from '../../../engine/futures/basis.ts';
import type { CarryEstimate } from '../../../engine/futures/carry.ts';
import { expiriesAfter, expiryCode } from '../../../engine/futures/expiry.ts';
import { expectedFunding, whoPaysFunding } from '../../../engine/futures/funding-statistics.ts';
import type { FundingAnswer, FundingStatistics } from '../../../engine/futures/funding-statistics.ts';
import { rollCost, rollGap, rollWindow } from '../../../engine/futures/roll.ts';
import type { RollGap } from '../../../engine/futures/roll.ts';
import { tradeFee } from '../../../engine/futures/trade-fee.ts';
import type { OverlayLeg } from '../../../engine/rebalance/overlay.ts';
import { rollDates } from '../../../engine/rebalance/roll-dates.ts';
import { moneyText, percentText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { marketKey } from './overlay-market.ts';
import { basisOfContract, carryOfLeg, exitOfLeg, hoursUntil } from './leg-carry.ts';
import type { LegAnswer, OverlayView } from './overlay-view.ts';

type Leg = OverlayLeg<ContractTerms>;
type CarryAnswer = LegAnswer['carry'];

export function carryText(leg: Leg, view: OverlayView): CarryAnswer {
  const { derived, request, market } = view;
  const { terms } = leg.chosen;
  const estimate: CarryEstimate = carryOfLeg(derived, leg, request, market);
  const basis = basisOfContract(derived, terms);
  const hours = hoursUntil(derived, exitOfLeg(derived, request, terms));
  const known = market.get(marketKey(leg.asset, terms.id));
  const funding = known?.funding(hours) ?? null;
  const leftOut = known?.fundingLeftOut ?? null;
  return {
    costToShort: toText(estimate.costToShort),
    from: estimate.from,
    words: estimate.words,
    basis: basis === null ? null : basisText(basis, leg),
    funding: funding?.kind === 'known' ? fundingText(funding.statistics, leg, hours, derived.asOf) : null,
    fundingMissing: terms.kind === 'perpetual' ? missingWords(funding, leftOut) : null,
    roll: rollText(leg, view),
  };
}

function missingWords(funding: FundingAnswer | null, leftOut: string | null): string | null {
  if (funding === null) return 'No market data are read here.';
  const why = funding.kind === 'too-little' ? funding.why : null;
  return leftOut === null ? why : [...(why === null ? [] : [why]), leftOut].join(' ');
}

function basisText(basis: FuturesBasisAt, leg: Leg): NonNullable<CarryAnswer['basis']> {
  const hour = basis.hourAssumed ? ' The hour of the fixing is not known: noon UTC is taken.' : '';
  return {
    futures: toText(basis.futures),
    spot: toText(basis.spot),
    basis: toText(basis.basis),
    basisRate: toText(basis.basisRate),
    daysToFixing: toText(roundTo(rate(basis.days.toFixed(6)), 6, 'half-even')),
    fixing: toIso(basis.fixing),
    perYearSimple: textOrNull(basis.perYear),
    perYearContinuous: textOrNull(basis.perYearContinuous),
    perYearCompounded: textOrNull(basis.perYearCompounded),
    words: `${basisWords(basis)}${lockedWords(basis, leg)}${hour}`,
  };
}

/** What coins held and this short on them, both until the fixing, lock in. */
function lockedWords(basis: FuturesBasisAt, { sized, chosen: { terms } }: Leg): string {
  if (sized.direction !== 'short' || basis.perYear === null) return '';
  const fee = terms.takerFee ?? zeroRate;
  const locked = lockedCarry(basis.spot, basis.futures, basis.days, add(fee, fee));
  const costs =
    terms.takerFee === null ? 'before fees, which are not known,' : 'after the fees of opening and closing,';
  return ` Your coins and this short, both held until the fixing, lock in ${percentText(locked.untilFixing)} ${costs} which is ${percentText(locked.perYear ?? zeroRate)} a year (simple), as long as the margin lasts.`;
}

function fundingText(
  statistics: FundingStatistics,
  { sized, chosen: { terms } }: Leg,
  hours: number,
  asOf: LocalDate,
): NonNullable<CarryAnswer['funding']> {
  const { sums, meanPerYear, standardErrorPerYear, settlements, first, last } = statistics;
  const expected = expectedFunding(statistics, sized.direction, sized.notional, hours);
  return {
    settlements,
    first: toIso(first),
    last: toIso(last),
    meanPerYear: toText(meanPerYear),
    standardErrorPerYear: textOrNull(standardErrorPerYear),
    effectiveSample: toText(roundTo(statistics.effectiveSample, 2, 'half-even')),
    horizonHours: hours,
    p10: textOrNull(sums?.p10 ?? null),
    p50: textOrNull(sums?.p50 ?? null),
    p90: textOrNull(sums?.p90 ?? null),
    expected: toText(expected),
    words: `${fundingWords(statistics, expected, terms, hours)}${ageWords(last, asOf)}`,
  };
}

function fundingWords(
  { meanPerYear, standardErrorPerYear, settlements, first, last, sums }: FundingStatistics,
  expected: Money,
  { symbol, quote }: ContractTerms,
  hours: number,
): string {
  const days = Math.round(hours / 24);
  const error = standardErrorPerYear === null ? '' : `, give or take ${percentText(standardErrorPerYear)}`;
  const span = `${settlements} payments from ${dateText(localDateOf(first, utc))} to ${dateText(localDateOf(last, utc))}`;
  const brings = isZero(expected)
    ? 'brings nothing'
    : `${isNegative(expected) ? 'costs' : 'brings'} about ${moneyText(absolute(expected), quote)}`;
  const range =
    sums === null
      ? `The history is shorter than ${days} days, so it shows no range for them.`
      : `Over ${days} days in a row it came to between ${percentText(sums.p10)} and ${percentText(sums.p90)} of the notional in eight cases of ten (half of them below ${percentText(sums.p50)}).`;
  return `${symbol}: funding averaged ${percentText(meanPerYear)} a year${error} (${span}; ${whoPaysFunding(meanPerYear)}). Over ${days} days this leg ${brings}. ${range}`;
}

const OLD_DAYS = 30;

function ageWords(last: Instant, asOf: LocalDate): string {
  const days = daysBetween(localDateOf(last, utc), asOf);
  return days > OLD_DAYS
    ? ` The latest of these payments is ${days} days old: import newer ones, they change.`
    : '';
}

function rollText(leg: Leg, { derived, request, market }: OverlayView): CarryAnswer['roll'] {
  const { terms } = leg.chosen;
  if (terms.expiry === null) return null;
  const { rollBy, warnFrom } = rollWindow(terms.expiry);
  const times = rollDates(terms, exitOfLeg(derived, request, terms)).length;
  const side = {
    notional: leg.sized.notional,
    fee: tradeFee(terms, leg.sized.quantity, leg.sized.notional),
    halfSpread: market.get(marketKey(leg.asset, terms.id))?.sides.sell.halfSpread ?? null,
  };
  const cost = rollCost([side, side]);
  const gap = gapToNext(leg, derived);
  return {
    expiry: dateText(terms.expiry),
    rollBy: dateText(rollBy),
    warnFrom: dateText(warnFrom),
    times,
    cost: textOrNull(cost),
    gapPerYear: textOrNull(gap?.perYear ?? null),
    words: rollWords(leg, { times, cost, gap, rollBy: dateText(rollBy) }),
  };
}

/** From this contract to the next one of its series, where both have a mark. */
function gapToNext({ chosen: { terms }, sized }: Leg, { facts, prices, at }: Derived): RollGap | null {
  const { expiry } = terms;
  const [venueKey = ''] = terms.id.split(':');
  const template = facts.catalogue.find(
    ({ id, series }) =>
      series !== null && id.startsWith(`${venueKey}:`) && terms.symbol.startsWith(series.prefix),
  );
  const series = template?.series ?? null;
  const [next] = expiry === null || series === null ? [] : expiriesAfter(series, expiry, 1);
  if (expiry === null || series === null || next === undefined) return null;
  const near = prices.latest(terms.id, at);
  const far = prices.latest(contractId(venueKey, `${series.prefix}${expiryCode(next, series.naming)}`), at);
  if (near === null || far === null) return null;
  return rollGap(near.price, far.price, daysBetween(expiry, next), absolute(sized.coins));
}

function rollWords(
  { chosen: { terms } }: Leg,
  found: {
    readonly times: number;
    readonly cost: Money | null;
    readonly gap: RollGap | null;
    readonly rollBy: string;
  },
): string {
  const { times, cost, gap, rollBy } = found;
  const due =
    times === 0
      ? `It ends after the exit, so it need not be rolled; if you hold it longer, roll it by ${rollBy}.`
      : `To hold it until the exit it has to be rolled ${times === 1 ? 'once' : `${times} times`}, first by ${rollBy}.`;
  const price =
    cost === null
      ? 'What one roll costs is not known, because its fee or its spread is not.'
      : `One roll costs about ${moneyText(cost, terms.quote)} in fees and spreads.`;
  const carry =
    gap === null || gap.perYear === null
      ? ''
      : ` The later contract stands ${percentText(absolute(gap.perYear))} a year ${isNegative(gap.perYear) ? 'lower' : 'higher'}: that is carry to come, not a loss on the day.`;
  return `${due} ${price}${carry}`;
}

function textOrNull(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}
