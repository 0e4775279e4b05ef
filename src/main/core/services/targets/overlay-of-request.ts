import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { Policy } from '../../../../shared/domain/policy.ts';
import { add, isNegative, isZero } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { oneRate, zeroQuantity } from '../../../../shared/num/types.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import type { CarryEstimate } from '../../../engine/futures/carry.ts';
import type { TargetedExposure } from '../../../engine/rebalance/drift.ts';
import { hedgedLots, lotsInStandingOrder } from '../../../engine/rebalance/hedged-lots.ts';
import type { HedgedLot } from '../../../engine/rebalance/hedged-lots.ts';
import { legRatio } from '../../../engine/rebalance/leg-ratios.ts';
import type { LegRatio } from '../../../engine/rebalance/leg-ratios.ts';
import { coinsHedged, overlayOf } from '../../../engine/rebalance/overlay.ts';
import type { ChosenContract, Overlay, OverlayLeg } from '../../../engine/rebalance/overlay.ts';
import { policyProblems } from '../../../engine/rebalance/policy-words.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { chosenContracts } from './chosen-contracts.ts';
import { marketKey } from './overlay-market.ts';
import type { OverlayMarket } from './overlay-market.ts';
import { exitTaxOf } from './exit-tax.ts';
import { exposuresOf } from './exposures.ts';
import { lotClocksOf } from '../holdings/lot-clocks.ts';
import { hedgedAlready } from './hedged-already.ts';
import { carryOfLeg, exitOfLeg } from './leg-carry.ts';
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

const noMarket: OverlayMarket = new Map();

/**
 * The overlay that a request describes, on the ledger as of today.
 * In: what is known of the contracts' markets (`overlayMarketOf`); without it funding comes from the ledger's own rows
 * alone, and a cross hedge has no minimum-variance ratio.
 * Errors: `targets/no-policy`, `targets/invalid`, `targets/price-missing`, `targets/nothing-held`, `contracts/unknown`,
 * `contracts/other-underlying`, `contracts/expired`, `contracts/not-smaller`, `targets/exit-not-ahead`.
 */
export function overlayOfRequest(
  derived: Derived,
  request: OverlayRequest,
  market: OverlayMarket = noMarket,
): Result<ChosenOverlay> {
  const { exitDate } = request;
  if (exitDate !== undefined && localDate(exitDate) <= derived.asOf)
    return fail('targets/exit-not-ahead', { date: exitDate }, { field: 'exitDate' });
  const policy = request.policy === undefined ? derived.facts.policy : policyFromText(request.policy);
  if (policy === null) return fail('targets/no-policy', {});
  const problems = policyProblems(policy);
  if (problems.length > 0)
    return fail('targets/invalid', { problems: problems.join('; ') }, { field: 'policy' });
  const exposures = exposuresOf(derived, policy);
  const [missing] = exposures.issues;
  if (missing !== undefined) return fail('targets/price-missing', { asset: missing.asset ?? '' });
  const contracts = chosenContracts(derived, request, exposures.targeted);
  if (!contracts.ok) return contracts;
  const naive = overlayOf(exposures.targeted, contracts.value, request.rounding);
  if (naive === null) return fail('targets/nothing-held', {});
  const lots = lotsOf(derived, naive.legs);
  const ratios = ratiosOf(derived, request, naive, { market, lots });
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
    hedgedLots: overlay === naive ? lots : lotsOf(derived, legs),
    ratios,
  });
}

// Neither depends on what is asked, so that an answer follows as one types.
const lotsInOrder = keptFor((derived: Derived) => lotsInStandingOrder(derived.heldLots, derived.asOf));
const hedgedBefore = keptFor(hedgedAlready);

/** The lots that short legs hedge, in coins of the asset that they stand for. */
function lotsOf(derived: Derived, legs: readonly OverlayLeg<ContractTerms>[]): HedgedLot[] {
  const shorts = new Map<AssetId, Quantity>();
  for (const leg of legs) {
    if (leg.sized.direction !== 'short') continue;
    shorts.set(leg.asset, add(shorts.get(leg.asset) ?? zeroQuantity, coinsHedged(leg)));
  }
  const list = [...shorts].map(([asset, quantity]) => ({ asset, quantity }));
  const lots = hedgedLots(list, lotsInOrder(derived), hedgedBefore(derived), derived.asOf);
  return lots.map((hedged) => withItsClock(hedged, derived));
}

/**
 * A lot whose clock an earlier hedge ended is as young as that clock, whatever the day of its purchase. Where only a part of
 * it is, that part counts: nobody is told that a clock is safe which is not.
 */
function withItsClock(hedged: HedgedLot, derived: Derived): HedgedLot {
  const clock = lotClocksOf(derived).get(hedged.lot.id);
  if (clock === undefined) return hedged;
  const longTermFrom = clock.longTermFrom ?? hedged.lot.longTermFrom;
  const isYoung = clock.longTermFrom === null || clock.longTermFrom > derived.asOf;
  return {
    ...hedged,
    lot: { ...hedged.lot, longTermFrom },
    clockRestarts: hedged.clockRestarts || isYoung,
  };
}

function ratiosOf(
  derived: Derived,
  request: OverlayRequest,
  naive: Overlay<ContractTerms>,
  { market, lots }: { readonly market: OverlayMarket; readonly lots: readonly HedgedLot[] },
): Map<AssetId, LegRatio> {
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
