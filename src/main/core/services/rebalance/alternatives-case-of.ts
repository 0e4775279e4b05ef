/** The ways back of the open ledger: the exit's case, what has targets, and the paths along which prices may go. */
import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { assetClass } from '../../../../shared/domain/asset.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { add, compare, isZero, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { priceTimes, ratio } from '../../../../shared/num/products.ts';
import type { Price, Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroRate } from '../../../../shared/num/types.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { ELSEWHERE } from '../../../engine/events/own-movement.ts';
import { lotsInOrder } from '../../../engine/lots/lots-in-order.ts';
import type { TargetedExposure } from '../../../engine/rebalance/drift.ts';
import type {
  AlternativesCase,
  FundingRange,
  PricePath,
} from '../../../engine/rebalance/alternatives/alternatives-case.ts';
import type { ExitFuture } from '../../../engine/exit/exit-case.ts';
import type { ActionBook } from '../../../engine/tax/jurisdictions/us/actions/action-book.ts';
import { listText, percentText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { pathPrices } from '../exit/exit-prices.ts';
import type { ExitSetup } from '../exit/exit-setup.ts';
import { exposuresOf } from '../targets/exposures.ts';
import { marketKey } from '../targets/overlay-market.ts';
import type { OverlayMarket } from '../targets/overlay-market.ts';
import { policyFromText } from '../targets/policy-text.ts';

type Request = CallRequest<'rebalance.alternatives'>;

/** Assumed where nothing is said: the paths up and down (our choice, shown with the answer). */
const DEFAULT_MOVE = rate('0.3');

interface Sources {
  readonly derived: Derived;
  readonly setup: ExitSetup;
  readonly market: OverlayMarket;
}

/** Errors: `exit/assumption-out-of-range` (move), `exit/day-outside` (exitDate). */
export function alternativesCaseOf(request: Request, sources: Sources): Result<AlternativesCase> {
  const { derived, setup, market } = sources;
  const move = request.move === undefined ? DEFAULT_MOVE : rate(request.move);
  if (compare(move, zeroRate) <= 0 || compare(move, oneRate) >= 0) {
    const values = { field: 'move', value: request.move ?? '', range: 'above 0 and below 1' };
    return fail('exit/assumption-out-of-range', values, { field: 'move' });
  }
  const leaveOn = request.exitDate === undefined ? null : localDate(request.exitDate);
  if (leaveOn !== null && (leaveOn <= derived.asOf || leaveOn > setup.horizon)) {
    const values = {
      what: 'The day on which the hedge is left',
      date: dateText(leaveOn),
      today: dateText(derived.asOf),
      last: dateText(setup.horizon),
    };
    return fail('exit/day-outside', values, { field: 'exitDate' });
  }
  const exposures = targetedOf(request, derived);
  const assets = coinsOf(exposures, setup);
  const bookAt = (change: Rate): ActionBook => bookOf(sources, assets, change);
  return ok({
    exit: setup,
    horizon: setup.horizon,
    exposures,
    lots: lotsInOrder(
      derived.heldLots.filter(({ asset }) => assets.includes(asset)),
      derived.lotMethod ?? 'fifo',
      derived.lots,
    ),
    lotMethod: derived.lotMethod ?? 'fifo',
    elsewhere: derived.lots.openLots.filter(
      ({ account, asset }) => account === ELSEWHERE && assets.includes(asset),
    ),
    paths: pathsOf(request, sources, assets, move, bookAt),
    bookAt,
    fundingRange: (future, days) => fundingRangeOf(future, days, market),
    leaveOn,
    accountName: (account) => derived.accountName(account),
  });
}

/** Empty where coins are given instead of targets and none are saved. */
function targetedOf({ overlay }: Request, derived: Derived): readonly TargetedExposure[] {
  const policy = overlay?.policy === undefined ? derived.facts.policy : policyFromText(overlay.policy);
  return policy === null ? [] : exposuresOf(derived, policy).targeted;
}

/** Coins whose price is assumed to move: those with a target, those of the goals, and what futures follow and settle in. */
function coinsOf(
  exposures: readonly TargetedExposure[],
  { goals, futures, currency }: ExitSetup,
): readonly AssetId[] {
  const named = [
    ...exposures.filter(({ isMoney }) => !isMoney).map(({ asset }) => asset),
    ...goals.map(({ asset }) => asset),
    ...futures.flatMap(({ terms }) => [terms.underlying, terms.settleAsset]),
  ];
  return [...new Set(named)].filter((asset) => assetClass(asset, currency) === 'coin');
}

function bookOf({ derived, setup }: Sources, assets: readonly AssetId[], change: Rate): ActionBook {
  const changes = assets.flatMap((asset) => {
    const now = derived.prices.latest(asset, derived.at)?.price ?? null;
    if (now === null || isZero(change)) return [];
    return [{ asset, to: priceTimes(now, add(oneRate, change), 'half-even'), by: setup.horizon }];
  });
  return { lotOf: (lot) => setup.book.lotOf(lot), ...pathPrices(derived, changes) };
}

function pathsOf(
  request: Request,
  { derived, setup }: Sources,
  assets: readonly AssetId[],
  move: Rate,
  bookAt: (change: Rate) => ActionBook,
): readonly PricePath[] {
  const day = dateText(setup.horizon);
  const all = (change: Rate) => assets.map((asset) => ({ asset, change }));
  const paths: PricePath[] = [
    {
      path: 'flat',
      words: 'All prices stay as they are today.',
      changes: all(zeroRate),
      book: bookAt(zeroRate),
    },
    {
      path: 'up',
      words: `All prices rise ${percentText(move)} in a straight line by ${day}.`,
      changes: all(move),
      book: bookAt(move),
    },
    {
      path: 'down',
      words: `All prices fall ${percentText(move)} in a straight line by ${day}.`,
      changes: all(negate(move)),
      book: bookAt(negate(move)),
    },
  ];
  if ((request.prices ?? []).length === 0) return paths;
  const changes = assets.map((asset) => ({
    asset,
    change: changeOf(asset, setup.horizon, derived, setup.book),
  }));
  const said = changes
    .filter(({ change }) => !isZero(change))
    .map(({ asset, change }) => `${asset} ${percentText(change)}`);
  const words = `Prices as you assume them: ${said.length === 0 ? 'as today' : listText(said)} by ${day}. Costs are counted on this path.`;
  return [...paths, { path: 'own', words, changes, book: setup.book }];
}

function changeOf(asset: AssetId, date: LocalDate, { prices, at }: Derived, book: ActionBook): Rate {
  const now = prices.latest(asset, at)?.price ?? null;
  const then = book.priceOn(asset, date);
  if (now === null || then === null || isZero(now)) return zeroRate;
  return subtract(ratio<Price>(then, now, 'half-even'), oneRate);
}

function fundingRangeOf(
  { asset, terms }: ExitFuture,
  days: number,
  market: OverlayMarket,
): FundingRange | null {
  const answer = market.get(marketKey(asset, terms.id))?.funding(Math.max(1, days * 24));
  const sums = answer?.kind === 'known' ? answer.statistics.sums : null;
  return sums === null ? null : { low: sums.p5, high: sums.p95, windows: sums.windows };
}
