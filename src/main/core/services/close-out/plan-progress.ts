/** What came in of a saved exit plan: trades of the ledger matched to its steps, at read time; nothing is stored. */
import type { AccountId } from '../../../../shared/domain/account.ts';
import { assetClass } from '../../../../shared/domain/asset.ts';
import type { EventId, LedgerEvent } from '../../../../shared/domain/event.ts';
import type { HandTick, SavedExitPlan } from '../../../../shared/domain/exit-plan.ts';
import { firstWhere } from '../../../../shared/first-where.ts';
import {
  absolute,
  compare,
  isNegative,
  isPositive,
  isZero,
  subtract,
} from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { quantityTimes } from '../../../../shared/num/products.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { localDateOf, startOfDay } from '../../../../shared/time/time-zone.ts';
import { exitSteps } from '../../../engine/exit/close-out/exit-steps.ts';
import type { ExitStep } from '../../../engine/exit/close-out/exit-steps.ts';
import { matchTrades } from '../../../engine/exit/close-out/match-trades.ts';
import type { MatchedStep, StepToMatch, TradeIn } from '../../../engine/exit/close-out/match-trades.ts';
import { isOfLeg } from '../../../engine/futures/watch/linkable-fills.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { openExitPlans } from './exit-plans-of.ts';

/** The contract says what each means. */
export type StepState = 'waiting' | 'due' | 'late' | 'partly' | 'done' | 'over' | 'by-hand';

export interface StepProgress {
  readonly step: ExitStep;
  readonly trades: readonly TradeIn[];
  readonly filled: Quantity;
  readonly left: Quantity;
  readonly state: StepState;
  readonly tick: HandTick | null;
}

export interface PlanProgress {
  readonly plan: SavedExitPlan;
  readonly steps: readonly StepProgress[];
  readonly outside: readonly TradeIn[];
  /** Trades that this plan wants, too, but that tick a plan that was saved before it. */
  readonly elsewhere: readonly { readonly trade: TradeIn; readonly name: string }[];
}

/** Venues round what they trade: a rest this small counts as done. */
const DUST = rate('0.001');

const progressOf = keptFor((derived: Derived) => keptFor((plan: SavedExitPlan) => progress(plan, derived)));

/** Made once for each state of the ledger and day. */
export function planProgressOf(plan: SavedExitPlan, derived: Derived): PlanProgress {
  return progressOf(derived)(plan);
}

/** Whether nothing more is to be done of it. */
export function isDone({ state }: Pick<StepProgress, 'state'>): boolean {
  return state === 'done' || state === 'over' || state === 'by-hand';
}

/** What trades of a day and later did to coins and contracts. */
export function tradesSince(
  date: LocalDate,
  before: readonly EventId[],
  derived: Derived,
): readonly TradeIn[] {
  const { events, facts } = derived;
  const from = startOfDay(date, facts.timeZone);
  const known = new Set(before);
  return events
    .slice(firstWhere(events, ({ time }) => time >= from))
    .filter(({ id }) => !known.has(id))
    .flatMap((event) => tradesOf(event, derived));
}

function tradesOf(event: LedgerEvent, { facts }: Derived): TradeIn[] {
  const date = localDateOf(event.time, facts.timeZone);
  const { fill } = event;
  if (fill !== undefined) {
    const { account, side, contract, quantity } = fill;
    return [{ event: event.id, date, account, side, of: contract, quantity }];
  }
  if (event.kind !== 'buy' && event.kind !== 'sell' && event.kind !== 'swap') return [];
  return event.legs
    .filter(({ role, asset }) => role === 'principal' && assetClass(asset, facts.currency) === 'coin')
    .map(({ account, asset, quantity }) => ({
      event: event.id,
      date,
      account: account as AccountId,
      side: isNegative(quantity) ? ('sell' as const) : ('buy' as const),
      of: asset,
      quantity: absolute(quantity),
    }));
}

function progress(plan: SavedExitPlan, derived: Derived): PlanProgress {
  const steps = exitSteps(plan);
  const { facts } = derived;
  const taken = takenBefore(plan, derived);
  const all = tradesSince(plan.asOf, plan.before, derived);
  const matchedOf = (trades: readonly TradeIn[]): ReturnType<typeof matchTrades> =>
    matchTrades({
      steps: steps.map(toMatch),
      trades,
      isRolled(traded, planned) {
        const [spec, of] = [facts.termsOf(traded), facts.termsOf(planned)];
        return spec !== undefined && of !== undefined && isOfLeg(spec, of);
      },
    });
  const matched = matchedOf(all.filter((trade) => !taken.has(keyOf(trade))));
  const ticks = new Map(plan.ticks.map((tick) => [tick.step, tick]));
  return {
    plan,
    outside: matched.outside,
    elsewhere: taken.size === 0 ? [] : wantedOf(matchedOf(all), taken),
    steps: steps.map((step) => {
      const found = matched.steps.get(step.id) ?? { trades: [], filled: zeroQuantity, left: step.quantity };
      const tick = ticks.get(step.id) ?? null;
      return { step, ...found, tick, state: stateOf(step, found, tick, derived.asOf) };
    }),
  };
}

/**
 * Trades that carry out steps of standing plans that were saved before, by what they are, with the plan's name: a trade
 * happened once, so it ticks one step of one plan.
 */
function takenBefore(plan: SavedExitPlan, derived: Derived): ReadonlyMap<string, string> {
  const standing = openExitPlans(derived.facts.settings);
  const place = standing.findIndex(({ id }) => id === plan.id);
  return new Map(
    standing
      .slice(0, Math.max(0, place))
      .flatMap((other) =>
        planProgressOf(other, derived).steps.flatMap(({ trades }) =>
          trades.map((trade) => [keyOf(trade), other.name] as const),
        ),
      ),
  );
}

function keyOf({ event, of, side, account }: TradeIn): string {
  return `${event} ${of} ${side} ${account}`;
}

function wantedOf(
  { steps }: ReturnType<typeof matchTrades>,
  taken: ReadonlyMap<string, string>,
): PlanProgress['elsewhere'] {
  return [...steps.values()]
    .flatMap(({ trades }) => trades)
    .flatMap((trade) => {
      const name = taken.get(keyOf(trade));
      return name === undefined ? [] : [{ trade, name }];
    });
}

function toMatch({ id, date, account, side, asset, quantity, hedge }: ExitStep): StepToMatch {
  return { id, date, account, side, quantity, of: hedge?.future.contract ?? asset };
}

function stateOf(
  { quantity, date }: ExitStep,
  { filled, left }: Omit<MatchedStep, 'trades'>,
  tick: HandTick | null,
  today: LocalDate,
): StepState {
  const dust = quantityTimes(quantity, DUST, 'down');
  if (compare(subtract(filled, quantity), dust) > 0) return 'over';
  if (isZero(left) || (compare(left, dust) <= 0 && isPositive(filled))) return 'done';
  if (tick !== null) return 'by-hand';
  if (isPositive(filled)) return 'partly';
  return date < today ? 'late' : date === today ? 'due' : 'waiting';
}
