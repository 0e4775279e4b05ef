/** What a file's rows come to once the engine has put together those that state one event. */
import type { EventId, LedgerEvent } from '../../../src/shared/domain/event.ts';
import { compareEvents } from '../../../src/shared/domain/event-order.ts';
import { assembleParts } from '../../../src/main/engine/events/assemble-parts.ts';
import type { ReadText } from '../../../src/main/importers/read-text.fixture.ts';

export function assembled({ drafts, format }: ReadText): readonly LedgerEvent[] {
  const stored = drafts.map(({ line, raw: _, ...draft }): LedgerEvent => ({
    ...draft,
    id: `row-${String(line).padStart(6, '0')}` as EventId,
    sequence: line,
    source: { file: 'sample.csv', line, format },
  }));
  return assembleParts(stored.toSorted(compareEvents)).events;
}
