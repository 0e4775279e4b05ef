import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { absolute, isNegative, negate } from '../../../../shared/num/arithmetic.ts';
import { oneRate } from '../../../../shared/num/types.ts';
import type { Price, Quantity } from '../../../../shared/num/types.ts';
import { eventWords } from '../imports/event-words.ts';

/** One word of a search, in lower case. */
export interface Wanted {
  readonly word: string;
  /** Whether it can stand in an amount, or beside one: then only the event's own words decide. Names begin with a letter. */
  readonly hasNumber: boolean;
}

export function wantedWords(search: string): readonly Wanted[] {
  return search
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => ({ word, hasNumber: !/^\p{L}[\p{L}\d]*$/u.test(word) }));
}

/** Everything that a search looks at. In: `other`, the account on the other side of a move. */
export function searchText(event: LedgerEvent, other?: string): string {
  const { id, externalId, note, source } = event;
  const words = eventWords(event, other);
  // Amounts are found with their commas and without.
  const plain = words.includes(',') ? words.replaceAll(/(?<=\d),(?=\d)/gu, '') : '';
  return [words, plain, id, externalId ?? '', note ?? '', source.file].join(' ').toLowerCase();
}

/** The same for all events of a shape, without amounts and ids: where a word of letters is in it, it is in them. */
export function shapeText(event: LedgerEvent): string {
  const { fill } = event;
  const legs = event.legs.map((leg) => ({ ...leg, quantity: oneLike(leg.quantity) }));
  const worded =
    fill === undefined
      ? { ...event, legs }
      : { ...event, legs, fill: { ...fill, quantity: one, price: onePrice } };
  return `${eventWords(worded)} ${event.source.file}`.toLowerCase();
}

/** Whether a word of letters can be in what the event has for itself: ids, note, and the other side of a move. */
export function isInOwnText({ id, externalId, note }: LedgerEvent, word: string, other?: string): boolean {
  return (
    (other !== undefined && `to ${other} from`.toLowerCase().includes(word)) ||
    (HEX.test(word) && id.includes(word)) ||
    externalId?.toLowerCase().includes(word) === true ||
    note?.toLowerCase().includes(word) === true
  );
}

const HEX = /^[0-9a-f-]+$/u;
const one = oneRate as unknown as Quantity;
const onePrice = oneRate as unknown as Price;

function oneLike(quantity: Quantity): Quantity {
  return isNegative(quantity) ? negate(one) : absolute(one);
}
