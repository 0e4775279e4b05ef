import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import { negate } from '../../../../shared/num/arithmetic.ts';
import { price, quantity, rate } from '../../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import { instantFromIso } from '../../../../shared/time/instant.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import type { PositionStep } from '../../../engine/futures/tally-position.ts';
import { settleAmount } from '../../../engine/futures/units.ts';
import type { SettleAmount } from '../../../engine/futures/units.ts';

type Request = CallRequest<'calc.position'>;
type Fill = Request['fills'][number];
type Funding = NonNullable<Request['funding']>[number];

export interface PositionSteps {
  readonly steps: readonly PositionStep[];
  /** When each funding step was, in the order of the steps. */
  readonly fundingTimes: readonly string[];
  /** Fills whose fee is asked for by their liquidity, at a rate that is not known. */
  readonly feesUnknown: number;
}

interface Timed {
  readonly time: Instant;
  readonly text: string;
  readonly step: PositionStep;
}

/**
 * The fills and funding of a `calc position` document in the order of time; at the same time fills come first, as who
 * holds at the time of funding pays it.
 * Errors: `call/invalid-input` where a funding row says neither amount nor rate with mark, or both.
 */
export function positionSteps(request: Request, terms: ContractTerms): Result<PositionSteps> {
  const timed: Timed[] = [];
  let feesUnknown = 0;
  for (const fill of request.fills) {
    const fee = feeOf(fill, terms);
    if (fee === null) feesUnknown += 1;
    timed.push(timedStep(fill.time, fillStep(fill, terms, fee)));
  }
  for (const [place, funding] of (request.funding ?? []).entries()) {
    const step = fundingStep(funding, `funding.${place}`);
    if (!step.ok) return step;
    timed.push(timedStep(funding.time, step.value));
  }
  const ordered = timed.toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  const fundingTimes = ordered.filter(({ step }) => step.kind !== 'fill').map(({ text }) => text);
  return ok({ steps: ordered.map(({ step }) => step), fundingTimes, feesUnknown });
}

function timedStep(time: string, step: PositionStep): Timed {
  return { time: instantFromIso(time), text: time, step };
}

function fillStep(fill: Fill, terms: ContractTerms, fee: SettleAmount | null): PositionStep {
  const order = {
    direction: fill.side === 'buy' ? 'long' : 'short',
    quantity: { unit: terms.quantityUnit, amount: quantity(fill.quantity) },
    price: price(fill.price),
  } as const;
  return { kind: 'fill', order, fee: fee ?? settleAmount(zeroQuantity) };
}

/** As stated, or at the contract's rate where the liquidity is stated. null where that rate is not known. */
function feeOf(fill: Fill, terms: ContractTerms): SettleAmount | null {
  if (fill.fee !== undefined) return settleAmount(negate(quantity(fill.fee)));
  if (fill.liquidity === undefined) return settleAmount(zeroQuantity);
  const feeRate = fill.liquidity === 'maker' ? terms.makerFee : terms.takerFee;
  if (feeRate === null) return null;
  const rules = payoffRules(terms.payoff);
  const order = { unit: terms.quantityUnit, amount: quantity(fill.quantity) };
  return rules.fee(rules.sizeOf(terms, order, price(fill.price)), price(fill.price), feeRate);
}

function fundingStep(funding: Funding, field: string): Result<PositionStep> {
  const { amount, rate: rateText, markPrice } = funding;
  if ((amount === undefined) === (rateText === undefined))
    return invalid(`${field}.rate`, 'give either amount, or rate with markPrice');
  if (amount !== undefined) return ok({ kind: 'funding-booked', amount: settleAmount(quantity(amount)) });
  if (markPrice === undefined) return invalid(`${field}.markPrice`, 'a rate is paid on the value at a mark');
  return ok({ kind: 'funding-rate', rate: rate(rateText ?? '0'), mark: price(markPrice) });
}

function invalid(field: string, reason: string): Result<never> {
  return fail('call/invalid-input', { field, reason }, { field });
}
