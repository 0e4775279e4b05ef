import type {
  HedgeLeg,
  HedgeLegId,
  HedgePlan,
  PlanBaseline,
  PlanId,
} from '../../../../shared/domain/hedge.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { add, compare } from '../../../../shared/num/arithmetic.ts';
import type { Money, Price, Quantity } from '../../../../shared/num/types.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { valuePosition } from '../../../engine/futures/value-position.ts';
import { positionKey } from '../../../engine/futures/watch/leg-fill.ts';
import type { LegFill } from '../../../engine/futures/watch/leg-fill.ts';
import { rollChain } from '../../../engine/futures/watch/roll-chain.ts';
import { contractPoint } from '../../../engine/valuation/contract-point.ts';
import type { NewRecord } from '../../../ledger/ledger.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { exposuresOf } from '../targets/exposures.ts';
import { planBaseline } from '../targets/plan-baseline.ts';
import { adoptedSteps } from './adopted-steps.ts';
import { gapsNow } from './gaps-now.ts';
import { LOT_ORDER, fillBody, identificationIssues, lotsOfLegs } from './identify-leg.ts';
import { currentPart, freeFills, inLedgerOrder, legLivesOf, lifeOf } from './leg-lives.ts';
import type { LegLife } from './leg-lives.ts';
import { recordText } from './leg-records.ts';
import { planText } from './leg-text.ts';
import { straddleRecords } from './straddle-records.ts';
import { unclaimedOf } from './unclaimed.ts';
import type { Unclaimed } from './unclaimed.ts';

/**
 * Makes a plan of open positions that no plan knows: each becomes a leg with its fills linked (those of expiries that it
 * was rolled from included), what it hedges is identified, and one record of it is written today, with those of the kinds of straddles chosen.
 * Errors: `targets/exit-not-ahead`, `hedge/no-such-position`, `hedge/nothing-to-adopt`,
 * `hedge/position-unpriced`, `hedge/position-through-zero`, `hedge/lots-unknown` and those of writing.
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
  const made = adoptedPlan(chosen, { number, exit, reason }, derived, context);
  if (!made.ok) return made;
  const adopted = made.value;
  const saved = await ledger.write.savePlan(adopted.plan, adopted.record, adopted.straddles);
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
  /** What kinds of straddles its legs are, where a kind is chosen. */
  readonly straddles: readonly NewRecord[];
  readonly issues: readonly Issue[];
}

function adoptedPlan(
  chosen: readonly Unclaimed[],
  frame: Frame,
  derived: Derived,
  { clock }: CallContext,
): Result<Adopted> {
  const id = `plan-${frame.number}` as PlanId;
  const valued = valuedPositions(chosen, derived);
  if (!valued.ok) return valued;
  const bare = valued.value.map((one, index) =>
    legOf(one, `${id}-leg-${index + 1}` as HedgeLegId, wantedOf(one, valued.value, derived), derived),
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
  const lives = bare.map((leg) => lifeOf(empty, leg, derived));
  const torn = lives.findIndex((life, index) => opensMore(life, chosen[index]));
  if (torn >= 0) return fail('hedge/position-through-zero', { contract: lives[torn]?.leg.contract ?? '' });
  const identified = lotsOfLegs(lives, null, derived);
  if (!identified.ok) return identified;
  const legs = lives.map(({ leg }, index) => ({ ...leg, lots: identified.value[index] ?? [] }));
  const steps = adoptedSteps(lives, { asOf: derived.asOf, exit: frame.exit, doneAt: clock }).map((step) => ({
    ...step,
    id: `${id}-${step.id}`,
  }));
  const plan = { ...empty, legs, steps };
  const issues = lives.flatMap((life, index) =>
    identificationIssues(life.fills, life, legs[index]?.lots ?? [], derived, clock),
  );
  const recorded = legs.map((leg, index) => ({ plan: id, leg, fills: lives[index]?.fills ?? [] }));
  const straddles = straddleRecords(recorded, derived, clock);
  return ok({
    plan,
    record: recordOf(plan, lives, derived, clock),
    straddles: straddles.records,
    issues: [...issues, ...straddles.issues],
  });
}

/** A fill belongs to one leg whole: one that closed what was open before it would make the leg larger than the position. */
function opensMore(life: LegLife, open: Unclaimed | undefined): boolean {
  const part = currentPart(life)?.part;
  return part !== undefined && open !== undefined && compare(part.quantity.amount, open.quantity) > 0;
}

/** An open position at the price that its leg is to be stored with. */
interface Valued {
  readonly open: Unclaimed;
  readonly price: Price;
  readonly notional: Money;
  /** Coins that it moves, signed. */
  readonly delta: Quantity;
}

/** What a leg stores of its price stays: without one nothing is adopted. Errors: `hedge/position-unpriced`. */
function valuedPositions(chosen: readonly Unclaimed[], derived: Derived): Result<readonly Valued[]> {
  const valued: Valued[] = [];
  for (const open of chosen) {
    const { spec, contract } = open.position;
    const point = contractPoint(spec, derived.prices, derived.at);
    if (point === null)
      return fail('hedge/position-unpriced', { contract, of: spec.symbol, asset: spec.underlying });
    const { notional, delta } = valuePosition(open.position, point);
    valued.push({ open, price: point.price, notional, delta });
  }
  return ok(valued);
}

function legOf(
  { open: { position, quantity, fills }, price, notional }: Valued,
  id: HedgeLegId,
  wanted: Quantity | null,
  derived: Derived,
): HedgeLeg {
  return {
    id,
    asset: position.spec.underlying,
    contract: position.contract,
    side: position.side === 'short' ? 'sell' : 'buy',
    quantity,
    price,
    notional,
    wanted,
    lots: [],
    fills: withRolls(fills, position, derived).map(({ id: fill }) => fill),
  };
}

function withRolls(
  fills: Unclaimed['fills'],
  position: Unclaimed['position'],
  derived: Derived,
): readonly LegFill[] {
  const own = inLedgerOrder(fills, derived.events);
  const free = freeFills(derived).byAccount.get(position.account) ?? [];
  return rollChain(own, position, free, derived.facts.termsOf);
}

/**
 * Coins that would bring the asset to its target if none of the adopted positions were there, as an overlay wants them:
 * all legs of one asset together. null without targets or prices.
 */
function wantedOf({ open }: Valued, all: readonly Valued[], derived: Derived): Quantity | null {
  const asset = open.position.spec.underlying;
  const gap = gapsNow(derived).get(asset) ?? null;
  if (gap === null) return null;
  return all
    .filter((one) => one.open.position.spec.underlying === asset)
    .reduce<Quantity>((total, { delta }) => add<Quantity>(total, delta), gap);
}

function baselineOf(derived: Derived): PlanBaseline | null {
  const { policy } = derived.facts;
  const exposures = policy === null ? null : exposuresOf(derived, policy);
  return exposures?.complete === true ? planBaseline(exposures.targeted, derived) : null;
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
