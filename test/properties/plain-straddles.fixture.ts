/**
 * Straddles a second time, unit by unit: every tenth of a coin has its own cost, its own clock, its own hedge and its own
 * unrecognised gain. Shares nothing with the engine.
 * Law: 26 U.S.C. 1092(a)(1), (a)(3)(A), 1256(a); Reg. 1.1092(b)-1T(a)(2), -2T(a), -2T(b), -5T(n).
 */
import { type Fraction, frac, min, minus, plus, total, zero } from './fraction.fixture.ts';

export interface StoryLot {
  /** Tenths of a coin. */
  readonly units: number;
  /** Whole dollars for one unit. */
  readonly cost: number;
  readonly day: string;
  readonly sales: readonly { readonly day: string; readonly units: number }[];
}

export interface StoryShort {
  readonly section1256: boolean;
  readonly open: string;
  /** The last one ends it; null: still open. */
  readonly closes: readonly { readonly day: string; readonly units: number }[];
  readonly units: number;
  /** Lots by place, identified on the day it was opened. */
  readonly hedges: readonly { readonly lot: number; readonly units: number }[];
}

export interface Story {
  readonly lots: readonly StoryLot[];
  readonly shorts: readonly StoryShort[];
  /** Whole dollars of one unit on a day. */
  price(day: string): number;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Whether (b)(1) also reaches losses of section 1256 contracts. */
  readonly killer: boolean;
}

type Counted = 'short' | 'long' | 'section1256';
/** `mixed`: 60/40, but no result of a section 1256 contract. */
type Character = Counted | 'mixed';
export type Sums = Record<Counted, Fraction>;

export interface PlainStraddleYear {
  readonly year: number;
  /** Gains and losses of coins and futures that count. */
  readonly counted: Sums;
  /** Waiting at the end of the year. */
  readonly waiting: Fraction;
}

const DAY = 86_400_000;
export const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const yearOf = (day: string): number => Number(day.slice(0, 4));
const nothing = (): Sums => ({ short: zero, long: zero, section1256: zero });

/** 1222; Rev. Rul. 66-7, 66-97: the day after a year; bought on a month's last day, the first of the month after. */
export function firstLongDay(day: string): string {
  const next = later(day, 1);
  const months = new Date(`${next.slice(0, 7)}-01T00:00:00Z`);
  if (next.endsWith('-01')) {
    months.setUTCFullYear(months.getUTCFullYear() + 1);
    return months.toISOString().slice(0, 10);
  }
  return later(`${Number(day.slice(0, 4)) + 1}${day.slice(4)}`, 1);
}

/** Monday to Friday: no holiday is the last weekday of a year. */
export function lastBusinessDay(year: number): string {
  let day = `${year}-12-31`;
  while (['0', '6'].includes(String(new Date(day).getUTCDay()))) day = later(day, -1);
  return day;
}

interface Unit {
  readonly lot: number;
  readonly cost: number;
  readonly acquired: string;
  readonly sold: string | null;
  /** Shorts that ever hedged it, with the days. */
  readonly hedged: { readonly short: number; readonly from: string; readonly until: string | null }[];
}

interface Loss {
  readonly owner: { readonly short: number } | { readonly unit: Unit };
  readonly sustained: number;
  readonly days: readonly string[];
  readonly character: Character;
  amount: Fraction;
}

export const endOf = ({ closes, units }: StoryShort): string | null => {
  const closed = closes.reduce((sum, close) => sum + close.units, 0);
  return closed === units ? (closes.at(-1)?.day ?? null) : null;
};

/** Each lot's units in a row: those that leave first come first, and shorts take the first that are free. */
function unitsOf({ lots, shorts }: Story): readonly Unit[] {
  return lots.flatMap((lot, place) => {
    const leaving = lot.sales.flatMap(({ day, units }) => Array.from({ length: units }, () => day));
    const units: Unit[] = Array.from({ length: lot.units }, (_, index) => ({
      lot: place,
      cost: lot.cost,
      acquired: lot.day,
      sold: leaving[index] ?? null,
      hedged: [],
    }));
    for (const [number, short] of shorts.entries()) {
      const wanted = short.hedges.find((hedge) => hedge.lot === place)?.units ?? 0;
      // What lasts one day only is there before anything leaves on it.
      const isOfOneDay = endOf(short) === short.open;
      const held = units.filter(
        ({ sold }) => sold === null || sold > short.open || (isOfOneDay && sold === short.open),
      );
      for (const unit of held.slice(0, wanted))
        unit.hedged.push({ short: number, from: short.open, until: endOf(short) });
    }
    return units;
  });
}

/** The day from which its clock counts, as of a day; null while it has none. -2T(a). */
function clockStart({ acquired, hedged }: Unit, asOf: string): string | null {
  let start = acquired;
  let runs: { from: string; until: string | null }[] = [];
  for (const { from, until } of hedged) {
    const last = runs.at(-1);
    if (last !== undefined && (last.until === null || from <= last.until))
      runs = [
        ...runs.slice(0, -1),
        { from: last.from, until: last.until === null || until === null ? null : max(last.until, until) },
      ];
    else runs.push({ from, until });
  }
  for (const { from, until } of runs) {
    if (from > asOf || from >= firstLongDay(start)) continue;
    if (until === null || until > asOf) return null;
    start = until;
  }
  return start;
}

const max = (a: string, b: string): string => (a > b ? a : b);

const isLong = (unit: Unit, day: string): boolean => {
  const start = clockStart(unit, day);
  return start !== null && day >= firstLongDay(start);
};

/** What comes after the last business day belongs to the next year of a section 1256 contract. */
export const resultYear = ({ section1256 }: StoryShort, day: string): number =>
  section1256 && day > lastBusinessDay(yearOf(day)) ? yearOf(day) + 1 : yearOf(day);

export const openUnits = ({ open, units, closes }: StoryShort, day: string): number =>
  day < open ? 0 : units - closes.reduce((sum, one) => sum + (one.day <= day ? one.units : 0), 0);

/** What a short brings in a year: closes, and for section 1256 the mark of the year less the one before. */
function shortResult(short: StoryShort, year: number, story: Story): Fraction {
  const entry = story.price(short.open);
  const gain = (units: number, price: number): Fraction => frac(BigInt(units * (entry - price)));
  const closed = total(
    short.closes
      .filter(({ day }) => resultYear(short, day) === year)
      .map(({ day, units }) => gain(units, story.price(day))),
  );
  if (!short.section1256) return closed;
  const mark = (of: number): Fraction =>
    gain(openUnits(short, lastBusinessDay(of)), story.price(lastBusinessDay(of)));
  return minus(plus(closed, mark(year)), mark(year - 1));
}

/** (b)(1), else by the contract. */
function shortLossCharacter(number: number, units: readonly Unit[], story: Story): Character {
  const short = story.shorts[number] as StoryShort;
  const hedgesLong = units.some(
    (unit) => unit.hedged.some((one) => one.short === number) && isLongBefore(unit, short.open),
  );
  if (hedgesLong && (story.killer || !short.section1256)) return 'long';
  return short.section1256 ? 'section1256' : 'short';
}

/** Long-term on the day on which the hedge began: what the hedge itself did to the clock left out. */
function isLongBefore(unit: Unit, day: string): boolean {
  return isLong({ ...unit, hedged: unit.hedged.filter(({ from }) => from < day) }, day);
}

/** Units that were not sold and whose clock a hedge ended, by lot and first long-term day as of a day. */
export function plainClocks(story: Story, asOf: string): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const unit of unitsOf(story)) {
    const start = clockStart(unit, asOf);
    if (unit.sold !== null || start === unit.acquired) continue;
    const key = `lot-${unit.lot + 1} ${start === null ? 'stands' : firstLongDay(start)}`;
    found[key] = (found[key] ?? 0) + 1;
  }
  return found;
}

/** The years one after the other. */
export function plainStraddleYears(story: Story): readonly PlainStraddleYear[] {
  const units = unitsOf(story);
  const years: PlainStraddleYear[] = [];
  let waiting: Loss[] = [];
  for (let year = story.firstYear; year <= story.lastYear; year++) {
    const counted = nothing();
    const book = (character: Character, amount: Fraction): void => {
      if (character === 'mixed') {
        book('long', frac(amount.n * 3n, amount.d * 5n));
        book('short', frac(amount.n * 2n, amount.d * 5n));
      } else counted[character] = plus(counted[character], amount);
    };
    const fresh: Loss[] = [];
    for (const [number, short] of story.shorts.entries()) {
      const result = shortResult(short, year, story);
      if (result.n >= 0n) {
        book(short.section1256 ? 'section1256' : 'short', result);
        continue;
      }
      const character = shortLossCharacter(number, units, story);
      const days = short.closes.map(({ day }) => day);
      fresh.push({ owner: { short: number }, sustained: year, days, character, amount: minus(zero, result) });
    }
    for (const unit of units) {
      if (unit.sold === null || yearOf(unit.sold) !== year) continue;
      const gain = frac(BigInt(story.price(unit.sold) - unit.cost));
      const own: Character = isLong(unit, unit.sold) ? 'long' : 'short';
      if (gain.n >= 0n) book(own, gain);
      else {
        const character = unitLossCharacter(unit, own, units, story);
        fresh.push({
          owner: { unit },
          sustained: year,
          days: [unit.sold],
          character,
          amount: minus(zero, gain),
        });
      }
    }
    waiting = testedLosses([...waiting, ...fresh], year, units, story, book);
    years.push({ year, counted, waiting: total(waiting.map(({ amount }) => amount)) });
  }
  return years;
}

/** (b)(2): its clock was ended by a section 1256 short, and no other leg is long-term. */
function unitLossCharacter(unit: Unit, own: Character, units: readonly Unit[], story: Story): Character {
  const day = unit.sold as string;
  const mixed = unit.hedged.filter(
    ({ short, until }) => (story.shorts[short] as StoryShort).section1256 && (until === null || until >= day),
  );
  // A day later: what is sold on the day the hedge ends was hedged when it was sold.
  const stillHedged = unit.hedged.map((one) => ({
    ...one,
    until: one.until === day ? later(day, 1) : one.until,
  }));
  if (mixed.length === 0 || clockStart({ ...unit, hedged: stillHedged }, day) !== null) return own;
  const otherLong = units.some(
    (one) =>
      one.lot !== unit.lot &&
      (one.sold === null || one.sold >= day) &&
      one.hedged.some(({ short }) => mixed.some((each) => each.short === short)) &&
      isLong(one, day),
  );
  return otherLong ? own : 'mixed';
}

/** What of each loss is blocked waits on; the rest counts. Each dollar of unrecognised gain blocks one dollar. */
function testedLosses(
  losses: readonly Loss[],
  year: number,
  units: readonly Unit[],
  story: Story,
  book: (character: Character, amount: Fraction) => void,
): Loss[] {
  const price = story.price(lastBusinessDay(year));
  const closeOfYear = `${year}-12-31`;
  const heldThen = (unit: Unit): boolean =>
    unit.acquired <= closeOfYear && (unit.sold === null || unit.sold > closeOfYear);
  const free = new Map<unknown, Fraction>();
  for (const unit of units)
    if (heldThen(unit) && price > unit.cost) free.set(unit, frac(BigInt(price - unit.cost)));
  for (const [number, short] of story.shorts.entries()) {
    if (short.section1256 || short.open > closeOfYear) continue;
    const open = openUnits(short, closeOfYear);
    const gain = story.price(short.open) - price;
    // What is open stands against each lot by its share of the short.
    for (const hedge of short.hedges)
      if (gain > 0 && open > 0)
        free.set(gainOf(number, hedge.lot), frac(BigInt(open * gain * hedge.units), BigInt(short.units)));
  }
  const left: Loss[] = [];
  for (const loss of losses.toSorted((a, b) => a.sustained - b.sustained)) {
    let blocked = zero;
    for (const of of blockersOf(loss, closeOfYear, units, story)) {
      const here = free.get(of) ?? zero;
      const taken = min(here, minus(loss.amount, blocked));
      free.set(of, minus(here, taken));
      blocked = plus(blocked, taken);
    }
    book(loss.character, minus(zero, minus(loss.amount, blocked)));
    if (blocked.n > 0n) left.push({ ...loss, amount: blocked });
  }
  return left;
}

/** Lot by lot, each lot's units from the last to the first. */
const lastFirst = (units: readonly Unit[]): readonly Unit[] =>
  [...units.entries()].toSorted(([i, a], [j, b]) => a.lot - b.lot || j - i).map(([, unit]) => unit);

/** The part of a short's gain that stands against a lot. */
const gainOf = (short: number, lot: number): string => `${short}/${lot}`;

/** Units and shorts whose gain holds a loss back: offsetting ones, then successors and what offsets those. */
function blockersOf(
  { owner, days }: Loss,
  closeOfYear: string,
  units: readonly Unit[],
  story: Story,
): readonly (Unit | string)[] {
  const near = (day: string): boolean =>
    day <= closeOfYear &&
    days.some((sold) => sold <= closeOfYear && day >= later(sold, -30) && day <= later(sold, 30));
  if ('short' in owner) {
    // Units of a lot that the fewest shorts hedge come last in it: they are taken first, so that most is blocked.
    const retained = lastFirst(units).filter(({ hedged }) =>
      hedged.some(({ short }) => short === owner.short),
    );
    const successors = story.shorts.flatMap((short, number) =>
      number !== owner.short &&
      near(short.open) &&
      retained.some(({ hedged }) => hedged.some((one) => one.short === number))
        ? [number]
        : [],
    );
    const theirs = lastFirst(units).filter(({ hedged }) =>
      hedged.some(({ short }) => successors.includes(short)),
    );
    const gains = successors.flatMap((short) =>
      (story.shorts[short] as StoryShort).hedges.map(({ lot }) => gainOf(short, lot)),
    );
    return [...new Set<Unit | string>([...retained, ...gains, ...theirs])];
  }
  const shorts = owner.unit.hedged.map(({ short }) => short);
  const successors = units.filter(
    (unit) =>
      unit.lot !== owner.unit.lot &&
      near(unit.acquired) &&
      unit.hedged.some(({ short }) => shorts.includes(short)),
  );
  const gains = shorts.map((short) => gainOf(short, owner.unit.lot));
  return [...new Set<Unit | string>([...gains, ...successors])];
}
