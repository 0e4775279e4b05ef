/**
 * How far a zone's clock is ahead of UTC, fast enough for a million events.
 *
 * Asking Temporal costs microseconds each time; but a zone keeps one offset for months, so each such
 * span is asked for once and remembered. Internal to `shared/time`.
 */
import { Temporal } from 'temporal-polyfill';

interface Span {
  /** First millisecond at which the offset holds; −Infinity for ever before. */
  readonly from: number;
  /** First millisecond at which it no longer holds; Infinity for ever after. */
  readonly to: number;
  readonly offsetMs: number;
}

/** Known spans of a zone, in no order, and the one that answered last: events mostly come in order. */
interface ZoneSpans {
  latest: Span;
  readonly known: Span[];
}

const spansByZone = new Map<string, ZoneSpans>();

/** Milliseconds by which the zone's clock is ahead of UTC at an instant. */
export function offsetMsAt(epochMs: number, zone: string): number {
  let spans = spansByZone.get(zone);
  if (spans === undefined) {
    const first = spanAt(epochMs, zone);
    spans = { latest: first, known: [first] };
    spansByZone.set(zone, spans);
  }
  if (!holds(spans.latest, epochMs)) spans.latest = findSpan(spans.known, epochMs, zone);
  return spans.latest.offsetMs;
}

function findSpan(known: Span[], epochMs: number, zone: string): Span {
  const found = known.find((span) => holds(span, epochMs));
  if (found !== undefined) return found;
  const span = spanAt(epochMs, zone);
  known.push(span);
  return span;
}

function holds(span: Span, epochMs: number): boolean {
  return epochMs >= span.from && epochMs < span.to;
}

function spanAt(epochMs: number, zone: string): Span {
  const at = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone);
  // 'previous' looks strictly before, and this very instant may be the transition.
  const from = at.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  const to = at.getTimeZoneTransition('next');
  return {
    from: from?.epochMilliseconds ?? -Infinity,
    to: to?.epochMilliseconds ?? Infinity,
    offsetMs: at.offsetNanoseconds / 1e6,
  };
}
