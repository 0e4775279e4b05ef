import type { CalcOverlayInput, CalcOverlayOutput } from '../../../../shared/contract/calc-overlay.ts';
import { assetId } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { compare, isZero, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { money, price, quantity, rate } from '../../../../shared/num/parse.ts';
import { moneyTimes, ratio, valueOf } from '../../../../shared/num/products.ts';
import type { Quantity, Rate } from '../../../../shared/num/types.ts';
import { oneRate, zeroMoney, zeroRate } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import type { SizingTerms } from '../../../engine/futures/size-hedge.ts';
import type { TargetedExposure } from '../../../engine/rebalance/drift.ts';
import { overlayOf } from '../../../engine/rebalance/overlay.ts';
import type { ChosenContract, Overlay } from '../../../engine/rebalance/overlay.ts';
import { percentText } from '../../../engine/words.ts';
import type { HandlersOf } from '../../call-context.ts';
import { orderableOf } from './calc-contract.ts';
import type { CalcSized } from './calc-contract.ts';

const ONE = price('1');
/** Beside the coins; lower case, so that it is never taken for a ticker. */
const CASH = 'cash' as AssetId;

export const calcOverlayHandlers: HandlersOf<'calc.overlay'> = {
  'calc.overlay': async (request, { now }) => {
    const exposures = exposuresOf(request);
    if (!exposures.ok) return exposures;
    const contracts = contractsOf(request, now);
    if (!contracts.ok) return contracts;
    const overlay = overlayOf(exposures.value, contracts.value, request.rounding);
    return overlay === null ? fail('targets/nothing-held', {}) : ok(outputOf(exposures.value, overlay));
  },
};

/** The targeted part of the portfolio, with cash as the asset that has what the targets leave. */
function exposuresOf(request: CalcOverlayInput): Result<TargetedExposure[]> {
  const total = sum(
    Object.values(request.targets).map((weight) => rate(weight)),
    zeroRate,
  );
  if (compare(total, oneRate) > 0) {
    return fail(
      'targets/invalid',
      { problems: `they add up to ${percentText(total)}` },
      { field: 'targets' },
    );
  }
  const exposures: TargetedExposure[] = [];
  for (const [asset, weight] of Object.entries(request.targets)) {
    const held = request.portfolio.filter((row) => row.asset === asset);
    const [first] = held;
    if (first === undefined) return fail('targets/not-held', { asset }, { field: `targets.${asset}` });
    const values = held.map((row) => valueOf(quantity(row.quantity), price(row.price), 'half-even'));
    exposures.push({
      asset: assetId(asset),
      target: rate(weight),
      price: price(first.price),
      spotValue: sum(values, zeroMoney),
      futuresValue: zeroMoney,
      isMoney: false,
    });
  }
  return ok([...exposures, ...cashExposure(request, subtract(oneRate, total))]);
}

function cashExposure(request: CalcOverlayInput, target: Rate): TargetedExposure[] {
  if (request.cash === undefined && isZero(target)) return [];
  const spotValue = money(request.cash ?? '0');
  return [{ asset: CASH, target, price: ONE, spotValue, futuresValue: zeroMoney, isMoney: true }];
}

type Chosen = ChosenContract<SizingTerms>;

/** Errors: those of `orderableOf`, `contracts/other-underlying`, `targets/not-held`, `targets/price-missing`. */
function contractsOf(request: CalcOverlayInput, now: Instant): Result<Map<AssetId, Chosen>> {
  const chosen = new Map<AssetId, Chosen>();
  for (const [asset, contract] of Object.entries(request.contracts)) {
    const found = orderableOf(contract, `contracts.${asset}`, now);
    if (!found.ok) return found;
    const made = chosenOf(request, asset, found.value);
    if (!made.ok) return made;
    chosen.set(assetId(asset), made.value);
  }
  return ok(chosen);
}

function chosenOf(
  request: CalcOverlayInput,
  asset: string,
  { terms, underlying }: CalcSized,
): Result<Chosen> {
  const field = `contracts.${asset}`;
  const held = request.portfolio.find((row) => row.asset === asset);
  if (held === undefined) return fail('targets/not-held', { asset }, { field });
  if (underlying === null || underlying === assetId(asset))
    return ok({ terms, at: { price: price(held.price), settlePrice: ONE } });
  const given = request.contracts[asset];
  if (request.crossHedge?.includes(asset) !== true) {
    const contract = typeof given === 'string' ? given : `that settles in ${underlying}`;
    return fail('contracts/other-underlying', { contract, asset }, { field });
  }
  const other = request.portfolio.find((row) => assetId(row.asset) === underlying);
  if (other === undefined) return fail('targets/price-missing', { asset: underlying }, { field });
  const at = price(other.price);
  return ok({ terms, at: { price: at, settlePrice: ONE }, cross: { underlying, price: at } });
}

function outputOf(exposures: readonly TargetedExposure[], overlay: Overlay<SizingTerms>): CalcOverlayOutput {
  const priceOf = (asset: AssetId): TargetedExposure['price'] =>
    exposures.find((exposure) => exposure.asset === asset)?.price ?? ONE;
  return {
    value: toText(overlay.value),
    drift: overlay.before.map(({ asset, target, weight }) => ({
      asset,
      target: toText(target),
      weight: toText(weight),
      drift: toText(subtract(weight, target)),
      driftValue: toText(moneyTimes(overlay.value, subtract(weight, target), 'half-even')),
    })),
    legs: overlay.legs.map(({ asset, sized }) => ({
      asset,
      side: sized.direction,
      quantity: toText(sized.quantity.amount),
      notional: toText(sized.notional),
    })),
    effectiveWeights: Object.fromEntries(
      overlay.after
        .filter(({ asset, weight }) => asset !== CASH || !isZero(weight))
        .map(({ asset, weight }) => [asset, toText(weight)]),
    ),
    residuals: overlay.residuals.map(({ asset, wanted, residual }) => ({
      asset,
      coins: toText(residual),
      value: toText(valueOf(residual, priceOf(asset), 'half-even')),
      rate: isZero(wanted) ? '0' : toText(ratio<Quantity>(residual, wanted, 'half-even')),
    })),
  };
}
