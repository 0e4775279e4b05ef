import type { Trace } from './trace-part.ts';

/** So many rows are named beside one figure; all of them stand below the tree. */
const mostPlaces = 3;

/** What says nothing that the figure's parts do not show by themselves. */
const silent: ReadonlySet<string> = new Set([
  '',
  'as given',
  'the same as its part',
  'explained under its own id',
  'the first part; the others stand beside it',
]);

/** How a figure comes of its parts, where that says something. */
export function howWords({ how }: Pick<Trace, 'how'>): string | null {
  return silent.has(how) ? null : how;
}

/** The rows that a figure without parts is from; null where it is from none. */
export function rowWords(
  { events, parts }: Pick<Trace, 'events' | 'parts'>,
  places: ReadonlyMap<string, string>,
): string | null {
  const known = parts.length > 0 ? [] : events.flatMap((event) => places.get(event) ?? []);
  if (known.length === 0) return null;
  const shown = known.slice(0, mostPlaces).join('; ');
  return known.length > mostPlaces ? `${shown} and ${known.length - mostPlaces} more` : shown;
}
