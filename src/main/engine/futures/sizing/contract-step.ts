import { rateFromFraction } from '../../../../shared/num/integers.ts';
import { quantityTimes } from '../../../../shared/num/products.ts';
import type { ContractId } from '../../../../shared/domain/contract-spec.ts';
import { absolute, compare } from '../../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import type { Coins } from '../units.ts';
import type { Sizable } from './size-mix.ts';

/** Coins that one step of the venue's quantity box moves. */
export function coinsPerStep({ terms, at }: Sizable): Coins {
  const rules = payoffRules(terms.payoff);
  const order = { unit: terms.quantityUnit, amount: terms.quantityStep };
  return rules.delta(rules.sizeOf(terms, order, at.price), at);
}

/** A step above a quarter of what is wanted leaves up to an eighth of it open, whichever way one rounds (our choice). */
const LARGE_STEP = rateFromFraction(1n, 4n, 'half-even');

/** Whether one step of a contract is large for what is wanted: more than a quarter of it. */
export function isTooLarge(wanted: Coins, contract: Sizable): boolean {
  const quarter = quantityTimes(absolute(wanted), LARGE_STEP, 'half-even');
  return compare<Quantity>(coinsPerStep(contract), quarter) > 0;
}

/** Contracts of one house: "binance" for binance-um and binance-cm, "cme" for cme. */
export function venueFamily(contract: ContractId): string {
  return (contract.split(':')[0] ?? '').split('-')[0] ?? '';
}
