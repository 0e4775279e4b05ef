/**
 * Events of one instant need an order that is the same whatever files they came in, cut wherever: so it follows from what
 * they state, not from where they stand. What comes in is before what is exchanged, and that before what leaves: nothing
 * is sold or sent before it is there. Within these, the exchange's own numbers, where it gives any.
 */
import type { EventKind } from '../../../../shared/domain/event.ts';
import type { EventDraft } from '../../../importers/importer.ts';

const ranks: Readonly<Partial<Record<EventKind, number>>> = {
  deposit: 0,
  'gift-received': 0,
  income: 0,
  transfer: 1,
  buy: 2,
  swap: 3,
  sell: 4,
  spend: 6,
  'gift-sent': 6,
  donation: 6,
  loss: 6,
  withdrawal: 6,
};

const others = 3;
/** Kinds whose order among each other the exchange's numbers tell better than the kind does. */
const exchanged = 2;
/** Digits of a number that count: the leading ones, because numbers of one exchange are equally long. */
const digits = 14;
const step = 10 ** digits;

/** Less is earlier. A whole number that is exact in a float. */
export function orderWithinInstant({ kind, externalId }: Pick<EventDraft, 'kind' | 'externalId'>): number {
  const rank = ranks[kind] ?? others;
  const number = externalId === undefined ? 0 : numberOf(externalId);
  return (number > 0 && rank >= 2 && rank <= 4 ? exchanged : rank) * step + number;
}

/** 0 where the id is no number. */
function numberOf(id: string): number {
  if (id.length === 0 || id.length > 25) return 0;
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at);
    if (code < 48 || code > 57) return 0;
  }
  return Number(id.slice(0, digits));
}
