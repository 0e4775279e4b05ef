import { assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import { absolute, add, isNegative, isZero } from '../../../../shared/num/arithmetic.ts';
import { price, rate } from '../../../../shared/num/parse.ts';
import { apportion } from '../../../../shared/num/products.ts';
import type { Price, Quantity } from '../../../../shared/num/types.ts';
import { oneRate, zeroQuantity } from '../../../../shared/num/types.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { msBetween } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { addDays, daysBetween, localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { listedContracts } from '../../../engine/futures/contract-lookup.ts';
import { carryOf } from '../../../engine/futures/carry.ts';
import type { CarryEstimate, CarryFacts } from '../../../engine/futures/carry.ts';
import { meanFunding } from '../../../engine/futures/funding.ts';
import type { MeanFunding } from '../../../engine/futures/funding.ts';
import type { FundingStatistics } from '../../../engine/futures/funding-statistics.ts';
import type { TargetedExposure } from '../../../engine/rebalance/drift.ts';
import { hedgedLots } from '../../../engine/rebalance/hedged-lots.ts';
import type { HedgedLot } from '../../../engine/rebalance/hedged-lots.ts';
import { legRatio } from '../../../engine/rebalance/leg-ratios.ts';
import type { LegRatio } from '../../../engine/rebalance/leg-ratios.ts';
import { overlayOf } from '../../../engine/rebalance/overlay.ts';
import { policyProblems } from '../../../engine/rebalance/policy-words.ts';
import type { ChosenContract, Overlay, OverlayLeg } from '../../../engine/rebalance/overlay.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Derived } from '../../derived.ts';
import { marketKey } from './contract-market.ts';
import type { OverlayMarket } from './contract-market.ts';
import { exitTaxOf } from './exit-tax.ts';
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
  /** The hedge ratios of each asset that has a contract. */
  readonly ratios: ReadonlyMap<AssetId, LegRatio>;
}

const ONE = price('1');
const DAY_MS = 86_400_000;
const noMarket: OverlayMarket = new Map();

/**
 * The overlay that a request describes, on the ledger as of today.
 * In: what is known of the contracts' markets (`overlayMarketOf`); without it funding comes from the ledger's own rows
 * alone, and a cross hedge has no minimum-variance ratio.
 * Errors: `targets/no-policy`, `targets/invalid`, `targets/price-missing`, `targets/nothing-held`, `contracts/unknown`,
 * `contracts/other-underlying`, `contracts/expired`.
 */
export function overlayOfRequest(
  derived: Derived,
  request: OverlayRequest,
  market: OverlayMarket = noMarket,
): Result<ChosenOverlay> {
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
  const naive = overlayOf(exposures.targeted, contracts.value, request.rounding);
  if (naive === null) return fail('targets/nothing-held', {});
  const ratios = ratiosOf(derived, request, naive, market);
  const overlay = isNaive(ratios)
    ? naive
    : (overlayOf(exposures.targeted, withRatios(contracts.value, ratios), request.rounding) ?? naive);
  const legs = overlay.legs.filter(({ sized }) => !isZero(sized.quantity.amount));
  return ok({
    policy,
    exposures: exposures.targeted,
    overlay,
    legs,
    carry: legs.map((leg) => carryOfLeg(derived, leg, request, market)),
    hedgedLots: lotsOf(derived, legs),
    ratios,
  });
}

/** Until when a leg is meant to be held. */
export function exitOfLeg(derived: Derived, request: OverlayRequest, terms: ContractTerms): LocalDate {
  if (request.exitDate !== undefined) return localDate(request.exitDate);
  return terms.expiry ?? addDays(derived.asOf, DAYS_AHEAD);
}

const DAYS_AHEAD = 90;

/** The lots that short legs hedge, in coins of the asset that they stand for. */
function lotsOf(derived: Derived, legs: readonly OverlayLeg<ContractTerms>[]): HedgedLot[] {
  const shorts = new Map<AssetId, Quantity>();
  for (const leg of legs) {
    if (leg.sized.direction !== 'short') continue;
    shorts.set(leg.asset, add(shorts.get(leg.asset) ?? zeroQuantity, coinsHedged(leg)));
  }
  const list = [...shorts].map(([asset, quantity]) => ({ asset, quantity }));
  return hedgedLots(list, derived.heldLots, hedgedAlready(derived), derived.asOf);
}

/** In a cross hedge: as many coins of the asset as the order reaches of what it aims at. */
function coinsHedged({ chosen, wanted, aimed, sized }: OverlayLeg<ContractTerms>): Quantity {
  return absolute(
    chosen.cross === undefined || isZero(aimed)
      ? sized.coins
      : apportion<Quantity>(wanted, sized.coins, aimed, 'half-even'),
  );
}

function ratiosOf(
  derived: Derived,
  request: OverlayRequest,
  naive: Overlay<ContractTerms>,
  market: OverlayMarket,
): Map<AssetId, LegRatio> {
  const lots = lotsOf(derived, naive.legs);
  const ratios = new Map<AssetId, LegRatio>();
  for (const { asset, chosen, wanted } of naive.legs) {
    if (ratios.has(asset)) continue;
    const { terms } = chosen;
    const row = request.contracts.find((one) => one.asset === asset);
    ratios.set(
      asset,
      legRatio({
        asset,
        symbol: terms.symbol,
        isShort: isNegative(wanted),
        isCross: chosen.cross !== undefined,
        variance: market.get(marketKey(asset, terms.id))?.variance ?? null,
        tax: exitTaxOf(
          derived,
          terms,
          lots.filter((lot) => lot.asset === asset),
          exitOfLeg(derived, request, terms),
        ),
        asked: askedRatio(row?.ratio ?? request.ratio),
      }),
    );
  }
  return ratios;
}

function askedRatio(asked: string | undefined): Parameters<typeof legRatio>[0]['asked'] {
  switch (asked) {
    case undefined:
      return null;
    case 'naive':
    case 'minimum-variance':
    case 'after-tax':
    case 'after-tax-kept':
      return asked;
    default:
      return { own: rate(asked) };
  }
}

function isNaive(ratios: ReadonlyMap<AssetId, LegRatio>): boolean {
  return [...ratios.values()].every(({ ratio }) => ratio === oneRate);
}

function withRatios(
  contracts: ReadonlyMap<AssetId, ChosenContract<ContractTerms>>,
  ratios: ReadonlyMap<AssetId, LegRatio>,
): Map<AssetId, ChosenContract<ContractTerms>> {
  return new Map(
    [...contracts].map(([asset, chosen]) => {
      const ratio = ratios.get(asset)?.ratio;
      return [asset, ratio === undefined ? chosen : { ...chosen, ratio }];
    }),
  );
}

function contractsOf(
  derived: Derived,
  request: OverlayRequest,
  exposures: readonly TargetedExposure[],
): Result<Map<AssetId, ChosenContract<ContractTerms>>> {
  const chosen = new Map<AssetId, ChosenContract<ContractTerms>>();
  for (const row of request.contracts) {
    const exposure = exposures.find((one) => one.asset === assetId(row.asset));
    const made = chosenOf(derived, row, exposure);
    if (!made.ok) return made;
    if (exposure !== undefined && made.value !== null) chosen.set(exposure.asset, made.value);
  }
  return ok(chosen);
}

/** null where the asset is not targeted. */
function chosenOf(
  derived: Derived,
  row: OverlayRequest['contracts'][number],
  exposure: TargetedExposure | undefined,
): Result<ChosenContract<ContractTerms> | null> {
  const terms = tradableFor(derived, row, row.contract);
  if (!terms.ok) return terms;
  const small = row.small === undefined ? null : tradableFor(derived, row, row.small);
  if (small !== null && !small.ok) return small;
  if (exposure === undefined) return ok(null);
  const isCross = terms.value.underlying !== exposure.asset;
  const coin = isCross ? coinPriceOf(derived, terms.value) : exposure.price;
  if (coin === null) return fail('targets/price-missing', { asset: terms.value.underlying });
  const chosen = chosenContract(derived, terms.value, coin);
  return ok({
    ...chosen,
    ...(isCross ? { cross: { underlying: terms.value.underlying, price: coin } } : {}),
    ...(small === null ? {} : { small: chosenContract(derived, small.value, coin) }),
  });
}

/** The contract that a row names. Errors: `contracts/unknown`, `contracts/other-underlying`, `contracts/expired`. */
function tradableFor(
  derived: Derived,
  row: OverlayRequest['contracts'][number],
  contract: string,
): Result<ContractTerms> {
  const { asset } = row;
  const terms = tradable(derived, contract as ContractId);
  if (terms === undefined) return fail('contracts/unknown', { contract }, { field: `contracts.${asset}` });
  if (terms.underlying !== assetId(asset) && row.crossHedge !== true)
    return fail('contracts/other-underlying', { contract, asset });
  if (terms.expiry !== null && terms.expiry <= derived.asOf) return fail('contracts/expired', { contract });
  return ok(terms);
}

function coinPriceOf(derived: Derived, { underlying }: ContractTerms): Price | null {
  return derived.prices.latest(underlying, derived.at)?.price ?? null;
}

/** A contract where it trades: at its own mark only where that is of the time of its coin's price. */
export function chosenContract(
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

/** A leg's carry: of its funding where statistics can be made, else of its basis. */
function carryOfLeg(
  derived: Derived,
  { asset, chosen: { terms } }: OverlayLeg<ContractTerms>,
  request: OverlayRequest,
  market: OverlayMarket,
): CarryEstimate {
  const known = market.get(marketKey(asset, terms.id));
  const marks = marksOf(derived, terms);
  if (known === undefined)
    return carryOf(terms, { funding: ledgerFunding(derived, terms), marks, asOf: derived.asOf });
  const answer = known.funding(hoursUntil(derived, exitOfLeg(derived, request, terms)));
  const funding = answer.kind === 'known' ? fundingMean(answer.statistics) : null;
  return carryOf(terms, {
    funding,
    marks,
    asOf: derived.asOf,
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

/** The contract's mark and its coin's, where both are of about the same time: else their gap is no basis. */
export function marksOf(derived: Derived, terms: ContractTerms): CarryFacts['marks'] {
  const futures = derived.prices.latest(terms.id, derived.at);
  if (futures === null || futures.time === null) return null;
  const spot = derived.prices.nearest(terms.underlying, futures.time);
  if (spot === null || spot.time === null) return null;
  return Math.abs(msBetween(spot.time, futures.time)) > DAY_MS
    ? null
    : { futures: futures.price, spot: spot.price };
}
