import { assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import { absolute, isZero } from '../../../../shared/num/arithmetic.ts';
import { price } from '../../../../shared/num/parse.ts';
import type { Price } from '../../../../shared/num/types.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { msBetween } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { listedContracts } from '../../../engine/futures/contract-lookup.ts';
import { carryOf } from '../../../engine/futures/carry.ts';
import type { CarryEstimate, CarryFacts } from '../../../engine/futures/carry.ts';
import { meanFunding } from '../../../engine/futures/funding.ts';
import type { TargetedExposure } from '../../../engine/rebalance/drift.ts';
import { hedgedLots } from '../../../engine/rebalance/hedged-lots.ts';
import type { HedgedLot } from '../../../engine/rebalance/hedged-lots.ts';
import { overlayOf } from '../../../engine/rebalance/overlay.ts';
import { policyProblems } from '../../../engine/rebalance/policy-words.ts';
import type { ChosenContract, Overlay, OverlayLeg } from '../../../engine/rebalance/overlay.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Derived } from '../../derived.ts';
import { exposuresOf } from './exposures.ts';
import { hedgedAlready } from './hedged-already.ts';
import { policyFromText } from './policy-text.ts';

type OverlayRequest = CallRequest<'targets.overlay'>;

/** An overlay with all that words, risks, plans and comparisons are made from. */
export interface ChosenOverlay {
  readonly policy: Policy;
  readonly exposures: readonly TargetedExposure[];
  readonly overlay: Overlay<ContractTerms>;
  /** Legs that order something. */
  readonly legs: readonly OverlayLeg<ContractTerms>[];
  /** The carry of each of `legs`. */
  readonly carry: readonly CarryEstimate[];
  readonly hedgedLots: readonly HedgedLot[];
}

const ONE = price('1');
const DAY_MS = 86_400_000;

/**
 * The overlay that a request describes, on the ledger as of today.
 * Errors: `targets/no-policy`, `targets/invalid`, `targets/price-missing`, `targets/nothing-held`, `contracts/unknown`,
 * `contracts/other-underlying`, `contracts/expired`.
 */
export function overlayOfRequest(derived: Derived, request: OverlayRequest): Result<ChosenOverlay> {
  const policy = request.policy === undefined ? derived.facts.policy : policyFromText(request.policy);
  if (policy === null) return fail('targets/no-policy', {});
  const problems = policyProblems(policy);
  if (problems.length > 0)
    return fail('targets/invalid', { problems: problems.join('; ') }, { field: 'policy' });
  const exposures = exposuresOf(derived, policy);
  const [missing] = exposures.issues;
  if (missing !== undefined) return fail('targets/price-missing', { asset: missing.asset ?? '' });
  const contracts = contractsOf(derived, request, exposures.targeted);
  if (!contracts.ok) return contracts;
  const overlay = overlayOf(exposures.targeted, contracts.value, request.rounding);
  if (overlay === null) return fail('targets/nothing-held', {});
  const legs = overlay.legs.filter(({ sized }) => !isZero(sized.quantity.amount));
  const shorts = legs
    .filter(({ sized }) => sized.direction === 'short')
    .map(({ asset, sized }) => ({ asset, quantity: absolute(sized.coins) }));
  return ok({
    policy,
    exposures: exposures.targeted,
    overlay,
    legs,
    carry: legs.map(({ chosen }) => legCarry(derived, chosen.terms)),
    hedgedLots: hedgedLots(shorts, derived.heldLots, hedgedAlready(derived), derived.asOf),
  });
}

function contractsOf(
  derived: Derived,
  request: OverlayRequest,
  exposures: readonly TargetedExposure[],
): Result<Map<AssetId, ChosenContract<ContractTerms>>> {
  const chosen = new Map<AssetId, ChosenContract<ContractTerms>>();
  for (const { asset, contract } of request.contracts) {
    const terms = tradable(derived, contract as ContractId);
    if (terms === undefined) return fail('contracts/unknown', { contract }, { field: `contracts.${asset}` });
    if (terms.underlying !== assetId(asset)) return fail('contracts/other-underlying', { contract, asset });
    if (terms.expiry !== null && terms.expiry <= derived.asOf) return fail('contracts/expired', { contract });
    const exposure = exposures.find((one) => one.asset === terms.underlying);
    if (exposure === undefined) continue;
    chosen.set(terms.underlying, chosenContract(derived, terms, exposure.price));
  }
  return ok(chosen);
}

/** At its own mark only where that is of the time of its coin's price. */
function chosenContract(
  derived: Derived,
  terms: ContractTerms,
  coinPrice: Price,
): ChosenContract<ContractTerms> {
  const point = contractPoint(terms, derived.prices, derived.at);
  const ownMark = point === null || point.fromUnderlying ? null : point.price;
  const apart = point?.apart?.time ?? null;
  return {
    terms,
    at: { price: ownMark ?? coinPrice, settlePrice: settlePrice(derived, terms) },
    ownMarkOf: apart === null ? null : localDateOf(apart, derived.facts.timeZone),
  };
}

/** The contract itself, or of a series its next expiry. */
function tradable(derived: Derived, contract: ContractId): ContractTerms | undefined {
  const terms = derived.facts.termsOf(contract);
  return terms?.series === undefined || terms.series === null
    ? terms
    : listedContracts([terms], derived.asOf)[0];
}

/** Only a quanto contract asks; others settle in quote money or in the coin that they follow. */
function settlePrice(derived: Derived, terms: ContractTerms): Price {
  if (terms.payoff !== 'quanto') return ONE;
  return derived.prices.latest(terms.settleAsset, derived.at)?.price ?? ONE;
}

function legCarry(derived: Derived, terms: ContractTerms): CarryEstimate {
  const priceAt = (contract: ContractId, at: Instant): Price | null =>
    (derived.prices.nearest(contract, at) ?? derived.prices.nearest(terms.underlying, at))?.price ?? null;
  const funding = meanFunding(terms.id, derived.positions.results, derived.facts.termsOf, priceAt);
  return carryOf(terms, { funding, marks: marksOf(derived, terms), asOf: derived.asOf });
}

/** The contract's mark and its coin's, where both are of about the same time: else their gap is no basis. */
function marksOf(derived: Derived, terms: ContractTerms): CarryFacts['marks'] {
  const futures = derived.prices.latest(terms.id, derived.at);
  if (futures === null || futures.time === null) return null;
  const spot = derived.prices.nearest(terms.underlying, futures.time);
  if (spot === null || spot.time === null) return null;
  return Math.abs(msBetween(spot.time, futures.time)) > DAY_MS
    ? null
    : { futures: futures.price, spot: spot.price };
}
