import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { PriceMark } from '../../../../shared/domain/price-mark.ts';
import { price, quantity } from '../../../../shared/num/parse.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Price, Quantity } from '../../../../shared/num/types.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { payoffRules } from '../../../engine/futures/payoff/payoff-rules.ts';
import { quantityText } from '../../../engine/words.ts';

/**
 * What an order is, in all its units at once: "12 contracts of MBT = 1.2 BTC = 120,000 USD (at 100,000 USD)". Without a
 * price of the coin only what needs none is said.
 */
export function sizeExample(terms: ContractTerms, marks: readonly PriceMark[], now: Instant): string {
  const order = orderOf(terms);
  const mark = marks.findLast(({ of, time }) => of === terms.underlying && time <= now);
  const parts = [
    order.text,
    ...(mark === undefined ? fixedPart(terms, order.amount) : allParts(terms, order.amount, mark.price)),
  ];
  const at = mark === undefined ? '' : ` (at ${quantityText(quantity(toText(mark.price)), terms.quote)})`;
  return `${parts.join(' = ')}${at}`;
}

/** Twelve contracts, one coin or a thousand of money: whatever the venue's box counts. */
function orderOf(terms: ContractTerms): { readonly amount: Quantity; readonly text: string } {
  const { quantityUnit, symbol, underlying, quote } = terms;
  if (quantityUnit === 'contracts') return { amount: quantity('12'), text: `12 contracts of ${symbol}` };
  const amount = quantity(quantityUnit === 'base' ? '1' : '1000');
  return {
    amount,
    text: `${quantityText(amount, quantityUnit === 'base' ? underlying : quote)} of ${symbol}`,
  };
}

/** The size itself where no price is needed for it. */
function fixedPart(terms: ContractTerms, amount: Quantity): string[] {
  if (terms.quantityUnit !== 'contracts') return [];
  const size = payoffRules(terms.payoff).sizeOf(terms, { unit: terms.quantityUnit, amount }, ONE);
  return [sizePart(terms, size)];
}

function allParts(terms: ContractTerms, amount: Quantity, at: Price): string[] {
  const rules = payoffRules(terms.payoff);
  const size = rules.sizeOf(terms, { unit: terms.quantityUnit, amount }, at);
  const parts = [sizePart(terms, size), quantityText(rules.valueAt(size, at), terms.settleAsset)];
  return parts.filter(
    (part) => terms.quantityUnit === 'contracts' || part !== quantityText(amount, unitOf(terms)),
  );
}

function unitOf({ quantityUnit, underlying, quote }: ContractTerms): string {
  return quantityUnit === 'base' ? underlying : quote;
}

function sizePart({ payoff, underlying, quote, settleAsset }: ContractTerms, size: Quantity): string {
  if (payoff === 'quanto') return `${quantityText(size, settleAsset)} a point`;
  return quantityText(size, payoff === 'linear' ? underlying : quote);
}

const ONE = price('1');
