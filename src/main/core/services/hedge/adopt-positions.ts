import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type {
  HedgeLeg,
  HedgeLegId,
  HedgePlan,
  PlanBaseline,
  PlanId,
} from '../../../../shared/domain/hedge.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroMoney, zeroPrice, zeroQuantity } from '../../../../shared/num/types.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { valuePosition } from '../../../engine/futures/value-position.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import type { LegFill } from '../../../engine/futures/watch/leg-fill.ts';
import { hedgeGap } from '../../../engine/futures/watch/hedge-gap.ts';
import { rollChain } from '../../../engine/futures/watch/roll-chain.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { NewRecord } from '../../../ledger/ledger.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { exposuresOf } from '../targets/exposures.ts';
import { adoptedSteps } from './adopted-steps.ts';
import { LOT_ORDER, fillBody, identificationIssues, inLedgerOrder, lotsOfLeg } from './identify-leg.ts';
import { fillIndex, legLivesOf, lifeOf, linkedElsewhere } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';
import { recordText } from './leg-records.ts';
import { planText } from './leg-text.ts';
import { unclaimedOf } from './unclaimed.ts';
import type { Unclaimed } from './unclaimed.ts';

/**
 * Makes a plan of open positions that no plan knows: each becomes a leg with its fills linked (those of expiries that it
 * was rolled from included), what it hedges is identified, and one record of it is written today.
 * Errors: `targets/exit-not-ahead`, `hedge/no-such-position`, `hedge/nothing-to-adopt` and those of writing.
 */
export const adoptPositions: Handler<'hedge.adopt'> = async (request, context) => {
  const found = await derivedOf(context);
  if (!found.ok) return found;
  const derived = found.value;
  const exit = localDate(request.exitDate);
  if (exit <= derived.asOf)
    return fail('targets/exit-not-ahead', { date: request.exitDate }, { field: 'exitDate' });
  const open = unclaimedOf(derived);
  const missing = request.positions?.find((id) => !open.some(({ position }) => positionKey(position) === id));
  if (missing !== undefined)
    return fail('hedge/no-such-position', { position: missing }, { field: 'positions' });
  const chosen = open.filter(
    ({ position }) => request.positions === undefined || request.positions.includes(positionKey(position)),
  );
  if (chosen.length === 0) return fail('hedge/nothing-to-adopt', {});
  const { ledger } = context.session;
  if (ledger === null) return fail('ledger/locked', {});
  const number = (await ledger.read.plans()).length + 1;
  const reason = request.reason ?? 'Futures that were open before there was a plan for them.';
  const adopted = adoptedPlan(chosen, { number, exit, reason }, derived, context);
  const saved = await ledger.write.savePlan(adopted.plan, adopted.record);
  if (!saved.ok) return saved;
  const now = await derivedOf(context);
  if (!now.ok) return now;
  const lives = legLivesOf(now.value).filter(({ plan }) => plan.id === adopted.plan.id);
  const plan = planText(lives, () => 0, now.value);
  if (plan === null) return fail('hedge/no-such-plan', { plan: adopted.plan.id });
  return ok({ plan, record: recordText(saved.value.record), issues: issueTexts(adopted.issues, now.value) });
};

interface Frame {
  readonly number: number;
  readonly exit: LocalDate;
  readonly reason: string;
}

interface Adopted {
  readonly plan: HedgePlan;
  readonly record: NewRecord;
  readonly issues: readonly Issue[];
}

function adoptedPlan(
  chosen: readonly Unclaimed[],
  frame: Frame,
  derived: Derived,
  { clock }: CallContext,
): Adopted {
  const id = `plan-${frame.number}` as PlanId;
  const bare = chosen.flatMap(
    (one, index) => legOf(one, `${id}-leg-${index + 1}` as HedgeLegId, derived) ?? [],
  );
  const empty: HedgePlan = {
    id,
    createdAt: clock,
    exitDate: frame.exit,
    reason: frame.reason,
    baseline: baselineOf(derived),
    legs: bare,
    steps: [],
  };
  const lives = bare.map((leg) =>
    lifeOf({ plan: empty, record: undefined as never, dropped: null }, leg, derived),
  );
  const legs = lives.map((life) => ({ ...life.leg, lots: lotsOfLeg(life, derived) }));
  const steps = adoptedSteps(lives, { asOf: derived.asOf, exit: frame.exit, doneAt: clock }).map((step) => ({
    ...step,
    id: `${id}-${step.id}`,
  }));
  const plan = { ...empty, legs, steps };
  const issues = lives.flatMap((life, index) =>
    identificationIssues(life.fills, life, legs[index]?.lots ?? [], derived, clock),
  );
  return { plan, record: recordOf(plan, lives, derived, clock), issues };
}

/** null where nobody knows the contract's terms. */
function legOf({ position, quantity, fills }: Unclaimed, id: HedgeLegId, derived: Derived): HedgeLeg | null {
  const { spec, side } = position;
  const terms: ContractTerms | undefined = derived.facts.termsOf(position.contract);
  if (terms === undefined) return null;
  const point = contractPoint(spec, derived.prices, derived.at);
  const value = point === null ? null : valuePosition(position, point);
  return {
    id,
    asset: spec.underlying,
    contract: position.contract,
    side: side === 'short' ? 'sell' : 'buy',
    quantity,
    price: point?.price ?? position.averageEntry ?? zeroPrice,
    notional: value?.notional ?? zeroMoney,
    wanted: wantedOf(position.spec.underlying, value?.delta ?? null, derived),
    lots: [],
    fills: withRolls(fills, position, derived).map(({ id: fill }) => fill),
  };
}

function withRolls(
  fills: Unclaimed['fills'],
  position: Unclaimed['position'],
  derived: Derived,
): readonly LegFill[] {
  const { all, byId } = fillIndex(derived.events);
  const own = fills.flatMap((id) => byId.get(id) ?? []);
  const elsewhere = linkedElsewhere(legLivesOf(derived), null);
  const free = all.filter(({ id }) => !elsewhere.has(id));
  const chain = rollChain(own, position, free, derived.facts.termsOf);
  return inLedgerOrder(new Set(chain.map(({ id }) => id)), free);
}

/** Coins that would bring the asset to its target if the position were not there; null without targets or prices. */
function wantedOf(asset: HedgeLeg['asset'], delta: Quantity | null, derived: Derived): Quantity | null {
  const { policy } = derived.facts;
  if (policy === null || delta === null) return null;
  const exposures = exposuresOf(derived, policy);
  if (!exposures.complete) return null;
  const assets = exposures.targeted.map((one) => {
    const holding = derived.holdings.holdings.find((held) => held.asset === one.asset);
    const { target, price, isMoney } = one;
    return {
      asset: one.asset,
      target,
      price,
      isMoney,
      held: holding?.quantity ?? zeroQuantity,
      futures: holding?.futuresQuantity ?? zeroQuantity,
    };
  });
  const gap = hedgeGap(assets, asset);
  return gap === null ? null : add<Quantity>(gap, delta);
}

function baselineOf(derived: Derived): PlanBaseline | null {
  const { policy } = derived.facts;
  const exposures = policy === null ? null : exposuresOf(derived, policy);
  if (exposures === null || !exposures.complete) return null;
  return {
    date: derived.asOf,
    assets: exposures.targeted.map(({ asset, target, price, isMoney }) => ({
      asset,
      target,
      held: derived.holdings.holdings.find((one) => one.asset === asset)?.quantity ?? zeroQuantity,
      price,
      isMoney,
    })),
  };
}

function recordOf(
  plan: HedgePlan,
  lives: readonly LegLife[],
  derived: Derived,
  recordedAt: CallContext['clock'],
): NewRecord {
  const body = {
    plan: plan.id,
    date: dateText(derived.asOf),
    exitDate: dateText(plan.exitDate),
    order: LOT_ORDER,
    adopted: true,
    legs: plan.legs.map((leg, index) => ({
      leg: leg.id,
      contract: leg.contract,
      side: leg.side,
      quantity: toText(leg.quantity),
      fills: (lives[index]?.fills ?? []).map(fillBody),
      lots: leg.lots.map(({ lot, quantity }) => ({ lot, quantity: toText(quantity) })),
    })),
  };
  return { kind: 'hedged-lots', body: canonicalJson(body), recordedAt };
}
