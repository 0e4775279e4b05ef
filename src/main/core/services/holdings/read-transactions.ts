import type { CallAnswer, CallRequest } from '../../../../shared/contract/contract.ts';
import { compareEvents } from '../../../../shared/domain/event-order.ts';
import type { EventId, LedgerEvent } from '../../../../shared/domain/event.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import type { HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { eventWords } from '../imports/event-words.ts';

type Row = CallAnswer<'holdings.transactions'>['rows'][number];

export const readTransactionsHandlers: HandlersOf<'holdings.transactions'> = {
  'holdings.transactions': async (request, context) => {
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const { facts, at } = derived.value;
    const found = facts.events.filter((event) => event.time <= at && isWanted(event, request));
    const page = found
      .sort((a, b) => compareEvents(b, a))
      .slice(request.offset, request.offset + request.limit);
    const counted = new Set(derived.value.events.map(({ id }) => id));
    return ok({ total: found.length, rows: page.map((event) => rowOf(event, counted, derived.value)) });
  },
};

function isWanted(
  event: LedgerEvent,
  { kind, asset, search }: CallRequest<'holdings.transactions'>,
): boolean {
  if (kind !== undefined && event.kind !== kind) return false;
  if (asset !== undefined && !event.legs.some((leg) => leg.asset === asset)) return false;
  if (search === undefined || search.trim() === '') return true;
  const { file } = event.source;
  const text = [eventWords(event), event.id, event.externalId ?? '', event.note ?? '', file]
    .join(' ')
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}

function rowOf(event: LedgerEvent, counted: ReadonlySet<EventId>, { facts }: Derived): Row {
  return {
    event: event.id,
    time: toIso(event.time),
    localDate: dateText(localDateOf(event.time, facts.timeZone)),
    kind: event.kind,
    words: eventWords(event),
    legs: event.legs.map(({ account, asset, quantity, role }) => ({
      account,
      asset,
      quantity: toText(quantity),
      role,
    })),
    file: event.source.file,
    line: event.source.line,
    counted: counted.has(event.id),
  };
}
