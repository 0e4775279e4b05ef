import type { CallAnswer, CallRequest } from '../../../../shared/contract/contract.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { add, isZero, negate } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { price, quantity } from '../../../../shared/num/parse.ts';
import { valueOf } from '../../../../shared/num/products.ts';
import type { Exact, Price, Quantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { noSize } from '../../../engine/futures/amounts.ts';
import type { OpenSize } from '../../../engine/futures/apply-fill.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import { reconcilePosition } from '../../../engine/futures/reconcile-position.ts';
import { tallyPosition } from '../../../engine/futures/tally-position.ts';
import type { PositionTally } from '../../../engine/futures/tally-position.ts';
import type { SettleAmount } from '../../../engine/futures/units.ts';
import { valuePosition } from '../../../engine/futures/value-position.ts';
import type { HandlersOf } from '../../call-context.ts';
import { hasExpired } from './calc-contract.ts';
import { fillNotes } from './calc-position-notes.ts';
import { positionSteps } from './calc-position-steps.ts';
import { calcTermsOf } from './calc-terms.ts';

type Request = CallRequest<'calc.position'>;
type Answer = CallAnswer<'calc.position'>;

export const calcPositionHandlers: HandlersOf<'calc.position'> = {
  'calc.position': async (request, { now }) => {
    const terms = calcTermsOf(request.contract, 'contract');
    if (!terms.ok) return terms;
    const steps = positionSteps(request, terms.value);
    if (!steps.ok) return steps;
    const { fundingTimes, feesUnknown } = steps.value;
    const tally = tallyPosition(terms.value, steps.value.steps);
    return ok({
      ...openFields(tally.open, terms.value, request),
      ...amountFields(tally, terms.value, request, feesUnknown > 0),
      fundingPayments: tally.payments.map(({ amount, held }, place) => ({
        time: fundingTimes[place] ?? '',
        amount: toText(amount),
        held: toText(heldOrder(held, terms.value)),
      })),
      issues: issuesOf(tally.open, terms.value, request),
      notes: [...feeNotes(feesUnknown), ...fillNotes(request, terms.value), ...expiryNotes(terms.value, now)],
    });
  },
};

function openFields(
  open: OpenSize,
  terms: ContractTerms,
  request: Request,
): Pick<Answer, 'side' | 'quantity' | 'averageEntry' | 'notional' | 'delta' | 'settleAsset'> {
  const isFlat = isZero(open.size);
  const averageEntry = isFlat ? null : payoffRules(terms.payoff).averageEntry(open.size, open.entryValue);
  const settlePrice = settlePriceOf(terms, request);
  const value = valued(open, terms, request, settlePrice);
  return {
    side: isFlat ? 'flat' : open.direction,
    quantity: toText(heldAmount(open, terms)),
    averageEntry: text(averageEntry),
    notional: settlePrice === null ? null : toText(value.notional),
    delta: settlePrice === null ? null : toText(value.delta),
    settleAsset: terms.settleAsset,
  };
}

function amountFields(
  tally: PositionTally,
  terms: ContractTerms,
  request: Request,
  feesUnknown: boolean,
): Pick<Answer, 'realisedPnl' | 'unrealisedPnl' | 'fees' | 'funding' | 'equityChange' | 'inQuote'> {
  const settlePrice = settlePriceOf(terms, request);
  const { unrealisedProfit } = valued(tally.open, terms, request, settlePrice);
  const fees = feesUnknown ? null : tally.fees;
  const { realisedProfit, funding } = tally;
  const equityChange = fees === null ? null : add(add(add(realisedProfit, unrealisedProfit), fees), funding);
  const inUnit = (show: (amount: SettleAmount) => string): NonNullable<Answer['inQuote']> => ({
    realisedPnl: show(realisedProfit),
    unrealisedPnl: show(unrealisedProfit),
    fees: fees === null ? null : show(fees),
    funding: show(funding),
    equityChange: equityChange === null ? null : show(equityChange),
  });
  return {
    ...inUnit(toText),
    inQuote:
      settlePrice === null ? null : inUnit((amount) => toText(valueOf(amount, settlePrice, 'half-even'))),
  };
}

function valued(
  { direction, size, entryValue }: OpenSize,
  terms: ContractTerms,
  { markPrice }: Request,
  settlePrice: Price | null,
): ReturnType<typeof valuePosition> {
  const at = { price: price(markPrice), settlePrice: settlePrice ?? price('1') };
  return valuePosition({ spec: terms, side: direction, size, entryValue }, at);
}

/** What one unit of the settle asset is worth in quote money: the mark itself where the coin is settled in. */
function settlePriceOf({ payoff }: ContractTerms, { settlePrice, markPrice }: Request): Price | null {
  if (settlePrice !== undefined) return price(settlePrice);
  if (payoff === 'quanto') return null;
  return price(payoff === 'inverse' ? markPrice : '1');
}

function heldAmount({ size, entryValue }: OpenSize, terms: ContractTerms): Quantity {
  if (isZero(size)) return noSize;
  const rules = payoffRules(terms.payoff);
  return rules.orderOf(terms, size, rules.averageEntry(size, entryValue)).amount;
}

function heldOrder(held: OpenSize, terms: ContractTerms): Quantity {
  const amount = heldAmount(held, terms);
  return held.direction === 'short' ? negate(amount) : amount;
}

function issuesOf(open: OpenSize, terms: ContractTerms, { stated }: Request): Answer['issues'] {
  if (stated === undefined) return [];
  const isFlat = isZero(open.size);
  const averageEntry = isFlat ? null : payoffRules(terms.payoff).averageEntry(open.size, open.entryValue);
  const computed = {
    side: isFlat ? 'flat' : open.direction,
    quantity: { unit: terms.quantityUnit, amount: heldAmount(open, terms) },
    averageEntry,
    averageEntryOriginal: averageEntry,
  } as const;
  const found = reconcilePosition(terms, computed, {
    side: stated.side,
    quantity: quantity(stated.quantity),
    averageEntry: stated.averageEntry === undefined ? null : price(stated.averageEntry),
  });
  return found.map(({ code, message, fix }) => ({ code, message, fix }));
}

function feeNotes(feesUnknown: number): string[] {
  return feesUnknown === 0
    ? []
    : [
        `The fee rate of this contract is not known, so the fees of ${feesUnknown} fill(s) are not: state them as fee.`,
      ];
}

function expiryNotes({ expiry, symbol }: ContractTerms, now: Instant): string[] {
  return expiry === null || !hasExpired(expiry, now)
    ? []
    : [
        `The last day of ${symbol} was ${dateText(expiry)}: what was open then was settled at the final price, and no position of it is open now.`,
      ];
}

function text(value: Exact | null): string | null {
  return value === null ? null : toText(value);
}
