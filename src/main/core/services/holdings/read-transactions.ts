import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { toText } from '../../../../shared/num/format.ts';
import { toIso } from '../../../../shared/time/instant.ts';
import { dateText } from '../../../../shared/time/local-date.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import type { HandlersOf } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import type { Session } from '../../session.ts';
import { eventWords } from '../imports/event-words.ts';
import { otherSidesOf } from '../transfers/other-sides.ts';
import { accountsOf, assetsOf, eventShapesOf } from './event-shapes.ts';
import { choicesOf } from './filter-choices.ts';
import type { Choices } from './filter-choices.ts';
import { countedAt, findTransactions, notCountedOf } from './find-transactions.ts';
import type { Found } from './find-transactions.ts';
import type { Page } from './page-of.ts';

type Row = CallAnswer<'holdings.transactions'>['rows'][number];

export const readTransactionsHandlers: HandlersOf<'holdings.transactions'> = {
  'holdings.transactions': async (request, context) => {
    const derived = await derivedOf(context);
    if (!derived.ok) return derived;
    const { cache } = context.session;
    const found = findTransactions(request, derived.value, cache);
    return ok({
      total: 'from' in found ? found.to - found.from : found.length,
      rows: latestFirst(found, request).map((place) => rowOf(place, derived.value)),
      ...transactionChoices(derived.value, cache),
    });
  },
};

function transactionChoices(derived: Derived, cache: Session['cache']): Choices {
  const { inUse } = eventShapesOf(derived.facts.events, cache);
  return choicesOf(assetsOf(inUse), accountsOf(inUse), derived);
}

/** The places on a page, the latest event first. */
function latestFirst(found: Found, { offset = 0, limit = Infinity }: Page): readonly number[] {
  const isRun = 'from' in found;
  const total = isRun ? found.to - found.from : found.length;
  const places: number[] = [];
  for (let back = total - 1 - offset; back >= 0 && places.length < limit; back--)
    places.push(isRun ? found.from + back : (found[back] as number));
  return places;
}

function rowOf(place: number, derived: Derived): Row {
  const { events, timeZone } = derived.facts;
  const stated = events[place] as LedgerEvent;
  // A closed position beside fills counts for what they do not state: the list adds up to the balances.
  const event = countedAt(derived, place) ?? stated;
  const words = eventWords(event, otherSidesOf(derived).get(event.id));
  const isInPart = event.legs.length < stated.legs.length;
  return {
    event: event.id,
    time: toIso(event.time),
    localDate: dateText(localDateOf(event.time, timeZone)),
    kind: event.kind,
    words: isInPart ? `${words}; what else it states stands in other rows` : words,
    legs: event.legs.map(({ account, asset, quantity, role }) => ({
      account,
      asset,
      quantity: toText(quantity),
      role,
    })),
    file: event.source.file,
    line: event.source.line,
    counted: !notCountedOf(derived).has(place),
  };
}
