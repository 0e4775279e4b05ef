/**
 * What is on record about the kind of straddle that a hedge is. Such a record counts for a straddle that was acquired on
 * the local day it was written; one of a plan that was not traded yet counts for the day on which it is.
 * Law: 26 U.S.C. 1092(a)(2)(B), 1256(d)(2), 1092(b)(2)(B); Reg. 1.1092(b)-3T(d).
 */
import type { LocalDate } from '../time/local-date.ts';
import { localDate } from '../time/local-date.ts';
import type { Instant } from '../time/instant.ts';
import type { EventId } from './event.ts';
import type { HedgeLegId, IdentificationRecord, PlanId } from './hedge.ts';
import type { LotId } from './lot.ts';
import { STRADDLE_REGIMES } from './tax-elections.ts';
import type { StraddleRegime } from './tax-elections.ts';

export interface StraddleIdentification {
  readonly sequence: number;
  readonly recordedAt: Instant;
  readonly hash: string;
  readonly plan: PlanId;
  readonly leg: HedgeLegId;
  readonly regime: StraddleRegime;
  /** The taxpayer's local day of the record. */
  readonly date: LocalDate;
  /** The fills that it names, with their local days; none for a leg that was not traded yet. */
  readonly fills: readonly { readonly event: EventId; readonly date: LocalDate }[];
  /** Lots that it names; quantities as decimal text. */
  readonly lots: readonly { readonly lot: LotId; readonly quantity: string }[];
  /** Own books are said to show it from the day itself. */
  readonly keptElsewhere: boolean;
}

/** The body of such a record, before it is written as canonical JSON. */
export interface StraddleIdentificationBody {
  readonly plan: string;
  readonly leg: string;
  readonly regime: StraddleRegime;
  readonly date: string;
  readonly timeZone: string;
  readonly keptElsewhere: boolean;
  readonly contract: string;
  readonly side: 'buy' | 'sell';
  readonly quantity: string;
  readonly fills: readonly { readonly event: string; readonly date: string }[];
  readonly lots: readonly { readonly lot: string; readonly quantity: string }[];
  /** How lots were chosen. */
  readonly order: string;
}

/** Every straddle identification of the chain, oldest first. */
export function straddleIdentificationsOf(
  records: readonly IdentificationRecord[],
): readonly StraddleIdentification[] {
  return records.filter(({ kind }) => kind === 'straddle-identification').map(identificationOf);
}

function identificationOf({
  sequence,
  recordedAt,
  hash,
  body,
}: IdentificationRecord): StraddleIdentification {
  const stored = JSON.parse(body) as StraddleIdentificationBody;
  return {
    sequence,
    recordedAt,
    hash,
    plan: stored.plan as PlanId,
    leg: stored.leg as HedgeLegId,
    // A regime of a later program is none that this one knows.
    regime: STRADDLE_REGIMES.find((one) => one === stored.regime) ?? 'none',
    date: localDate(stored.date),
    fills: stored.fills.map(({ event, date }) => ({ event: event as EventId, date: localDate(date) })),
    lots: stored.lots.map(({ lot, quantity }) => ({ lot: lot as LotId, quantity })),
    keptElsewhere: stored.keptElsewhere,
  };
}

/** Whether a record counts for a straddle that was acquired on a day. */
export function countsFor(
  { date, fills, keptElsewhere }: Pick<StraddleIdentification, 'date' | 'fills' | 'keptElsewhere'>,
  acquired: LocalDate,
): boolean {
  if (fills.length === 0) return date <= acquired;
  if (!fills.some((fill) => fill.date === acquired)) return false;
  return keptElsewhere || date <= acquired;
}

/** True where the record is in time for every fill that it names. */
export function isInTime({ date, fills }: Pick<StraddleIdentification, 'date' | 'fills'>): boolean {
  return fills.every((fill) => fill.date >= date);
}

/**
 * Which regime a leg's straddle of a day is under: the last record that counts for that day decides.
 * In: the whole chain; read once, for many legs and days. Out: `none` where nothing counts.
 */
export function straddleRegimes(
  records: readonly IdentificationRecord[],
): (leg: HedgeLegId, acquired: LocalDate) => StraddleRegime {
  const byLeg = Map.groupBy(straddleIdentificationsOf(records), ({ leg }) => leg);
  return (leg, acquired) => byLeg.get(leg)?.findLast((one) => countsFor(one, acquired))?.regime ?? 'none';
}

/** The same for one leg and day. */
export function regimeOf(
  leg: HedgeLegId,
  records: readonly IdentificationRecord[],
  acquired: LocalDate,
): StraddleRegime {
  return straddleRegimes(records)(leg, acquired);
}
