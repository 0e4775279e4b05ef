/**
 * Events of one instant need an order that is the same whatever files they came in, cut wherever: so it follows from what
 * they state, not from where they stand. What comes in is before what is exchanged, and that before what leaves: nothing
 * is sold or sent before it is there. Within these, the exchange's own numbers, where it gives any; else the larger first.
 */
import type { EventKind } from '../../../../shared/domain/event.ts';
import { toText } from '../../../../shared/num/format.ts';
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
export function orderWithinInstant(event: Pick<EventDraft, 'kind' | 'externalId' | 'legs'>): number {
  const { kind, externalId, legs } = event;
  const rank = ranks[kind] ?? others;
  const number = externalId === undefined ? 0 : numberOf(externalId);
  if (number > 0 && rank >= 2 && rank <= 4) return exchanged * step + number;
  return rank * step + (number > 0 ? number : step - 1 - sizeOf(legs));
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

const mantissa = 12;

/** A number below `step` that grows with the largest amount: its power of ten, then its first digits. */
function sizeOf(legs: EventDraft['legs']): number {
  let size = 0;
  for (const { quantity } of legs) size = Math.max(size, sizeOfText(toText(quantity)));
  return size;
}

function sizeOfText(text: string): number {
  const start = text.startsWith('-') ? 1 : 0;
  const point = text.indexOf('.');
  const whole = point === -1 ? text.length : point;
  let first = start;
  while (first < text.length && (text.charCodeAt(first) === 48 || first === point)) first++;
  if (first === text.length) return 0;
  const power = first < whole ? whole - first : whole - first + 1;
  const leading = text
    .slice(first, first + mantissa + 1)
    .replace('.', '')
    .slice(0, mantissa);
  return (power + 20) * 10 ** mantissa + Number(leading.padEnd(mantissa, '0'));
}
