import type { LotId } from '../../../shared/domain/lot.ts';
import type { Rule, Trace } from '../../../shared/domain/trace.ts';
import { subtract, sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { valueOf } from '../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { costTrace } from './cost-trace.ts';
import type { ExplainContext } from './explain-context.ts';
import { leaf, node } from './trace-nodes.ts';
import { priceTrace } from './value-trace.ts';

const holdingPeriodRule: Rule = {
  id: 'us/long-term-from',
  law: '26 U.S.C. 1222(3); Rev. Rul. 66-7, 66-97',
  url: 'https://www.law.cornell.edu/uscode/text/26/1222',
};

/** What is left of a lot: its unrealised gain, or its cost where there is no price. null where nothing is left. */
export function lotTrace(lot: LotId, context: ExplainContext): Trace | null {
  const origin = context.originOf(lot);
  const held = context.openPartsOf(lot);
  if (origin === undefined || held.length === 0) return null;
  const { currency } = context.prices;
  const { asset } = origin;
  const quantity = sum(
    held.map((part) => part.quantity),
    zeroQuantity,
  );
  const costBasis = sum(
    held.map((part) => part.costBasis),
    zeroMoney,
  );
  const left = context.disposalsOfLot(lot).map((one) =>
    leaf(`Cost of ${toText(one.quantity)} ${asset} that left (${one.cause})`, one.costBasis, currency, {
      events: [one.event],
    }),
  );
  const whole = costTrace(origin, context);
  const cost = node(
    `Cost basis of ${toText(quantity)} ${asset}`,
    costBasis,
    currency,
    left.length === 0 ? 'same' : 'difference',
    [whole, ...left],
  );
  const known = context.prices.latest(asset, context.at);
  if (known === null) return cost;
  const value = valueOf(quantity, known.price, 'half-even');
  const places = held.map((part) => leaf(`Held in ${part.account}`, part.quantity, asset, { lots: [lot] }));
  const worth = node(`Value of ${toText(quantity)} ${asset}`, value, currency, 'product', [
    node('Units of this lot', quantity, asset, 'sum', places),
    priceTrace(asset, known, currency),
  ]);
  const term =
    context.asOf >= origin.longTermFrom
      ? 'long-term'
      : `short-term, long-term from ${dateText(origin.longTermFrom)}`;
  const label = `Unrealised gain of the lot of ${dateText(origin.acquiredDate)} (${term})`;
  return node(label, subtract(value, costBasis), currency, 'difference', [worth, cost], {
    rule: holdingPeriodRule,
    events: [origin.event],
    lots: [lot],
  });
}
