/**
 * A correction takes the place of a row, so it ranks as that row does: a better file that comes later and states the same
 * counts before it, as it would before the row. Without this both would count.
 */
import type { EventId, LedgerEvent } from '../../../../shared/domain/event.ts';
import { replacedId } from '../replaced-id.ts';

export interface Corrections {
  /** In the order given; corrections under the format of what they replace. The very list where there are none. */
  readonly events: readonly LedgerEvent[];
  /** The event of the ledger that one of these is. */
  originOf(event: LedgerEvent): LedgerEvent;
}

const made = new WeakMap<LedgerEvent, LedgerEvent>();

/** In: `all`, what is replaced included; `standing`, those that hold. */
export function correctionsInRank(
  all: readonly LedgerEvent[],
  standing: readonly LedgerEvent[],
): Corrections {
  if (!standing.some(({ replaces }) => replaces !== undefined))
    return { events: standing, originOf: (event) => event };
  const formats = formatsOf(all);
  const origins = new Map<EventId, Origin>();
  const events = standing.map((event) => {
    const [first] = event.replaces ?? [];
    const format = first === undefined ? undefined : formats.get(replacedId(first));
    if (format === undefined || format === event.source.format) return event;
    const ranked = under(event, format);
    origins.set(event.id, { ranked, origin: event });
    return ranked;
  });
  return { events, originOf: (event) => originOf(event, origins.get(event.id)) };
}

interface Origin {
  readonly ranked: LedgerEvent;
  readonly origin: LedgerEvent;
}

const backs = new WeakMap<LedgerEvent, LedgerEvent>();

/** What counts can have fields of another row by now. */
function originOf(event: LedgerEvent, known: Origin | undefined): LedgerEvent {
  if (known === undefined) return event;
  if (event === known.ranked) return known.origin;
  const before = backs.get(event);
  if (before !== undefined) return before;
  const back = { ...event, source: known.origin.source };
  backs.set(event, back);
  return back;
}

/** The same object as before for the same correction, so that what is made of it is kept. */
function under(event: LedgerEvent, format: string): LedgerEvent {
  const known = made.get(event);
  if (known?.source.format === format) return known;
  const ranked = { ...event, source: { ...event.source, format } };
  made.set(event, ranked);
  return ranked;
}

/** By row; a correction of a correction has the format of the first row. */
function formatsOf(all: readonly LedgerEvent[]): ReadonlyMap<EventId, string> {
  const formats = new Map<EventId, string>();
  const replaced = new Map<EventId, EventId>();
  for (const { id, parts = [], source, replaces } of all) {
    for (const row of [id, ...parts.map((part) => part.id)]) formats.set(row, source.format);
    if (replaces?.[0] !== undefined) replaced.set(id, replacedId(replaces[0]));
  }
  for (const id of replaced.keys()) {
    let first: EventId | undefined = id;
    for (let steps = replaced.size; steps >= 0 && first !== undefined && replaced.has(first); steps--)
      first = replaced.get(first);
    const format = first === undefined ? undefined : formats.get(first);
    if (format !== undefined) formats.set(id, format);
  }
  return formats;
}
