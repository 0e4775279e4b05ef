/**
 * Rows that know only one side of a trade, beside better files that know both: a P2P sale whose money goes by bank, halves
 * whose other halves nobody could tell.
 *
 * halves of a format, by account, coin and direction → the same sides of better trades that no whole row of the format
 * repeats → first as they are, then with the fee inside → left out
 */
import type { EventId, LedgerEvent, Leg } from '../../../../shared/domain/event.ts';
import { subjectOf } from '../../../../shared/domain/subject.ts';
import { add, isNegative } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { epochMs } from '../../../../shared/time/instant.ts';
import { comparisonIn, reachOver } from './comparison.ts';
import type { Outcome, RankedInput } from './count-by-rank.ts';
import type { Entry } from './entries-of.ts';
import { feeDifferences } from './fee-differences.ts';
import { matchEntries } from './match-entries.ts';
import type { SameThing } from './match-entries.ts';

/** Files state one moment by different clocks, some in whole minutes; some state several fills in one sum. */
const near = { alone: 60_000, gap: 2000 };

export function withHalvesOfTrades({ events, rankOf, dayOf }: RankedInput, outcome: Outcome): void {
  const rankIn = ({ source }: LedgerEvent): number | null => rankOf(source.format, 'trades');
  const isOpen = (event: LedgerEvent): boolean => !outcome.leftOut.has(event.id) && rankIn(event) !== null;
  const halves = events.filter((event) => isHalf(event) && isOpen(event));
  if (halves.length === 0) return;
  const trades = events.filter((event) => subjectOf(event.kind) === 'trades' && isOpen(event));
  const used = usedBy(events, outcome);
  const dayOfEntry = ({ event }: Entry): number => dayOf(event);
  for (const [format, ofFormat] of Map.groupBy(halves, ({ source }) => source.format)) {
    const rank = rankOf(format, 'trades');
    const better = trades.filter(
      (trade) => rank !== null && (rankIn(trade) ?? rank) < rank && !used.has(`${format} ${trade.id}`),
    );
    const sides = Map.groupBy(better.flatMap(sidesOf), placeOf);
    for (const [place, stated] of Map.groupBy(ofFormat.flatMap(sidesOf), placeOf)) {
      const counted = sides.get(place) ?? [];
      if (counted.length === 0) continue;
      const plain = matchEntries(counted, stated, near, dayOfEntry);
      // Some statements have the fee of a side inside its amount.
      const inside = matchEntries(plain.countedLeft.map(withFee), plain.statedLeft, near, dayOfEntry);
      for (const one of [...plain.same, ...inside.same]) note(one, dayOfEntry, outcome);
    }
  }
}

/** A row that moved one coin, with what it cost. */
export function isHalf({ kind, legs, fill }: LedgerEvent): boolean {
  return (
    kind === 'balance-change' &&
    fill === undefined &&
    legs.filter(({ role }) => role === 'principal').length === 1 &&
    legs.every(({ role }) => role === 'principal' || role === 'fee')
  );
}

export function legKey({ account, asset, quantity }: Leg): string {
  return `${account} ${asset} ${toText(quantity)}`;
}

/** What a trade, or a half of one, moved of each coin. */
function sidesOf(event: LedgerEvent): readonly Entry[] {
  return event.legs.flatMap(({ role, asset, quantity }) =>
    role === 'principal' ? [sideOf(event, asset, quantity)] : [],
  );
}

function sideOf(event: LedgerEvent, asset: string, quantity: Quantity): Entry {
  const figures = [{ asset, role: 'principal' as const, quantity }];
  return { event, ms: epochMs(event.time), contract: null, figures };
}

function placeOf({ event, figures: [figure] }: Entry): string {
  const leg = event.legs.find(({ asset, role }) => asset === figure?.asset && role === 'principal');
  const sign = leg !== undefined && isNegative(leg.quantity) ? '-' : '+';
  return `${leg?.account ?? ''} ${sign}${figure?.asset ?? ''}`;
}

function withFee(entry: Entry): Entry {
  const { event, figures } = entry;
  const [figure] = figures;
  if (figure === undefined) return entry;
  const principal = event.legs.find(({ asset, role }) => asset === figure.asset && role === 'principal');
  const whole = event.legs
    .filter(
      ({ role, asset, account }) =>
        role === 'fee' && asset === figure.asset && account === principal?.account,
    )
    .reduce((total, { quantity }) => add(total, quantity), figure.quantity);
  return sideOf(event, figure.asset, whole);
}

/** Trades that a whole row of a format repeats already: no half of that format is theirs. */
function usedBy(events: readonly LedgerEvent[], { leftOut }: Outcome): ReadonlySet<string> {
  const used = new Set<string>();
  if (leftOut.size === 0) return used;
  for (const { id, source } of events) {
    const by: EventId | null | undefined = leftOut.get(id);
    if (by !== undefined && by !== null) used.add(`${source.format} ${by}`);
  }
  return used;
}

function note(one: SameThing, dayOf: (entry: Entry) => number, { leftOut, comparisons }: Outcome): void {
  const [trade, half] = [one.counted[0], one.stated[0]];
  const account = half?.event.legs[0]?.account;
  if (trade === undefined || half === undefined || account === undefined) return;
  const [counts, compared] = [trade.event.source.format, half.event.source.format];
  const found = comparisonIn(comparisons, { account, subject: 'trades', counts, compared });
  for (const { event, ms } of one.stated) {
    leftOut.set(event.id, trade.event.id);
    found.leftOut += 1;
    reachOver(found, ms);
  }
  found.agreed += 1;
  found.differences.push(...feeDifferences(one, dayOf));
}
