import { assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { CallRequest } from '../../../../shared/contract/contract.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { compare } from '../../../../shared/num/arithmetic.ts';
import { price } from '../../../../shared/num/parse.ts';
import type { Price, Quantity } from '../../../../shared/num/types.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { listedContracts } from '../../../engine/futures/contract-lookup.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import type { Coins } from '../../../engine/futures/units.ts';
import type { TargetedExposure } from '../../../engine/rebalance/drift.ts';
import type { ChosenContract } from '../../../engine/rebalance/overlay.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { Derived } from '../../derived.ts';

type OverlayRequest = CallRequest<'targets.overlay'>;

const ONE = price('1');

/**
 * The contracts that a request names, by the asset that they stand for; assets without a target are left out.
 * Errors: `contracts/unknown`, `contracts/other-underlying`, `contracts/expired`,
 * `contracts/not-smaller`, `targets/price-missing`.
 */
export function chosenContracts(
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
  if (small !== null && small.value.underlying !== terms.value.underlying)
    return fail('contracts/other-underlying', { contract: small.value.id, asset: terms.value.underlying });
  const isCross = terms.value.underlying !== exposure.asset;
  const coin = isCross ? coinPriceOf(derived, terms.value) : exposure.price;
  if (coin === null) return fail('targets/price-missing', { asset: terms.value.underlying });
  const chosen = chosenContract(derived, terms.value, coin);
  const partner = small === null ? null : chosenContract(derived, small.value, coin);
  if (partner !== null && compare<Quantity>(stepCoins(partner), stepCoins(chosen)) >= 0)
    return fail('contracts/not-smaller', { small: partner.terms.id, large: terms.value.id });
  return ok({
    ...chosen,
    ...(isCross ? { cross: { underlying: terms.value.underlying, price: coin } } : {}),
    ...(partner === null ? {} : { small: partner }),
  });
}

/** Coins of one step of a contract. */
function stepCoins({ terms, at }: ChosenContract<ContractTerms>): Coins {
  const rules = payoffRules(terms.payoff);
  const step = { unit: terms.quantityUnit, amount: terms.quantityStep };
  return rules.delta(rules.sizeOf(terms, step, at.price), at);
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
