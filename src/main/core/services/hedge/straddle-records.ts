/** Records of what kind of straddle a hedge is, written the moment the hedge is put on record. */
import type { HedgeLeg, IdentificationRecord, PlanId } from '../../../../shared/domain/hedge.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { countsFor, straddleIdentificationsOf } from '../../../../shared/domain/straddle-identification.ts';
import type {
  StraddleIdentification,
  StraddleIdentificationBody,
} from '../../../../shared/domain/straddle-identification.ts';
import { taxElectionsOf } from '../../../../shared/domain/tax-elections.ts';
import type { StraddleRegime } from '../../../../shared/domain/tax-elections.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Instant } from '../../../../shared/time/instant.ts';
import { compareDates, dateText } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import { localDateOf, timeZoneText } from '../../../../shared/time/time-zone.ts';
import type { LegFill } from '../../../engine/futures/watch/leg-fill.ts';
import { issueOf } from '../../../engine/issue-of.ts';
import { regimeFits } from '../../../engine/tax/jurisdictions/us/offsets/regime-fits.ts';
import { listText } from '../../../engine/words.ts';
import type { NewRecord } from '../../../ledger/ledger.ts';
import { canonicalJson } from '../../../ledger/repositories/canonical-json.ts';
import type { Derived } from '../../derived.ts';
import { keptFor } from '../../kept-for.ts';
import { LOT_ORDER } from './identify-leg.ts';

/** A leg as it is being put on record: with the lots that it hedges and the fills that it is by now. */
export interface RecordedLeg {
  readonly plan: PlanId;
  readonly leg: HedgeLeg;
  readonly fills: readonly LegFill[];
}

export interface StraddleMark {
  readonly regime: StraddleRegime;
  readonly keptElsewhere: boolean;
}

interface Written {
  readonly records: readonly NewRecord[];
  readonly issues: readonly Issue[];
}

/** The identifications of the chain, by leg. */
export const identificationsByLeg = keptFor(
  (records: readonly IdentificationRecord[]): ReadonlyMap<string, readonly StraddleIdentification[]> =>
    Map.groupBy(straddleIdentificationsOf(records), ({ leg }) => leg),
);

/** What a leg's straddle is to be marked as: what it was marked as before, else what is chosen for new hedges. */
export function regimeMeant({ id }: Pick<HedgeLeg, 'id'>, { facts }: Derived): StraddleRegime {
  const before = identificationsByLeg(facts.records).get(id)?.at(-1)?.regime;
  return before ?? taxElectionsOf(facts.elections).straddleRegime;
}

/**
 * What is written about straddles together with legs that are put on record: one record for each short that hedges lots,
 * where a regime is meant that fits it.
 * Issues: `hedge/regime-not-written`, `hedge/straddle-late-part`.
 */
export function straddleRecords(
  legs: readonly RecordedLeg[],
  derived: Derived,
  recordedAt: Instant,
): Written {
  const written = legs.map((one) => writtenFor(one, derived, recordedAt));
  return {
    records: written.flatMap(({ records }) => records),
    issues: written.flatMap(({ issues }) => issues),
  };
}

const nothing: Written = { records: [], issues: [] };

function writtenFor(recorded: RecordedLeg, derived: Derived, recordedAt: Instant): Written {
  const { leg } = recorded;
  const regime = regimeMeant(leg, derived);
  // A mixed straddle account is of classes, not of hedges: nothing is written for one.
  if (regime === 'none' || regime === 'account' || !isStraddle(leg, derived)) return nothing;
  if (!regimeFitsLeg(regime, leg, derived)) {
    const values = { regime, leg: leg.id, contract: leg.contract };
    return { records: [], issues: [issueOf('hedge/regime-not-written', 'warning', values)] };
  }
  const mark = { regime, keptElsewhere: false };
  const today = localDateOf(recordedAt, derived.facts.timeZone);
  return {
    records: [straddleRecord(recorded, mark, derived, recordedAt)],
    issues: lateIssues(newlyLate(recorded, regime, today, derived), mark, today),
  };
}

/** Earlier days of fills that no record in time covers. */
function newlyLate(
  { leg, fills }: RecordedLeg,
  regime: StraddleRegime,
  today: LocalDate,
  { facts }: Derived,
): readonly LocalDate[] {
  const before = identificationsByLeg(facts.records).get(leg.id) ?? [];
  return daysOf(fills, today, facts.timeZone).filter(
    (day) => !before.some((one) => one.regime === regime && countsFor(one, day)),
  );
}

/** Days before today on which fills were, oldest first, each once. */
export function daysOf(
  fills: readonly Pick<LegFill, 'time'>[],
  today: LocalDate,
  timeZone: Derived['facts']['timeZone'],
): readonly LocalDate[] {
  const days = new Set(fills.map(({ time }) => localDateOf(time, timeZone)));
  return [...days].filter((day) => day < today).toSorted(compareDates);
}

/** What to know about fills of earlier days. Issues: `hedge/straddle-late-part`, `hedge/straddle-kept-elsewhere`. */
export function lateIssues(
  days: readonly LocalDate[],
  { regime, keptElsewhere }: StraddleMark,
  today: LocalDate,
): readonly Issue[] {
  if (days.length === 0) return [];
  const values = { date: listText(days.map(dateText)), regime, today: dateText(today) };
  return [
    keptElsewhere
      ? issueOf('hedge/straddle-kept-elsewhere', 'note', values)
      : issueOf('hedge/straddle-late-part', 'warning', values),
  ];
}

/** A short that hedges lots; of another coin only where the taxpayer takes that for a straddle. */
export function isStraddle(leg: HedgeLeg, { facts }: Derived): boolean {
  if (leg.side !== 'sell' || leg.lots.length === 0) return false;
  const underlying = facts.termsOf(leg.contract)?.underlying ?? leg.asset;
  return underlying === leg.asset || taxElectionsOf(facts.elections).crossAsset !== 'never';
}

/** Whether a regime can be that of a leg against coins. */
export function regimeFitsLeg(regime: StraddleRegime, leg: HedgeLeg, { facts }: Derived): boolean {
  return regimeFits(regime, facts.termsOf(leg.contract)?.section1256.status === true);
}

/** The record that marks a leg's straddle, with its fills and lots. */
export function straddleRecord(
  { plan, leg, fills }: RecordedLeg,
  { regime, keptElsewhere }: StraddleMark,
  { facts }: Derived,
  recordedAt: Instant,
): NewRecord {
  const { timeZone } = facts;
  const body: StraddleIdentificationBody = {
    plan,
    leg: leg.id,
    regime,
    date: dateText(localDateOf(recordedAt, timeZone)),
    timeZone: timeZoneText(timeZone),
    keptElsewhere,
    contract: leg.contract,
    side: leg.side,
    quantity: toText(leg.quantity),
    fills: fills.map(({ id, time }) => ({ event: id, date: dateText(localDateOf(time, timeZone)) })),
    lots: leg.lots.map(({ lot, quantity }) => ({ lot, quantity: toText(quantity) })),
    order: LOT_ORDER,
  };
  return { kind: 'straddle-identification', body: canonicalJson(body), recordedAt };
}
