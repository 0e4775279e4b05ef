/**
 * derived + request + markets → goals → hedges → lots → days → the case that an exit plan is chosen from
 *
 * Everything that stands in the way is found before anything is refused.
 */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import { carryOnTop } from '../../../engine/exit/carry-on-top.ts';
import { candidateDates } from '../../../engine/exit/candidate-dates.ts';
import type { ExitCase, ExitFuture } from '../../../engine/exit/exit-case.ts';
import { heldLotLives } from '../../../engine/tax/projection/held-lot-lives.ts';
import { regimeFits } from '../../../engine/tax/jurisdictions/us/offsets/regime-fits.ts';
import { listText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { scenarioProfile } from '../projection/scenario-profile.ts';
import type { OverlayMarket } from '../targets/overlay-market.ts';
import { checkAssets, checkPositions, checkPrices, checkYears, keptLots } from './exit-case-checks.ts';
import { dateFacts } from './exit-dates-of-case.ts';
import { planFutures } from './exit-futures.ts';
import { sellableLots, wantedGoals } from './exit-goals.ts';
import { goalsOf } from './exit-goals-of-case.ts';
import { costsOf, horizonOf, limitsOf, ownDaysOf, shareBetween } from './exit-limits.ts';
import { assumedOfCase, notesOf } from './exit-notes.ts';
import { pathPrices, priceChangesOf } from './exit-prices.ts';
import type { ExitRequest, ExitSetup } from './exit-setup.ts';
import { netToleranceOf } from './net-tolerance.ts';
import { openHedgesOf } from './open-hedges.ts';
import { Problems } from './problems.ts';

/** Ends within which an assumption makes sense. */
const SHARES = [
  ['carryPerYear', '-5', '5'],
  ['carryOnTop', '-5', '5'],
  ['futuresSlippage', '0', '0.5'],
] as const;

/**
 * The case that a request describes, on the ledger as of today.
 * In: what is known of the contracts' markets (`exitMarketOf`).
 * Errors, all at once (`exit/several`): `tax/no-profile`, `exit/horizon-past`, `exit/price-missing`, `exit/margin-missing`,
 * `exit/goal-…`, `exit/no-such-lot`, `exit/position-unknown`, `exit/profile-late`, `exit/day-outside`, `exit/assumption-out-of-range`, `exit/no-day-left`,
 * `exit/nothing-to-do`; those of targets and contracts.
 */
export function exitCaseOf(derived: Derived, request: ExitRequest, market: OverlayMarket): Result<ExitSetup> {
  const problems = new Problems();
  const { profile } = derived.facts;
  if (profile === null || profile.years.length === 0) problems.add('tax/no-profile', {});
  checkYears(derived, problems);
  const horizon = horizonOf(derived, request, problems);
  const changes = priceChangesOf(derived, request, horizon, problems);
  const carry = request.carryPerYear === undefined ? null : rate(request.carryPerYear);
  const path = pathPrices(derived, changes, carry);
  const { costs, assumed } = costsOf(request, problems);
  for (const [id, least, most] of SHARES) {
    const text = request[id];
    if (text !== undefined) shareBetween(text, id, least, most, problems);
  }
  const limits = limitsOf(request, problems);
  const days = ownDaysOf(derived, request, horizon, problems);
  const keep = keptLots(derived, request, problems);
  const hedges = openHedgesOf(derived);
  const priceOf = (asset: AssetId): ReturnType<typeof path.priceOn> => path.priceOn(asset, derived.asOf);
  const wanted = problems.take(wantedGoals(derived, request, hedges.hedges, priceOf, problems));
  checkAssets(request, wanted, derived, problems);
  checkPositions(hedges, wanted, problems);
  const futures =
    wanted === undefined
      ? undefined
      : problems.take(planFutures({ derived, request, market }, wanted.goals, hedges.hedges, wanted.from));
  const lots = new Map(
    (wanted?.goals ?? []).map((goal) => [goal.asset, sellableLots(derived, goal, keep, problems)]),
  );
  checkPrices({ derived, path, futures, unpriced: hedges.unpriced }, problems);
  if (limits.cash !== null && (futures?.withoutMargin.length ?? 0) > 0)
    problems.add('exit/margin-missing', { contracts: listText(futures?.withoutMargin ?? []) });
  const lastYear = Math.max(yearOf(horizon) + 1, ...(profile?.years.map(({ year }) => year) ?? []));
  const span = { currentYear: yearOf(derived.asOf), lastYear };
  const taxpayer = problems.take(scenarioProfile(profile, { income: request.income ?? [] }, span));
  if (problems.isEmpty && wanted?.nothing !== undefined && wanted.nothing !== null)
    return fail('exit/nothing-to-do', { why: wanted.nothing });
  if (!problems.isEmpty || wanted === undefined || futures === undefined || !taxpayer)
    return problems.failed();
  const goals = goalsOf({ derived, request, wanted, futures, lots }, problems);
  const net = netToleranceOf(goals, { wanted: wanted.goals, futures: futures.futures, request }, problems);
  const dates = candidateDates(
    dateFacts({ derived, request, horizon, goals, futures, lots, days, maxDates: limits.maxDates }),
  );
  if (dates.dates.length === 0) problems.add('exit/no-day-left', {}, { field: 'noTrade' });
  if (!problems.isEmpty) return problems.failed();
  const plain: ExitCase = {
    asOf: derived.asOf,
    currency: derived.facts.currency,
    profile: taxpayer,
    facts: derived.usFacts,
    book: { ...path, lotOf: heldLotLives(derived.heldLots) },
    dates: dates.dates,
    noTrade: days.noTrade,
    lastYear,
    goals,
    futures: futures.futures,
    costs,
    limits,
    netTolerance: net.netTolerance,
    regimes: regimesOf(request, futures.futures),
  };
  const found = carryOnTop(plain, rate(request.carryOnTop ?? '0'));
  return ok({
    ...found,
    horizon,
    leftOut: dates.leftOut,
    assumptions: [...assumed, ...futures.assumed, ...assumedOfCase(found, request, changes, net.from)],
    notes: notesOf(found, { derived, request, from: wanted.from }),
    setupIssues: futures.issues,
  });
}

function regimesOf({ tryRegimes }: ExitRequest, futures: readonly ExitFuture[]): ExitCase['regimes'] {
  const opened = futures.filter(({ isOpen, side }) => !isOpen && side === 'short');
  if (tryRegimes !== true || opened.length === 0) return [];
  const all = ['none', 'identified', 'section-1256d', 'straddle-by-straddle'] as const;
  return all.filter((regime) => opened.some(({ terms }) => regimeFits(regime, terms.section1256.status)));
}
