/** What holding a leg costs or brings: of its funding where statistics can be made, else of its basis. */
import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { Price } from '../../../../shared/num/types.ts';
import { msBetween } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { addDays, daysBetween, localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { futuresBasisAt } from '../../../engine/futures/basis.ts';
import type { FuturesBasisAt } from '../../../engine/futures/basis.ts';
import { carryOf } from '../../../engine/futures/carry.ts';
import type { CarryEstimate } from '../../../engine/futures/carry.ts';
import { meanFunding } from '../../../engine/futures/funding.ts';
import type { MeanFunding } from '../../../engine/futures/funding.ts';
import type { FundingStatistics } from '../../../engine/futures/funding-statistics.ts';
import type { OverlayLeg } from '../../../engine/rebalance/overlay.ts';
import type { Derived } from '../../derived.ts';
import { marketKey } from './overlay-market.ts';
import type { OverlayMarket } from './overlay-market.ts';

type OverlayRequest = CallRequest<'targets.overlay'>;

const DAY_MS = 86_400_000;

/** Until when a leg is meant to be held. */
export function exitOfLeg(derived: Derived, request: OverlayRequest, terms: ContractTerms): LocalDate {
  if (request.exitDate !== undefined) return localDate(request.exitDate);
  return terms.expiry ?? addDays(derived.asOf, DAYS_AHEAD);
}

const DAYS_AHEAD = 90;

/** A leg's carry: of its funding where statistics can be made, else of its basis. */
export function carryOfLeg(
  derived: Derived,
  { asset, chosen: { terms } }: OverlayLeg<ContractTerms>,
  request: OverlayRequest,
  market: OverlayMarket,
): CarryEstimate {
  const known = market.get(marketKey(asset, terms.id));
  const basis = basisOfContract(derived, terms);
  if (known === undefined) return carryOf(terms, { funding: ledgerFunding(derived, terms), basis });
  const answer = known.funding(hoursUntil(derived, exitOfLeg(derived, request, terms)));
  const funding = answer.kind === 'known' ? fundingMean(answer.statistics) : null;
  return carryOf(terms, {
    funding,
    basis,
    ...(answer.kind === 'too-little' && answer.settlements > 0 ? { tooLittle: answer.why } : {}),
  });
}

function fundingMean({ meanPerYear, settlements, first, last }: FundingStatistics): MeanFunding {
  return { perYear: meanPerYear, payments: settlements, hours: 0, first, last };
}

/** Whole hours from the end of today to the end of a day; at least one. */
export function hoursUntil(derived: Derived, exit: LocalDate): number {
  return Math.max(1, daysBetween(derived.asOf, exit) * 24);
}

function ledgerFunding(derived: Derived, terms: ContractTerms): MeanFunding | null {
  const priceAt = (contract: ContractId, at: Instant): Price | null =>
    (derived.prices.nearest(contract, at) ?? derived.prices.nearest(terms.underlying, at))?.price ?? null;
  return meanFunding(terms.id, derived.positions.results, derived.facts.termsOf, priceAt);
}

/**
 * The basis of a dated contract by its latest mark and its coin's of about the same time (a day apart is no basis); null
 * where there are no such marks, and for a perpetual contract.
 */
export function basisOfContract(derived: Derived, terms: ContractTerms): FuturesBasisAt | null {
  const futures = derived.prices.latest(terms.id, derived.at);
  if (terms.expiry === null || futures === null || futures.time === null) return null;
  const spot = derived.prices.nearest(terms.underlying, futures.time);
  if (spot === null || spot.time === null) return null;
  if (Math.abs(msBetween(spot.time, futures.time)) > DAY_MS) return null;
  return futuresBasisAt(terms, { futures: futures.price, spot: spot.price }, futures.time);
}
