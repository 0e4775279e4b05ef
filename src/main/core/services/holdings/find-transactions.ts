import type { CallRequest } from '../../../../shared/contract/contract.ts';
import type { EventId, LedgerEvent } from '../../../../shared/domain/event.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import { endOfDay, startOfDay } from '../../../../shared/time/time-zone.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import type { Session } from '../../session.ts';
import { otherSidesOf } from '../transfers/other-sides.ts';
import { accountsOf, assetsOf, eventShapesOf } from './event-shapes.ts';
import { firstWhere } from '../../../../shared/first-where.ts';
import type { Run } from './page-of.ts';
import { isInOwnText, searchText, shapeText, wantedWords } from './search-events.ts';
import type { Wanted } from './search-events.ts';

type Asked = Omit<CallRequest<'holdings.transactions'>, 'offset' | 'limit'>;

/** How many searches are remembered: pages of one, and what it was before the last letter was typed. */
const MOST_REMEMBERED = 4;

/** Places of events that match, in ledger order: all of a stretch, or those that a filter left. */
export type Found = Run | readonly number[];

/** The places among the facts' events of those that are asked for. */
export function findTransactions(asked: Asked, derived: Derived, cache: Session['cache']): Found {
  const stretch = stretchOf(asked, derived);
  const { kind, asset, account, search = '', notCounted = false } = asked;
  const words = wantedWords(search);
  const filters = [kind, asset, account, notCounted || undefined];
  if (words.length === 0 && filters.every((one) => one === undefined)) return stretch;
  const key = JSON.stringify([...filters, words, stretch]);
  const remembered = rememberedFor(derived);
  const found = remembered.get(key) ?? filtered(asked, words, stretch, derived, cache);
  remembered.delete(key);
  remembered.set(key, found);
  const [oldest] = remembered.keys();
  if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  return found;
}

/** Places of events that do not count: they repeat another, or a later one replaces them. */
export const notCountedOf = (derived: Derived): ReadonlySet<number> => countingOf(derived).not;

/** The event that counts at a place, where it is not the one that the files state: with fields of another file, or in part. */
export const countedAt = (derived: Derived, place: number): LedgerEvent | undefined =>
  countingOf(derived).otherwise.get(place);

interface CountingAt {
  readonly not: ReadonlySet<number>;
  readonly otherwise: ReadonlyMap<number, LedgerEvent>;
}

const countingOf = keptFor(({ facts, events }: Derived): CountingAt => {
  const not = new Set<number>();
  const otherwise = new Map<number, LedgerEvent>();
  let next = 0;
  for (const [place, event] of facts.events.entries()) {
    // By id: one that took a field from another file is not the same object.
    const counted = events[next];
    if (counted?.id === event.id) {
      if (counted !== event) otherwise.set(place, counted);
      next++;
    } else not.add(place);
  }
  return { not, otherwise };
});

const rememberedFor = keptFor((_: Derived) => new Map<string, readonly number[]>());

/** The events of the days that are asked for, up to the day that the answer is as of. */
function stretchOf({ from, to }: Asked, { facts, at }: Derived): Run {
  const { events, timeZone } = facts;
  const first = from === undefined ? 0 : firstFrom(events, startOfDay(localDate(from), timeZone));
  const until = to === undefined ? at : endOfDay(localDate(to), timeZone);
  return { from: first, to: Math.max(first, firstAfter(events, until < at ? until : at)) };
}

function firstFrom(events: readonly LedgerEvent[], time: Instant): number {
  return firstWhere(events, (event) => event.time >= time);
}

function firstAfter(events: readonly LedgerEvent[], time: Instant): number {
  return firstWhere(events, (event) => event.time > time);
}

function filtered(
  asked: Asked,
  words: readonly Wanted[],
  { from, to }: Run,
  derived: Derived,
  cache: Session['cache'],
): readonly number[] {
  const { events } = derived.facts;
  const { shapeAt, shapes } = eventShapesOf(events, cache);
  const isShape = shapes.map((shape) => isShapeWanted(shape, asked));
  const texts = words.length === 0 ? [] : shapes.map(shapeText);
  const notCounted = asked.notCounted === true ? notCountedOf(derived) : null;
  const others: ReadonlyMap<EventId, string> = words.length === 0 ? new Map() : otherSidesOf(derived);
  const found: number[] = [];
  for (let place = from; place < to; place++) {
    const shape = shapeAt[place] as number;
    if (isShape[shape] !== true || notCounted?.has(place) === false) continue;
    const event = events[place] as LedgerEvent;
    if (words.length === 0 || hasWords(event, texts[shape] as string, words, others.get(event.id)))
      found.push(place);
  }
  return found;
}

function isShapeWanted(shape: LedgerEvent, { kind, asset, account }: Asked): boolean {
  return (
    (kind === undefined || shape.kind === kind) &&
    (asset === undefined || assetsOf([shape]).some((one) => one === asset)) &&
    (account === undefined || accountsOf([shape]).some((one) => one === account))
  );
}

function hasWords(
  event: LedgerEvent,
  text: string,
  words: readonly Wanted[],
  other: string | undefined,
): boolean {
  const isLeft = words.filter(({ word, hasNumber }) => hasNumber || !text.includes(word));
  if (isLeft.length === 0) return true;
  if (isLeft.some(({ word, hasNumber }) => !hasNumber && !isInOwnText(event, word, other))) return false;
  const own = searchText(event, other);
  return isLeft.every(({ word }) => own.includes(word));
}
