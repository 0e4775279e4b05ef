import {
  compare,
  isNegative,
  isZero,
  smaller,
  subtract,
  absolute,
} from '../../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../../shared/num/format.ts';
import { parseQuantity, rate } from '../../../../../shared/num/parse.ts';
import { quantityFor, ratio, valueOf } from '../../../../../shared/num/products.ts';
import { roundTo, roundToStep } from '../../../../../shared/num/rounding.ts';
import type { Money, Quantity, Rate } from '../../../../../shared/num/types.ts';
import type { ContractTerms } from '../../../../../shared/domain/contract-terms.ts';
import type { Issue } from '../../../../../shared/domain/issue.ts';
import { issueOf } from '../../../issue-of.ts';
import { moneyText, quantityText } from '../../../words.ts';
import { payoffRules } from '../../payoff/payoff-rules.ts';
import { coins } from '../../units.ts';
import { isClosing, notionalAs } from './checked-order.ts';
import type { CheckedOrder } from './checked-order.ts';

const HALF = rate('0.5');
const TWICE = rate('2');
const POWERS = [
  ['1 : 10,000', '0.0001'],
  ['1 : 1,000', '0.001'],
  ['1 : 100', '0.01'],
  ['1 : 10', '0.1'],
  ['10 times', '10'],
  ['100 times', '100'],
  ['1,000 times', '1000'],
  ['10,000 times', '10000'],
] as const;

/** A quantity as typed: digits above zero, without a sign. null where it is none. */
export function typedQuantity(text: string): Quantity | null {
  const parsed = parseQuantity(text.trim());
  if (!parsed.ok || isZero(parsed.value) || isNegative(parsed.value)) return null;
  return parsed.value;
}

/**
 * What is ordered against what is meant: notional ÷ intended lies within a half and twice, else it is an error. Near ten,
 * a hundred, a thousand or ten thousand the likely slip of units is named.
 * Source: risks.md 2.1 (OKX ctVal, Deribit USD amounts, WhiteBIT and Bitget multipliers were all misread so).
 */
export function unitChecks(order: CheckedOrder): readonly Issue[] {
  const notional = notionalAs(order, 'order');
  const intended = intendedMoney(order);
  if (notional === null || intended === null || isZero(intended)) return [];
  const times = ratio<Money>(notional, intended, 'half-even');
  if (isWithin(times, rate('1'))) return [];
  const { terms, quantity } = order;
  const values = {
    typed: toText(quantity),
    unit: unitWords(terms),
    contract: terms.symbol,
    notional: shown(notional),
    intended: shown(intended),
    quote: terms.quote,
    meaning: meaningOf(terms),
    right: rightWords(order, intended),
  };
  const power = POWERS.find(([, text]) => isWithin(times, rate(text)));
  const slip = slipOf(order, intended, power !== undefined);
  if (power === undefined && slip === null) return [issueOf('hedge/size-off', 'error', values)];
  const named = { times: power?.[0] ?? `${toText(roundTo(times, 2, 'half-even'))} times` };
  return [
    issueOf('hedge/unit-slip', 'error', { ...values, ...named, slip: slip ?? 'a point in the wrong place' }),
  ];
}

function isWithin(times: Rate, around: Rate): boolean {
  const by = ratio<Rate>(times, around, 'half-even');
  return compare(by, HALF) >= 0 && compare(by, TWICE) <= 0;
}

function intendedMoney({ intendedMoney: money, intendedCoins, at }: CheckedOrder): Money | null {
  if (money !== null) return absolute(money);
  return intendedCoins === null || at === null
    ? null
    : valueOf(absolute(intendedCoins), at.price, 'half-even');
}

/** Which other meaning of the number would fit what is meant. */
function slipOf(order: CheckedOrder, intended: Money, isPowerOfTen: boolean): string | null {
  const { terms } = order;
  const own = terms.quantityUnit;
  const fits = (unit: 'base' | 'quote'): boolean => {
    const worth = notionalAs(order, unit);
    return worth !== null && isWithin(ratio<Money>(worth, intended, 'half-even'), rate('1'));
  };
  const name = own === 'contracts' ? 'contracts' : own === 'base' ? terms.underlying : terms.quote;
  if (own !== 'base' && fits('base')) return `${terms.underlying} entered as ${name}`;
  if (own !== 'quote' && fits('quote')) return `${terms.quote} entered as ${name}`;
  const worth = notionalAs(order, 'order');
  const isMore = worth !== null && compare<Money>(worth, intended) > 0;
  return isPowerOfTen && own !== 'contracts' && isMore ? `contracts entered as ${name}` : null;
}

function unitWords({ quantityUnit, underlying, quote }: ContractTerms): string {
  return quantityUnit === 'contracts' ? 'contracts' : quantityUnit === 'base' ? underlying : quote;
}

/** "contracts of 0.1 BTC". */
function meaningOf(terms: ContractTerms): string {
  const { quantityUnit, multiplier, underlying, quote, payoff } = terms;
  if (quantityUnit === 'base') return `coins of ${underlying}`;
  if (quantityUnit === 'quote') return `${quote}`;
  return `contracts of ${quantityText(multiplier, payoff === 'inverse' ? quote : underlying)}`;
}

/** What to type for what is meant, in the venue's steps; nothing that cannot be ordered is advised. */
function rightWords({ terms, at }: CheckedOrder, intended: Money): string {
  if (at === null) return 'look up its price first';
  const rules = payoffRules(terms.payoff);
  const wanted = coins(quantityFor(intended, at.price, 'half-even'));
  const order = rules.orderOf(terms, rules.sizeForDelta(wanted, at), at.price);
  const nearest = roundToStep(order.amount, terms.quantityStep, 'half-even');
  return isZero(nearest)
    ? `take a smaller contract: one step of this one, ${toText(terms.quantityStep)}, is more`
    : `type ${toText(nearest)}`;
}

function shown(money: Money): string {
  return moneyText(money, '').trim();
}

/** Steps, minimum and maximum of the venue; reduce-only orders may be below the least notional. */
export function stepChecks(order: CheckedOrder): readonly Issue[] {
  const { terms, quantity } = order;
  const { quantityStep: step, minQuantity, minNotional, maxQuantity } = terms;
  const contract = terms.symbol;
  const typed = toText(quantity);
  const found: Issue[] = [];
  const below = roundToStep(quantity, step, 'floor');
  if (!isZero(subtract(quantity, below))) {
    const above = toText(roundToStep(quantity, step, 'ceiling'));
    found.push(
      issueOf('hedge/off-step', 'error', {
        contract,
        step: toText(step),
        typed,
        nearest: isZero(below) ? above : `${toText(below)} or ${above}`,
      }),
    );
  }
  const worth = notionalAs(order, 'order');
  if (minQuantity !== null && compare(quantity, minQuantity) < 0) {
    const least = `${toText(minQuantity)} ${unitWords(terms)}`;
    found.push(issueOf('hedge/below-minimum', 'error', { contract, typed, least }));
  } else if (minNotional !== null && worth !== null && !isClosing(order) && compare(worth, minNotional) < 0) {
    const least = `${shown(minNotional)} ${terms.quote}`;
    found.push(issueOf('hedge/below-minimum', 'error', { contract, typed, least }));
  }
  if (maxQuantity !== null && compare(smaller(quantity, maxQuantity), quantity) < 0)
    found.push(issueOf('hedge/above-maximum', 'error', { contract, typed, most: toText(maxQuantity) }));
  return found;
}
