import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { add, subtract } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { rateTimes } from '../../../../shared/num/products.ts';
import type { Exact, Rate } from '../../../../shared/num/types.ts';
import { zeroRate } from '../../../../shared/num/types.ts';
import type {
  ForcedClose,
  LegOutcome,
  PoolOutcome,
  PoolPoint,
  StressOutcome,
} from '../../../engine/futures/stress/stress-outcome.ts';
import { stepEvents } from '../../../engine/futures/stress/step-events.ts';
import { stressTrace } from '../../../engine/futures/stress/stress-trace.ts';
import { changeRate, stressSentence, stressState } from '../../../engine/futures/stress/stress-words.ts';
import { traceText } from '../trace-text.ts';

type Result = CallAnswer<'stress.run'>['results'][number];

/** What a scenario did, as the contract carries it. */
export function resultText(outcome: StressOutcome): Result {
  const { scenario, wealthBefore, wealthAfter, parts, needs, venues, netDelta, steps } = outcome;
  const { id, name, words, own } = scenario;
  return {
    scenario: { id, name, words, own },
    state: stressState(outcome),
    sentence: stressSentence(outcome),
    wealthBefore: toText(wealthBefore),
    wealthAfter: toText(wealthAfter),
    change: toText(subtract(wealthAfter, wealthBefore)),
    changeRate: textOf(changeRate(outcome)),
    parts: {
      coins: toText(parts.coins),
      futures: toText(parts.futures),
      funding: toText(parts.funding),
      fees: toText(parts.fees),
      lost: toText(parts.lost),
    },
    cashNeeded: textOf(outcome.cashNeeded),
    needs: needs.map(({ venue, toMaintenance, toInitial, step }) => ({
      venue,
      toMaintenance: textOf(toMaintenance),
      toInitial: textOf(toInitial),
      step: steps[step]?.label ?? '',
      hour: toText(steps[step]?.hour ?? zeroRate),
    })),
    venues: venues.map(({ venue, before, after }) => ({
      venue,
      before: toText(before),
      after: toText(after),
    })),
    netDelta: netDelta.map(({ asset, before, after }) => ({
      asset,
      before: toText(before),
      after: toText(after),
    })),
    steps: steps.map((step, place) => ({
      label: step.label,
      hour: toText(step.hour),
      wealth: toText(step.wealth),
      cashNeeded: textOf(step.cashNeeded),
      events: [...stepEvents(outcome, place)],
    })),
    accounts: outcome.pools
      .filter(({ pool }) => pool.legs.length > 0)
      .map((pool) => accountText(pool, outcome)),
    legs: outcome.legs.map((leg) => legText(leg, outcome)),
    unknown: [...outcome.unknown],
    trace: traceText(stressTrace(outcome)),
  };
}

function accountText(
  { pool, state, closed, path }: PoolOutcome,
  outcome: StressOutcome,
): Result['accounts'][number] {
  const { id, account, accountName, venue, settleAsset, isolated } = pool;
  return {
    id,
    account,
    accountName,
    venue,
    settleAsset,
    isolated,
    state,
    closed: closed === null ? null : closedText(closed, outcome),
    path: path.map(pointText),
  };
}

function closedText(
  { step, share, left, fee }: ForcedClose,
  { steps, scenario }: StressOutcome,
): NonNullable<Result['accounts'][number]['closed']> {
  const end = steps[step]?.hour ?? zeroRate;
  const hours: Rate = scenario.steps[step]?.hours ?? zeroRate;
  return {
    step: steps[step]?.label ?? '',
    hour: toText(add(subtract(end, hours), rateTimes(hours, share, 'half-even'))),
    left: toText(left),
    fee: textOf(fee),
  };
}

export function pointText({
  equity,
  initial,
  maintenance,
  buffer,
}: PoolPoint): Result['accounts'][number]['path'][number] {
  return {
    equity: toText(equity),
    initial: textOf(initial),
    maintenance: textOf(maintenance),
    buffer: textOf(buffer),
  };
}

function legText(
  { leg, pool, state, closePrice, closeStep, ...figures }: LegOutcome,
  { steps }: StressOutcome,
): Result['legs'][number] {
  const { terms } = leg;
  return {
    id: leg.id,
    contract: terms.id,
    contractName: terms.name,
    account: pool.account,
    accountName: pool.accountName,
    venue: pool.venue,
    asset: terms.underlying,
    settleAsset: terms.settleAsset,
    side: leg.side,
    planned: leg.planned,
    state,
    closePrice: textOf(closePrice),
    closeStep: closeStep === null ? null : (steps[closeStep]?.label ?? ''),
    mark: toText(figures.mark),
    profit: toText(figures.profit),
    funding: toText(figures.funding),
    fee: toText(figures.fee),
    deltaBefore: toText(figures.deltaBefore),
    deltaAfter: toText(figures.deltaAfter),
  };
}

export function textOf(amount: Exact | null): string | null {
  return amount === null ? null : toText(amount);
}
