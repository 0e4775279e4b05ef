import type { z } from 'zod';
import type { hedgePlan } from '../../../../shared/contract/targets-calls.ts';
import type { HedgeLeg, HedgeLegState, HedgePlan, PlanStep } from '../../../../shared/domain/hedge.ts';
import { toText } from '../../../../shared/num/format.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { listText, quantityText } from '../../../engine/words.ts';
import type { StoredPlan } from '../../../ledger/ledger.ts';
import type { TermsOf } from '../../../engine/futures/contract-lookup.ts';

type PlanText = z.output<typeof hedgePlan>;

/** A leg's life, told by its fills. */
type StateOf = (leg: HedgeLeg) => HedgeLegState;
const planned: StateOf = () => 'planned';

/** A stored plan as the contract carries it. In: the lives of its legs; those of a plan just made are all planned. */
export function hedgePlanText(
  { plan, record }: StoredPlan,
  termsOf: TermsOf,
  stateOf: StateOf = planned,
): PlanText {
  return {
    id: plan.id,
    createdAt: toIso(plan.createdAt),
    exitDate: dateText(plan.exitDate),
    sentence: planSentence(plan, termsOf),
    legs: plan.legs.map((leg) => legText(leg, stateOf(leg))),
    steps: plan.steps.map(stepText),
    record: {
      sequence: record.sequence,
      recordedAt: toIso(record.recordedAt),
      hash: record.hash,
    },
  };
}

/** "Short 3 contracts of MBT-202612 and long 2.1 ETH of ETHUSDT until 2027-01-15." */
export function planSentence(
  { legs, exitDate }: Pick<HedgePlan, 'legs' | 'exitDate'>,
  termsOf: TermsOf,
): string {
  const words = legs.map(({ side, quantity, contract, asset }) => {
    const terms = termsOf(contract);
    const unit =
      terms?.quantityUnit === 'base' ? asset : terms?.quantityUnit === 'quote' ? terms.quote : 'contracts';
    const name = terms?.symbol ?? contract;
    return `${side === 'sell' ? 'short' : 'long'} ${quantityText(quantity, unit)} of ${name}`;
  });
  const list = listText(words);
  return `${list.charAt(0).toUpperCase()}${list.slice(1)} until ${dateText(exitDate)}.`;
}

function legText(leg: HedgeLeg, state: HedgeLegState): PlanText['legs'][number] {
  return {
    id: leg.id,
    asset: leg.asset,
    contract: leg.contract,
    side: leg.side,
    quantity: toText(leg.quantity),
    price: toText(leg.price),
    notional: toText(leg.notional),
    state,
  };
}

function stepText({ id, date, text, doneAt }: PlanStep): PlanText['steps'][number] {
  return { id, date: dateText(date), text, doneAt: doneAt === null ? null : toIso(doneAt) };
}
