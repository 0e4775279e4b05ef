import type { Disposal } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { compare, isZero, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { apportion } from '../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { costTrace } from './cost-trace.ts';
import { disposalId, disposalItem } from './disposal-items.ts';
import type { ExplainContext } from './explain-context.ts';
import { zeroCostRule } from './explain-rules.ts';
import { byDay, byMonth, listedReference } from './listed.ts';
import type { ListedSum } from './listed.ts';
import { lotsThenHeld } from './lots-then-held.ts';
import { matchWords } from './match-rules.ts';
import { leaf, node } from './trace-nodes.ts';

/** More parts of one lot than this are told as one line that has an id of its own. */
const MOST_APART = 50;

/** Matched against a pool, a disposal has no cost of one lot. */
const pooled: ReadonlySet<Disposal['reason']> = new Set(['average', 'pool', 'section-104']);

/** The share of the lot's cost: the whole less what other units took or still hold; of a pool, its average. */
export function basisTrace(disposal: Disposal, context: ExplainContext): Trace {
  const { currency } = context.prices;
  const { lot, asset, quantity, costBasis } = disposal;
  const label = `Cost of the ${toText(quantity)} ${asset} sold`;
  const extras = { lots: [lot] };
  if (pooled.has(disposal.reason)) return pooledTrace(label, disposal, context);
  const origin = context.originOf(lot);
  if (origin === undefined) {
    const assumed = leaf('Assumed cost of zero', costBasis, currency, {
      events: [disposal.event],
      rule: zeroCostRule,
    });
    return node(label, costBasis, currency, 'same', [assumed], extras);
  }
  const others = [...partsThatLeft(disposal, context), ...partsStillHeld(disposal, context)];
  const expected = subtract(origin.costBasis, sum(amountsBeside(disposal, context), zeroMoney));
  const added = subtract(expected, costBasis);
  const parts = [
    costTrace(origin, context),
    ...others,
    ...(isZero(added)
      ? []
      : [leaf('Less what went to other lots (pool average) or came in (transfer fees)', added, currency)]),
  ];
  return node(label, costBasis, currency, parts.length === 1 ? 'same' : 'difference', parts, extras);
}

function amountsBeside(disposal: Disposal, context: ExplainContext): readonly Money[] {
  const left = context.disposalsOfLot(disposal.lot).filter((one) => one !== disposal);
  return [...left, ...context.openPartsOf(disposal.lot)].map(({ costBasis }) => costBasis);
}

/** The other disposals of the same lot. */
export function restOfLotList(disposal: Disposal, context: ExplainContext): ListedSum<Money> {
  const others = context.disposalsOfLot(disposal.lot).filter((one) => one !== disposal);
  return {
    label: 'Cost of other parts of this lot that left',
    noun: 'parts',
    unit: context.prices.currency,
    id: `${disposalId(disposal, context)}/restOfLot`,
    zero: zeroMoney,
    items: others.map((one) => disposalItem(one, 'costBasis', context)),
    levels: [byMonth, byDay],
  };
}

function partsThatLeft(disposal: Disposal, context: ExplainContext): readonly Trace[] {
  const list = restOfLotList(disposal, context);
  if (list.items.length === 0) return [];
  if (list.items.length > MOST_APART) return [listedReference(list)];
  return list.items.map((item) => {
    const trace = item.trace();
    return { ...trace, label: `Cost of ${trace.label}` };
  });
}

function partsStillHeld({ lot, asset }: Disposal, context: ExplainContext): readonly Trace[] {
  return context
    .openPartsOf(lot)
    .map((one) =>
      leaf(
        `Cost of ${toText(one.quantity)} ${asset} of this lot still in ${context.accountName(one.account)}`,
        one.costBasis,
        context.prices.currency,
        { lots: [lot] },
      ),
    );
}

/** A share of what the pool cost then, where that gives the figure to the last digit; else the figure as the engine has it. */
function pooledTrace(label: string, disposal: Disposal, context: ExplainContext): Trace {
  const { currency } = context.prices;
  const { asset, quantity, costBasis, lot } = disposal;
  const { rule } = matchWords[disposal.reason];
  const held = lotsThenHeld(disposal, context);
  const units = sum(
    held.map((one) => one.quantity),
    zeroQuantity,
  );
  const cost = sum(
    held.map((one) => one.costBasis),
    zeroMoney,
  );
  const extras = { rule, lots: [lot], events: [disposal.event] };
  const isShare = !isZero(units) && compare(apportion(cost, quantity, units, 'half-even'), costBasis) === 0;
  if (!isShare) return leaf(`${label}, at the average of the pool`, costBasis, currency, extras);
  const parts = [
    leaf('Cost of the pool then', cost, currency),
    leaf('Units that left', quantity, asset, { events: [disposal.event] }),
    leaf('Units in the pool then', units, asset),
  ];
  return node(`${label}, at the average of the pool`, costBasis, currency, 'share', parts, extras);
}
