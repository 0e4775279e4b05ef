import type { Disposal } from '../../../../shared/domain/lot.ts';
import { dateText, yearOf } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import type { LotMatching } from '../../../engine/lots/lot-matching.ts';
import type { JournalEntry } from '../../../reports/papers/ledger-lists.ts';
import type { Derived } from '../../derived.ts';
import { eventWords } from '../imports/event-words.ts';

/** Everything that left in a year, untaxed departures included. */
export function disposalsLeaving(
  lots: LotMatching,
  year: number,
): { readonly count: number; at(place: number): Disposal; idAt(place: number): string } {
  const places: number[] = [];
  const numbers: number[] = [];
  let event: string | undefined;
  let number = 0;
  for (let place = 0; place < lots.disposalCount; place++) {
    const disposal = lots.disposalAt(place);
    number = disposal.event === event ? number + 1 : 1;
    event = disposal.event;
    if (yearOf(disposal.disposedDate) !== year) continue;
    places.push(place);
    numbers.push(number);
  }
  const at = (place: number): Disposal => lots.disposalAt(places[place] ?? -1);
  return { count: places.length, at, idAt: (place) => `${at(place).event}/${numbers[place] ?? 0}` };
}

/** The events of a local calendar year, in ledger order. */
export function eventsOfYear(
  { events, facts }: Derived,
  year: number,
): { readonly count: number; at(place: number): JournalEntry } {
  const found = events.filter(({ time }) => yearOf(localDateOf(time, facts.timeZone)) === year);
  return {
    count: found.length,
    at(place) {
      const event = found[place];
      if (event === undefined) throw new Error('no such event');
      return { event, date: dateText(localDateOf(event.time, facts.timeZone)), words: eventWords(event) };
    },
  };
}
