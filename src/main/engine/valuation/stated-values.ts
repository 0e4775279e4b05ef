import type { AssetId } from '../../../shared/domain/asset.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';

const made = new WeakMap<LedgerEvent, LedgerEvent>();

/**
 * Events without the values that files state in dollars, where the reporting currency is another: they say nothing there.
 * In: `statesDollars`, whether a format does. Out: the very list where nothing is left out; the same objects each time.
 */
export function withValuesIn(
  currency: AssetId,
  events: readonly LedgerEvent[],
  statesDollars: (format: string) => boolean,
): readonly LedgerEvent[] {
  if (currency === 'USD') return events;
  const isStated = ({ legs, source }: LedgerEvent): boolean =>
    legs.some(({ value }) => value !== undefined) && statesDollars(source.format);
  if (!events.some(isStated)) return events;
  return events.map((event) => (isStated(event) ? withoutValues(event) : event));
}

function withoutValues(event: LedgerEvent): LedgerEvent {
  let without = made.get(event);
  if (without === undefined) {
    const legs = event.legs.map(({ value: _, ...leg }) => leg);
    made.set(event, (without = { ...event, legs }));
  }
  return without;
}
