import type { OpenLot } from '../../../../shared/domain/lot.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type {
  HedgeLeg,
  HedgeLegId,
  HedgePlan,
  PlanBaseline,
  PlanId,
} from '../../../../shared/domain/hedge.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { isZero, smaller, subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { HedgedLot } from '../../../engine/rebalance/hedged-lots.ts';
import { coinsHedged, orderSide } from '../../../engine/rebalance/overlay.ts';
import type { OverlayLeg } from '../../../engine/rebalance/overlay.ts';
import { planSteps } from '../../../engine/rebalance/plan-steps.ts';
import type { NewRecord } from '../../../ledger/ledger.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import { LOT_ORDER } from '../hedge/identify-leg.ts';
import { refuseUnchecked } from '../hedge/read-checks.ts';
import { straddleRecords } from '../hedge/straddle-records.ts';
import { overlayMarketOf } from './overlay-market.ts';
import { hedgePlanText } from './hedge-plan-text.ts';
import { overlayOfRequest } from './overlay-of-request.ts';
import { planBaseline } from './plan-baseline.ts';
import type { ChosenOverlay } from './overlay-of-request.ts';

/**
 * Stores the overlay as a plan with dated steps, together with the identification record of the lots it hedges: both in
 * one transaction, because the record counts only if it is of the same day.
 * Errors: `targets/exit-not-ahead`, `targets/nothing-to-hedge`, the errors of the checks (`hedge/…`),
 * `hedge/not-acknowledged`, those of `overlayOfRequest` and of writing.
 */
export const saveOverlay: Handler<'targets.saveOverlay'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const { facts, asOf } = derived.value;
  const exit = localDate(request.exitDate);
  if (exit <= asOf) return fail('targets/exit-not-ahead', { date: request.exitDate }, { field: 'exitDate' });
  const market = await overlayMarketOf(derived.value, request.overlay.contracts, context);
  const chosen = overlayOfRequest(derived.value, request.overlay, market);
  if (!chosen.ok) return chosen;
  if (chosen.value.legs.length === 0) return fail('targets/nothing-to-hedge', {});
  const leverage = request.overlay.leverageCap ?? null;
  const checked = refuseUnchecked(
    chosen.value,
    { exit, leverage },
    request.acknowledged ?? [],
    derived.value,
  );
  if (!checked.ok) return checked;
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const plan = planOf(chosen.value, {
    // Dropped plans keep their numbers: no id is given twice.
    number: (await ledger.read.plans()).length + 1,
    createdAt: context.clock,
    baseline: planBaseline(chosen.value.exposures, derived.value),
    reason: request.reason ?? null,
    opened: asOf,
    exit,
  });
  const recorded = plan.legs.map((leg) => ({ plan: plan.id, leg, fills: [] }));
  const straddles = straddleRecords(recorded, derived.value, context.clock);
  const stored = await ledger.write.savePlan(plan, recordOf(plan, chosen.value, asOf), straddles.records);
  return stored.ok ? ok(hedgePlanText(stored.value, facts.termsOf)) : stored;
};

interface PlanFrame {
  readonly number: number;
  readonly createdAt: Instant;
  readonly baseline: PlanBaseline;
  /** In the user's own words; null: ours. */
  readonly reason: string | null;
  readonly opened: LocalDate;
  readonly exit: LocalDate;
}

function planOf(
  { overlay, legs, hedgedLots }: ChosenOverlay,
  { number, createdAt, baseline, reason, opened, exit }: PlanFrame,
): HedgePlan {
  const id = `plan-${number}` as PlanId;
  return {
    id,
    createdAt,
    exitDate: exit,
    reason: reason ?? 'Bring the assets to their targets without selling.',
    baseline,
    legs: legs.map((leg, index) =>
      legOf(leg, {
        id: `${id}-leg-${index + 1}` as HedgeLegId,
        wanted: overlay.residuals.find(({ asset }) => asset === leg.asset)?.wanted ?? leg.wanted,
        lots: lotsOfLeg(leg, legs, hedgedLots),
      }),
    ),
    steps: planSteps({ legs, hedgedLots, opened, exit }).map((step) => ({ ...step, id: `${id}-${step.id}` })),
  };
}

/** What the overlay was sized on: balances and prices, futures left out. */
interface SavedLeg {
  readonly id: HedgeLegId;
  /** Of the whole asset, also where two sizes of contract share it. */
  readonly wanted: Quantity;
  readonly lots: readonly { readonly lot: OpenLot; readonly quantity: Quantity }[];
}

function legOf(leg: OverlayLeg<ContractTerms>, { id, wanted, lots }: SavedLeg): HedgeLeg {
  const { asset, chosen, sized } = leg;
  return {
    id,
    asset,
    contract: chosen.terms.id,
    side: orderSide(leg.wanted),
    quantity: sized.quantity.amount,
    price: chosen.at.price,
    notional: sized.notional,
    wanted,
    lots: lots.map(({ lot, quantity }) => ({ lot: lot.id, quantity })),
    fills: [],
  };
}

/** The lots that a short leg hedges. Two legs on one asset (a mix of sizes) share its lots in their order, none twice. */
function lotsOfLeg(
  leg: OverlayLeg<ContractTerms>,
  legs: readonly OverlayLeg<ContractTerms>[],
  hedgedLots: readonly HedgedLot[],
): { readonly lot: OpenLot; readonly quantity: Quantity }[] {
  if (leg.sized.direction !== 'short') return [];
  const shorts = legs.filter(({ asset, sized }) => asset === leg.asset && sized.direction === 'short');
  const ofAsset = hedgedLots.filter(({ asset }) => asset === leg.asset);
  if (shorts.length === 1) return ofAsset.map(({ lot, quantity }) => ({ lot, quantity }));
  const before = shorts.slice(0, shorts.indexOf(leg));
  let skip = sum(before.map(coinsHedged), zeroQuantity);
  let left = coinsHedged(leg);
  return ofAsset.flatMap(({ lot, quantity }) => {
    const skipped = smaller(skip, quantity);
    skip = subtract(skip, skipped);
    const part = smaller(left, subtract(quantity, skipped));
    left = subtract(left, part);
    return isZero(part) ? [] : [{ lot, quantity: part }];
  });
}

/** What is identified: which lots each short hedges, with quantities, by which standing order. */
function recordOf(plan: HedgePlan, { hedgedLots }: ChosenOverlay, asOf: LocalDate): NewRecord {
  const body = {
    plan: plan.id,
    date: dateText(asOf),
    exitDate: dateText(plan.exitDate),
    order: LOT_ORDER,
    legs: plan.legs.map((leg) => ({
      leg: leg.id,
      contract: leg.contract,
      side: leg.side,
      quantity: toText(leg.quantity),
      lots: leg.lots.map(({ lot, quantity }) => ({
        lot,
        quantity: toText(quantity),
        acquired: acquiredOf(lot, hedgedLots),
      })),
    })),
  };
  return { kind: 'hedged-lots', body: canonicalJson(body), recordedAt: plan.createdAt };
}

function acquiredOf(lot: string, hedgedLots: readonly HedgedLot[]): string | null {
  const found = hedgedLots.find((one) => one.lot.id === lot);
  return found === undefined ? null : dateText(found.lot.acquiredDate);
}
