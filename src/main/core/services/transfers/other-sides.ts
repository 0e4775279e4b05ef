import type { EventId } from '../../../../shared/domain/event.ts';
import { listText } from '../../../engine/words.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';

/** Of each row that is one side of a move between own accounts: the name of the account on the other side. */
export const otherSidesOf = keptFor(({ movements, accountName }: Derived): ReadonlyMap<EventId, string> => {
  const found = new Map<EventId, Set<string>>();
  const note = (event: EventId, name: string): void => {
    const names = found.get(event);
    if (names === undefined) found.set(event, new Set([name]));
    else names.add(name);
  };
  for (const { from, to } of movements.movements) {
    if (from.event === to.event) continue;
    note(from.event, accountName(to.account));
    note(to.event, accountName(from.account));
  }
  return new Map([...found].map(([event, names]) => [event, listText([...names])]));
});
