import type { EventId } from '../../../shared/domain/event.ts';
import type { Disposal } from '../../../shared/domain/lot.ts';
import type { Trace } from '../../../shared/domain/trace.ts';
import { toText } from '../../../shared/num/format.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { basisTrace } from './disposal-basis.ts';
import { proceedsTrace } from './disposal-proceeds.ts';
import type { ExplainContext } from './explain-context.ts';
import { matchTrace } from './explain-match.ts';
import { gainRule } from './explain-rules.ts';
import { disposalTermTrace } from './long-term-trace.ts';
import { leaf, node } from './trace-nodes.ts';

type Figure = (disposal: Disposal, context: ExplainContext) => Trace;

const causeWords: { readonly [Cause in Disposal['cause']]: string } = {
  sale: 'sold',
  swap: 'swapped for another coin',
  fee: 'paid a fee',
  spend: 'spent',
  'transfer-fee': 'paid the network fee of a transfer',
  gift: 'given away',
  donation: 'donated',
  loss: 'lost',
};

/** The figures of a disposal by the names that answers give them. */
const figures: { readonly [Field in string]?: Figure } = {
  proceeds: proceedsTrace,
  costBasis: basisTrace,
  gain: gainTrace,
  quantity: quantityTrace,
  term: disposalTermTrace,
  reason: matchTrace,
  acquired: ({ acquiredDate, event, lot }, context) =>
    dateLeaf('Acquired, by your local date', acquiredDate, context.originOf(lot)?.event ?? event),
  disposed: ({ disposedDate, event }) => dateLeaf('Left, by your local date', disposedDate, event),
};

/**
 * The gain of the part of one lot that one event disposed of, why just this lot, and its term; or one of its figures.
 * In: "<event>/<number>" or "<event>/<number>/<figure>"; the number is its place among the event's disposals, from one.
 */
export function disposalTrace(name: string, context: ExplainContext): Trace | null {
  const [event = '', number, field] = name.split('/');
  const disposal = context.disposalsOfEvent(event as EventId)[Number(number) - 1];
  if (disposal === undefined) return null;
  if (field !== undefined) {
    const figure = Object.hasOwn(figures, field) ? figures[field] : undefined;
    return figure?.(disposal, context) ?? null;
  }
  const { quantity, asset, account, disposedDate, gain, lot } = disposal;
  const from = `${toText(quantity)} ${asset} that left ${context.accountName(account)} on ${dateText(disposedDate)}`;
  const told = [
    gainTrace(disposal, context),
    disposalTermTrace(disposal, context),
    matchTrace(disposal, context),
  ];
  return node(`${from} (${causeWords[disposal.cause]})`, gain, context.prices.currency, 'each', told, {
    events: [disposal.event],
    lots: [lot],
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

function dateLeaf(label: string, date: LocalDate, event: EventId): Trace {
  return leaf(label, dateText(date), '', { events: [event] });
}
