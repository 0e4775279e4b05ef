import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { SavedSale } from '../../../../shared/domain/exit-plan.ts';
import type { Disposal } from '../../../../shared/domain/lot.ts';
import { subtract, sum } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import type { Exact, Money } from '../../../../shared/num/types.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { ExitStep } from '../../../engine/exit/close-out/exit-steps.ts';
import type { Derived } from '../../derived.ts';
import { sourcesOf } from '../holdings/event-sources.ts';
import { lotClocksOf } from '../holdings/lot-clocks.ts';
import { deviationsOf } from './deviations-of.ts';
import type { StepProgress } from './plan-progress.ts';
import { stepActual } from './step-actual.ts';
import type { StepActual } from './step-actual.ts';
import { characterWords, contractWords, stateWords, stepWords, stepYear } from './step-words.ts';

export type StepText = CallAnswer<'exit.sheet'>['steps'][number];
export type ResultText = StepText['expected'];

/** A step as the contract carries it: what was planned, and what came in of it. */
export function stepText(progress: StepProgress, derived: Derived): StepText {
  const { step, tick } = progress;
  const { hedge } = step;
  const actual = stepActual(progress, derived);
  return {
    id: step.id,
    date: dateText(step.date),
    kind: step.kind,
    words: stepWords(step, step.quantity, derived),
    side: step.side,
    asset: step.asset,
    contract: hedge?.future.contract ?? null,
    symbol: hedge === null ? null : contractWords(step, hedge.future, derived),
    position: hedge?.future.position ?? null,
    account: step.account,
    accountName: step.account === null ? null : derived.accountName(step.account),
    quantity: toText(step.quantity),
    unit:
      hedge === null ? 'base' : (derived.facts.termsOf(hedge.future.contract)?.quantityUnit ?? 'contracts'),
    coins: toText(step.coins),
    filled: toText(progress.filled),
    left: toText(progress.left),
    state: progress.state,
    stateWords: stateWords(progress, derived),
    lots: step.sales.map((sale) => plannedLot(sale, step.date, derived)),
    year: stepYear(step, step.date, derived),
    character: characterWords(step, derived),
    expected: expectedText(step),
    actual: actual === null ? null : actualText(actual, progress, derived),
    deviations: actual === null ? [] : [...deviationsOf(progress, actual, derived)],
    tickedByHand: tick === null ? null : { at: toIso(tick.at), note: tick.note },
  };
}

/** What the plan expected of a step when it was saved. */
function expectedText({ sales, purchase, hedge }: ExitStep): ResultText {
  if (hedge !== null) {
    const { price, result, fee } = hedge.change;
    return { ...unknown, price: toText(price), futuresResult: textOrNull(result), fee: toText(fee) };
  }
  if (purchase !== null) {
    const { price, quantity, fee } = purchase;
    return {
      ...unknown,
      price: toText(price),
      value: toText(valueOf(quantity, price, 'half-even')),
      fee: toText(fee),
    };
  }
  const gain = (term: 'short' | 'long'): Money =>
    sum(
      sales.map(({ counted }) => counted[term]),
      zeroMoney,
    );
  return {
    ...unknown,
    price: textOrNull(sales[0]?.price ?? null),
    value: toText(
      sum(
        sales.map(({ quantity, price }) => valueOf(quantity, price, 'half-even')),
        zeroMoney,
      ),
    ),
    shortTermGain: toText(gain('short')),
    longTermGain: toText(gain('long')),
    fee: toText(
      sum(
        sales.map(({ fee }) => fee),
        zeroMoney,
      ),
    ),
  };
}

const unknown: ResultText = {
  price: null,
  value: null,
  shortTermGain: null,
  longTermGain: null,
  futuresResult: null,
  fee: null,
};

function actualText(
  actual: StepActual,
  { trades }: StepProgress,
  derived: Derived,
): NonNullable<StepText['actual']> {
  const sourceOf = sourcesOf(derived);
  return {
    price: textOrNull(actual.price),
    value: textOrNull(actual.value),
    shortTermGain: textOrNull(actual.shortTermGain),
    longTermGain: textOrNull(actual.longTermGain),
    futuresResult: textOrNull(actual.futuresResult),
    fee: textOrNull(actual.fee),
    lots: actual.disposals.map(usedLot),
    fills: trades.flatMap(({ event, date, quantity }) => {
      const found = actual.events.find(({ id }) => id === event);
      if (found === undefined) return [];
      const { file, line } = sourceOf(event, found.time);
      return [
        {
          event,
          time: toIso(found.time),
          date: dateText(date),
          quantity: toText(quantity),
          price: textOrNull(found.fill?.price ?? null),
          file,
          line,
        },
      ];
    }),
  };
}

function plannedLot(sale: SavedSale, date: LocalDate, derived: Derived): StepText['lots'][number] {
  const { lot, acquired, quantity, term, costBasis, proceeds } = sale;
  const plain = derived.lots.originOf(lot)?.longTermFrom ?? null;
  // A clock that a hedge stopped or began anew has another day, or none yet.
  const isPlain = plain === null || date >= plain === (term === 'long');
  const longTermFrom = isPlain ? plain : (lotClocksOf(derived).get(lot)?.longTermFrom ?? null);
  return {
    lot,
    acquiredDate: dateText(acquired),
    quantity: toText(quantity),
    longTermFrom: longTermFrom === null ? null : dateText(longTermFrom),
    term,
    costBasis: toText(costBasis),
    gain: toText(subtract(proceeds, costBasis)),
  };
}

function usedLot({ lot, acquiredDate, quantity, term, costBasis, gain }: Disposal): StepText['lots'][number] {
  return {
    lot,
    acquiredDate: dateText(acquiredDate),
    quantity: toText(quantity),
    longTermFrom: null,
    term,
    costBasis: toText(costBasis),
    gain: toText(gain),
  };
}

function textOrNull(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}
