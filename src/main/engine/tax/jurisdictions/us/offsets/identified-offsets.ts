/** What records say about which lots each short hedges → offsets with dates. */
import type { AssetId } from '../../../../../../shared/domain/asset.ts';
import type { EventId } from '../../../../../../shared/domain/event.ts';
import type { LotId } from '../../../../../../shared/domain/lot.ts';
import type { StraddleRegime } from '../../../../../../shared/domain/tax-elections.ts';
import { add, isPositive, smaller, subtract } from '../../../../../../shared/num/arithmetic.ts';
import type { Quantity } from '../../../../../../shared/num/types.ts';
import { zeroQuantity } from '../../../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import type { OpenedStretch } from '../futures/tax-stretches.ts';
import type { Offset } from '../straddles/straddle-case.ts';
import type { LegOnRecord } from './leg-on-record.ts';

/** What a leg hedges from one record to the next. */
interface LegTerm {
  readonly record: LegOnRecord;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  /** Recorded on the day on which it begins, or before. */
  readonly inTime: boolean;
  readonly stretches: readonly OpenedStretch[];
}

export interface IdentifyingContext {
  readonly stretches: readonly OpenedStretch[];
  dayOfFill(event: EventId): LocalDate | undefined;
  regimeOf(leg: string, acquired: LocalDate, short: Offset['short']): StraddleRegime;
  /** Whether lots of an asset count as hedged by futures of another, by election. */
  crossCounts(lots: AssetId, futures: AssetId): boolean;
  /** When a lot was acquired and when its last unit left; undefined for lots that are not in the ledger. */
  lifeOf(
    lot: LotId,
  ): { readonly asset: AssetId; readonly acquired: LocalDate; readonly gone: LocalDate | null } | undefined;
}

export interface NamedCoins {
  readonly short: Offset['short'];
  readonly quantity: Quantity;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly inTime: boolean;
}

export interface Identified {
  readonly offsets: readonly Offset[];
  /** Coins that records name for a short, from day to day; lots that were sold since included. */
  readonly named: readonly NamedCoins[];
  /** Lots that records name and the ledger does not know. */
  readonly unknown: readonly UnknownLot[];
}

interface UnknownLot {
  readonly leg: string;
  readonly lot: LotId;
}

interface Finding {
  readonly offsets: Offset[];
  readonly named: NamedCoins[];
  readonly unknown: UnknownLot[];
}

/**
 * Which lots each short offsets, by the records of its legs. A record holds from the day of the fills that it is the
 * first to name, or else from its own day, until the leg's next record.
 * Law: 26 U.S.C. 1092(a)(2)(B): identified by the close of the day on which the straddle is acquired; later ones are `late`.
 */
export function identifiedOffsets(legs: readonly LegOnRecord[], context: IdentifyingContext): Identified {
  const found = { offsets: [] as Offset[], named: [] as NamedCoins[], unknown: [] as UnknownLot[] };
  const claimed = new Set<OpenedStretch>();
  for (const records of Map.groupBy(legs, ({ leg }) => leg).values()) {
    for (const term of termsOf(records, claimed, context)) addOffsets(term, context, found);
  }
  return found;
}

function termsOf(
  records: readonly LegOnRecord[],
  claimed: Set<OpenedStretch>,
  context: IdentifyingContext,
): readonly LegTerm[] {
  const shorts = context.stretches.filter(({ stretch }) => stretch.direction === 'short');
  if (records.every(({ fills }) => fills.length === 0)) return plannedTerm(records, shorts, claimed);
  const seen = new Set<EventId>();
  const terms: LegTerm[] = [];
  for (const record of records) {
    if (record.fills.length === 0) continue;
    const added = record.fills.filter((fill) => !seen.has(fill));
    for (const fill of added) seen.add(fill);
    const fills = new Set(record.fills);
    const stretches = shorts.filter(({ stretch }) => stretch.steps.some(({ event }) => fills.has(event)));
    for (const one of stretches) claimed.add(one);
    const days = added.flatMap((fill) => context.dayOfFill(fill) ?? []);
    const own = record.recordedOn < record.asOf ? record.recordedOn : record.asOf;
    const begins = days.reduce((first, day) => (day < first ? day : first), days[0] ?? own);
    const before = terms.at(-1);
    const from = before !== undefined && begins < before.from ? before.from : begins;
    if (before !== undefined) terms[terms.length - 1] = { ...before, until: from };
    terms.push({ record, from, until: null, inTime: record.recordedOn <= begins, stretches });
  }
  return terms.filter(({ from, until }) => until === null || from < until || terms.length === 1);
}

/** A plan whose fills nobody linked: the first short in its contract that was opened on its day or later carries it out. */
function plannedTerm(
  records: readonly LegOnRecord[],
  shorts: readonly OpenedStretch[],
  claimed: Set<OpenedStretch>,
): readonly LegTerm[] {
  const record = records.at(-1);
  if (record === undefined) return [];
  const opened = shorts.find(
    (one) =>
      one.stretch.spec.id === record.contract && one.openedOn >= record.recordedOn && !claimed.has(one),
  );
  if (opened === undefined) return [];
  claimed.add(opened);
  return [{ record, from: opened.openedOn, until: null, inTime: true, stretches: [opened] }];
}

function addOffsets(term: LegTerm, context: IdentifyingContext, found: Finding): void {
  const { record, from, until, inTime, stretches } = term;
  const left = new Map<LotId, Quantity>();
  for (const { lot, quantity } of record.lots) {
    if (context.lifeOf(lot) === undefined) found.unknown.push({ leg: record.leg, lot });
    else left.set(lot, add(left.get(lot) ?? zeroQuantity, quantity));
  }
  const used: NamedCoins[] = [];
  const usedLots: LotId[] = [];
  for (const one of stretches) {
    const begins = one.openedOn > from ? one.openedOn : from;
    const ends = earlier(until, one.closedOn);
    const isOver = (ends !== null && ends < begins) || (until !== null && begins >= until && until > from);
    if (isOver) continue;
    let room = one.coins;
    for (const [lot, of] of left) {
      const isCross = context.lifeOf(lot)?.asset !== one.asset;
      if (isCross && !context.crossCounts(context.lifeOf(lot)?.asset ?? one.asset, one.asset)) continue;
      const busy = used
        .filter(({ until: other }, place) => usedLots[place] === lot && (other === null || other > begins))
        .reduce<Quantity>((total, { quantity }) => add(total, quantity), zeroQuantity);
      const free = subtract(of, busy);
      // A hedge with another coin is of as many coins as its own are worth.
      const quantity = isCross ? free : smaller(free, room);
      if (!isPositive(quantity)) continue;
      if (!isCross) room = subtract(room, quantity);
      const coins = { short: one.id, quantity, from: begins, until: ends, inTime };
      used.push(coins);
      usedLots.push(lot);
      found.named.push(coins);
      const offset = offsetOf(coins, lot, record, context);
      if (offset !== null) found.offsets.push(offset);
    }
  }
}

/** As long as the lot is there. */
function offsetOf(
  { short, quantity, from: begins, until: ends, inTime }: NamedCoins,
  lot: LotId,
  { leg }: LegOnRecord,
  context: IdentifyingContext,
): Offset | null {
  const life = context.lifeOf(lot);
  if (life === undefined) return null;
  const from = life.acquired > begins ? life.acquired : begins;
  const until = earlier(ends, life.gone);
  if (until !== null && until < from) return null;
  // Own books that show a mark of the day are in time, however late the lots are recorded here.
  const regime = context.regimeOf(leg, from, short);
  const by = inTime || regime !== 'none' ? 'record' : 'late';
  return { short, long: lot, quantity, from, until, regime, by };
}

function earlier(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
