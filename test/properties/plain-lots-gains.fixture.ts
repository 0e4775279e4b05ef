/** What the plain implementation says, whatever way a law goes. */
import type { CalcEvent, CalcGainsInput } from '../../src/shared/contract/calc-gains.ts';
import type { Fraction } from './fraction.fixture.ts';
import { instantOf, localDay } from './plain-days.fixture.ts';

export interface PlainDisposal {
  readonly event: string;
  readonly asset: string;
  readonly account: string;
  readonly lot: string;
  readonly acquired: string;
  readonly disposed: string;
  readonly quantity: Fraction;
  readonly proceeds: Fraction;
  readonly cost: Fraction;
  /** null where the law knows no terms, or sees no gain. */
  readonly term: 'short' | 'long' | null;
  readonly reason: string;
  /** Whether the law sees gain or loss. */
  readonly isTaxed: boolean;
  /** Whether the figures rest on a cost that nobody knows. */
  readonly isAssumed: boolean;
  /** Of a loss, on the first row of its disposal. */
  readonly denied?: Fraction;
}

export interface PlainOpen {
  readonly lot: string;
  readonly asset: string;
  readonly account: string;
  /** By what it stands in order. */
  readonly time: number;
  readonly place: number;
  readonly acquired: string;
  readonly longTermFrom: string | null;
  readonly isAssumed: boolean;
  readonly quantity: Fraction;
  readonly cost: Fraction;
}

export interface PlainGains {
  readonly disposals: PlainDisposal[];
  readonly open: PlainOpen[];
  /** Events at which more left than was held, and events that name lots not held, once a name. */
  readonly insufficient: string[];
  readonly notIdentified: string[];
  /** Whether losses may be denied: then years say how much. */
  readonly deniesLosses: boolean;
}

export interface OrderedEvent {
  readonly event: CalcEvent;
  readonly place: number;
  readonly time: number;
}

/** Events in ledger order, up to the day asked about. */
export function orderedOf(input: CalcGainsInput): OrderedEvent[] {
  const zone = input.timeZone ?? 'UTC';
  return input.events
    .map((event, place) => ({ event, place, time: instantOf(event.time, zone) }))
    .filter(({ time }) => input.asOf === undefined || localDay(time, zone) <= input.asOf)
    .sort((a, b) => a.time - b.time || a.place - b.place);
}
