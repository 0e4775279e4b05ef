import type { EventId } from '../../../shared/domain/event.ts';
import type { Disposal } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { toText } from '../../../shared/num/format.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import { basisTrace, restOfLotList } from './disposal-basis.ts';
import { proceedsTrace, siblingsList } from './disposal-proceeds.ts';
import type { ExplainContext } from './explain-context.ts';
import { matchTrace } from './explain-match.ts';
import { gainRule } from './explain-rules.ts';
import { listedTrace } from './listed.ts';
import { disposalTermTrace } from './long-term-trace.ts';
import { beside, leaf, node } from './trace-nodes.ts';

type Figure = (disposal: Disposal, context: ExplainContext, path: readonly string[]) => Trace | null;

/** The figures of a disposal by the names that answers give them. */
const figures: { readonly [Field in string]?: Figure } = {
  proceeds: proceedsTrace,
  costBasis: basisTrace,
  gain: gainTrace,
  quantity: quantityTrace,
  term: disposalTermTrace,
  reason: matchTrace,
  otherLots: (disposal, context, path) => listedTrace(siblingsList(disposal, context), path),
  restOfLot: (disposal, context, path) => listedTrace(restOfLotList(disposal, context), path),
};

/**
 * The gain of the part of one lot that one event disposed of, why just this lot, and its term; or one of its figures.
 * In: "<event>/<number>" or "<event>/<number>/<figure>"; the number is its place among the event's disposals, from one.
 */
export function disposalTrace(name: string, context: ExplainContext): Trace | null {
  const [event = '', number, field, ...path] = name.split('/');
  const disposal = context.disposalsOfEvent(event as EventId)[Number(number) - 1];
  if (disposal === undefined) return null;
  if (field !== undefined) {
    const figure = Object.hasOwn(figures, field) ? figures[field] : undefined;
    return figure?.(disposal, context, path) ?? null;
  }
  const others = [disposalTermTrace(disposal, context), matchTrace(disposal, context)];
  return beside(gainTrace(disposal, context), others, {
    events: [disposal.event],
    lots: [disposal.lot],
  });
}

function gainTrace(disposal: Disposal, context: ExplainContext): Trace {
  const { asset, quantity, term, lot, gain, event } = disposal;
  const held = `held from ${dateText(disposal.acquiredDate)} to ${dateText(disposal.disposedDate)}: ${term}-term`;
  const parts = [proceedsTrace(disposal, context), basisTrace(disposal, context)];
  const label = `Gain on ${toText(quantity)} ${asset}, ${held}`;
  return node(label, gain, context.prices.currency, 'difference', parts, {
    rule: gainRule,
    events: [event],
    lots: [lot],
  });
}

function quantityTrace({ quantity, asset, event, lot }: Disposal): Trace {
  return leaf(`${asset} of this lot that left`, quantity, asset, { events: [event], lots: [lot] });
}
