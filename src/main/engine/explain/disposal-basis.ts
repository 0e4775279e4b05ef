import type { Disposal } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { isZero, sum } from '../../../shared/num/arithmetic.ts';
import { toText } from '../../../shared/num/format.ts';
import { zeroMoney, zeroQuantity } from '../../../shared/num/types.ts';
import { costTrace } from './cost-trace.ts';
import type { ExplainContext } from './explain-context.ts';
import { missingUnitsRule } from './explain-rules.ts';
import { lotsThenHeld } from './lots-then-held.ts';
import { matchWords } from './match-rules.ts';
import { shareTrace } from './share-trace.ts';
import { leaf, node } from './trace-nodes.ts';

/** Matched against a pool, a disposal has no cost of one lot. */
const pooled: ReadonlySet<Disposal['reason']> = new Set(['average', 'pool', 'section-104']);

/** The share of the lot's cost that left with the units; of a pool, its average. */
export function basisTrace(disposal: Disposal, context: ExplainContext): Trace {
  const { currency } = context.prices;
  const { lot, asset, quantity, costBasis, event } = disposal;
  const label = `Cost of these ${toText(quantity)} ${asset}`;
  const extras = { lots: [lot] };
  if (pooled.has(disposal.reason)) return pooledTrace(label, disposal, context);
  const origin = context.originOf(lot);
  if (origin === undefined) {
    const words = 'Assumed cost of zero: no file shows these units';
    const assumed = leaf(words, costBasis, currency, { events: [event], rule: missingUnitsRule });
    return node(label, costBasis, currency, 'same', [assumed], extras);
  }
  const share = {
    label,
    value: costBasis,
    unit: currency,
    whole: { amount: origin.costBasis, trace: costTrace(origin, context) },
    part: { quantity, words: 'Units of it that left', event },
    of: { quantity: origin.quantity, words: 'Units of the whole lot', event: origin.event },
    asset,
    otherwise: 'What fees of transfers put into the basis, or the law on gifts counts otherwise',
  };
  return shareTrace(share, extras);
}

/** A share of what the pool cost then. */
function pooledTrace(label: string, disposal: Disposal, context: ExplainContext): Trace {
  const { currency } = context.prices;
  const { asset, quantity, costBasis, lot, event } = disposal;
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
  const extras = { rule, lots: [lot], events: [event] };
  if (isZero(units)) return leaf(`${label}, at the average of the pool`, costBasis, currency, extras);
  const share = {
    label: `${label}, at the average of the pool`,
    value: costBasis,
    unit: currency,
    whole: { amount: cost, trace: leaf('Cost of the pool then', cost, currency, { events: [event] }) },
    part: { quantity, words: 'Units that left', event },
    of: { quantity: units, words: 'Units in the pool then', event },
    asset,
    otherwise: 'What the rules of the pool count otherwise',
  };
  return shareTrace(share, extras);
}
