import type { CountedEvents, LotMatching, LotOptions } from './lot-matching.ts';

/**
 * Lots, disposals and income that events add up to.
 * In: events in ledger order, counted once, up to the instant that is asked about.
 * Out: quantities in equal quantities out plus open lots; nothing is lost to rounding.
 * Errors: all as issues; figures computed so far are kept.
 */
export function matchLots(events: CountedEvents, options: LotOptions): LotMatching {
  void events;
  void options;
  return { openLots: [], disposals: [], income: [], origins: new Map(), issues: [] };
}
