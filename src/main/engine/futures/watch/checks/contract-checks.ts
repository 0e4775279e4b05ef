import type { Issue } from '../../../../../shared/domain/issue.ts';
import { compare, isZero, subtract } from '../../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../../shared/num/format.ts';
import { rate } from '../../../../../shared/num/parse.ts';
import { ratio } from '../../../../../shared/num/products.ts';
import { roundTo, roundToStep } from '../../../../../shared/num/rounding.ts';
import type { Price } from '../../../../../shared/num/types.ts';
import { dateText, daysBetween } from '../../../../../shared/time/local-date.ts';
import { issueOf } from '../../../issue-of.ts';
import { rollDates } from '../../../rebalance/roll-dates.ts';
import { isClosing } from './checked-order.ts';
import type { CheckedOrder } from './checked-order.ts';

const WARN_DAYS = 10;

/**
 * Expiry, delivery and who may trade. A plan across an expiry has to roll.
 * Source: risks.md 1 (roll and expiry: T−10, T−5; Bitnomial BUS and BUI are delivered) and 2.4.
 */
export function contractChecks(order: CheckedOrder): readonly Issue[] {
  const { terms, asset, asOf, exit } = order;
  const contract = terms.symbol;
  const found: Issue[] = [];
  if (terms.underlying !== asset && order.typed)
    found.push(issueOf('hedge/other-coin', 'error', { contract, underlying: terms.underlying, asset }));
  if (terms.usPersons === false) found.push(issueOf('hedge/us-persons', 'warning', { contract }));
  if (terms.expiry === null) return found;
  const expiry = dateText(terms.expiry);
  const days = daysBetween(asOf, terms.expiry);
  if (days < 0) return [...found, issueOf('hedge/contract-expired', 'error', { contract, expiry })];
  if (days <= WARN_DAYS && !isClosing(order))
    found.push(issueOf('hedge/expiry-near', 'warning', { contract, days }));
  if (terms.settlement === 'coins') found.push(issueOf('hedge/delivered', 'warning', { contract }));
  if (exit !== null && terms.expiry < exit && !isClosing(order)) {
    const values = { contract, expiry, exit: dateText(exit) };
    found.push(
      order.rollsPlanned
        ? issueOf('hedge/rolls', 'warning', { ...values, times: rollDates(terms, exit).length })
        : issueOf('hedge/crosses-expiry', 'error', values),
    );
  }
  return found;
}

const HALF = rate('0.5');
const TWICE = rate('2');

/** A price on the contract's tick, and in its unit: half to twice the mark. Source: risks.md 2.4 (SHIB 1000 contracts). */
export function priceChecks({ terms, price, at }: CheckedOrder): readonly Issue[] {
  if (price === null) return [];
  const contract = terms.symbol;
  const found: Issue[] = [];
  const { priceTick: tick } = terms;
  if (tick !== null && !isZero(tick)) {
    const below = roundToStep<Price>(price, tick, 'floor');
    if (!isZero(subtract(price, below))) {
      const above = toText(roundToStep<Price>(price, tick, 'ceiling'));
      const nearest = isZero(below) ? above : `${toText(below)} or ${above}`;
      const values = { price: toText(price), tick: toText(tick), contract, nearest };
      found.push(issueOf('hedge/off-tick', 'error', values));
    }
  }
  if (at === null || isZero(at.price)) return found;
  const times = ratio<Price>(price, at.price, 'half-even');
  if (compare(times, HALF) < 0 || compare(times, TWICE) > 0) {
    const values = {
      price: toText(price),
      contract,
      times: `${toText(roundTo(times, 4, 'half-even'))} times`,
      mark: toText(at.price),
      asset: terms.underlying,
    };
    found.push(issueOf('hedge/price-unit', 'error', values));
  }
  return found;
}
