/**
 * One lot through its straddles: which units are covered when, what that does to their clocks, and what leaves.
 *
 * additions → offsets of one day → departures → offsets that end (those of one day too) → offsets that begin → clocks that start again; day by day
 */
import { add, isZero, subtract, sum } from '../../../../../../shared/num/arithmetic.ts';
import { apportion, valueOf } from '../../../../../../shared/num/products.ts';
import { zeroMoney, zeroQuantity } from '../../../../../../shared/num/types.ts';
import type { Money, Quantity } from '../../../../../../shared/num/types.ts';
import { compareDates, dateText, yearOf } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import type { Issue } from '../../../../../../shared/domain/issue.ts';
import type { Rule } from '../../../../../../shared/domain/trace.ts';
import { longTermFrom } from '../long-term-from.ts';
import { deemedSale } from './constructive-sale.ts';
import { departedItems } from './departed-part.ts';
import type { LotLoss } from './departed-part.ts';
import type { EffectiveOffset } from './effective-offsets.ts';
import { splitOff, termOfPart } from './lot-part.ts';
import type { LotPart } from './lot-part.ts';
import type { LotDeparture, StraddleCase, StraddleLot, TaxPositionId } from './straddle-case.ts';
import type { BasisAdjustment, HoldingPeriod, TaxItem } from './straddle-years.ts';

/** An amount that joins the cost of units of a lot: of those that `offset` covers, or of the first `quantity` of it. */
export interface BasisAddition {
  readonly date: LocalDate;
  readonly amount: Money;
  readonly rule: Rule;
  readonly offset: EffectiveOffset | null;
  readonly quantity: Quantity;
  /** A holding period that is tacked on (wash sales): days earlier. */
  readonly from: LocalDate | null;
}

/** What of a lot an offset ever covered and what is still held, at the end of a year. */
export interface LotYearEnd {
  readonly held: Quantity;
  readonly heldCost: Money;
  readonly hedged: Quantity;
  /** Cost added to the hedged units. */
  readonly extra: Money;
}

export interface LotWalkInput {
  readonly lot: StraddleLot;
  readonly offsets: readonly EffectiveOffset[];
  readonly additions: readonly BasisAddition[];
  /** Of a departure's loss, what a wash sale disallows. */
  readonly disallowed: ReadonlyMap<string, Money>;
  readonly given: StraddleCase;
  readonly is1256: (position: TaxPositionId) => boolean;
}

export interface LotWalk {
  readonly items: readonly TaxItem[];
  readonly losses: readonly LotLoss[];
  readonly yearEnds: readonly LotYearEnd[];
  readonly holdingPeriods: readonly HoldingPeriod[];
  readonly basisAdjustments: readonly BasisAdjustment[];
  /** Additions that found no unit: they stay with the position that they came from. */
  readonly unplaced: readonly BasisAddition[];
  /** Futures that were entered against units that were long-term by then. */
  readonly longTermAgainst: readonly TaxPositionId[];
  readonly issues: readonly Issue[];
}

type Step =
  | { readonly date: LocalDate; readonly order: 0; readonly addition: BasisAddition }
  | { readonly date: LocalDate; readonly order: 1 | 3 | 4; readonly offset: EffectiveOffset }
  | { readonly date: LocalDate; readonly order: 2; readonly departure: LotDeparture };

/** A lot's life in straddles. Rounds shares half-even; the last part takes the rest. */
export function walkLot(input: LotWalkInput): LotWalk {
  const walk = new Walk(input);
  const steps = stepsOf(input);
  let year = input.given.firstYear;
  for (const [place, step] of steps.entries()) {
    // Nothing happens to it until then: these years end alike.
    const stands = Math.min(yearOf(step.date), input.given.lastYear + 1);
    if (stands > year) walk.endYears(stands - year);
    year = Math.max(year, stands);
    walk.take(step);
    if (steps[place + 1]?.date !== step.date) walk.endDay(step.date);
  }
  walk.endYears(input.given.lastYear + 1 - year);
  return walk.result();
}

function stepsOf({ lot, offsets, additions }: LotWalkInput): readonly Step[] {
  const steps: Step[] = additions.map((addition) => ({ date: addition.date, order: 0, addition }));
  for (const offset of offsets) {
    const { from, until } = offset;
    steps.push({ date: from, order: until === from ? 1 : 4, offset });
    if (until !== null) steps.push({ date: until, order: 3, offset });
  }
  for (const departure of lot.departures) steps.push({ date: departure.date, order: 2, departure });
  return steps.sort((a, b) => compareDates(a.date, b.date) || a.order - b.order);
}

class Walk implements LotWalk {
  readonly items: TaxItem[] = [];
  readonly losses: LotLoss[] = [];
  readonly yearEnds: LotYearEnd[] = [];
  readonly basisAdjustments: BasisAdjustment[] = [];
  readonly unplaced: BasisAddition[] = [];
  readonly longTermAgainst: TaxPositionId[] = [];
  readonly issues: Issue[] = [];
  readonly #periods = new Map<string, HoldingPeriod>();
  readonly #input: LotWalkInput;
  #parts: LotPart[];
  #held: Quantity;
  #heldCost: Money;

  constructor(input: LotWalkInput) {
    const { lot } = input;
    this.#input = input;
    this.#held = lot.quantity;
    this.#heldCost = lot.costBasis;
    const clock = { holdingFrom: lot.acquired, ended: null, endedBy: null, restartsOn: null };
    this.#parts = [
      {
        quantity: lot.quantity,
        extra: zeroMoney,
        ...clock,
        active: [],
        ever: [],
        lastEnded: null,
        during: null,
      },
    ];
  }

  get holdingPeriods(): readonly HoldingPeriod[] {
    return [...this.#periods.values()];
  }

  result(): LotWalk {
    for (const part of this.#parts) this.#note(part, true);
    return this;
  }

  take(step: Step): void {
    if (step.order === 0) this.#add(step.addition);
    else if (step.order === 2) this.#leave(step.departure);
    else if (step.order === 1 || step.order === 4) this.#begin(step.offset);
    else this.#end(step.offset);
  }

  /** A clock starts again on the day the last offsetting position ends, unless another began that day. */
  endDay(date: LocalDate): void {
    for (const part of this.#parts) {
      if (part.holdingFrom !== null || part.active.length > 0) continue;
      part.holdingFrom = date;
      part.restartsOn = date;
    }
  }

  /** Years that end with what stands now. */
  endYears(count: number): void {
    const hedged = this.#parts.filter(({ ever }) => ever.length > 0);
    const end: LotYearEnd = {
      held: this.#held,
      heldCost: this.#heldCost,
      hedged: sum(
        hedged.map(({ quantity }) => quantity),
        zeroQuantity,
      ),
      extra: sum(
        hedged.map(({ extra }) => extra),
        zeroMoney,
      ),
    };
    for (let year = 0; year < count; year++) this.yearEnds.push(end);
  }

  #costOf(quantity: Quantity): Money {
    return isZero(this.#held) ? zeroMoney : apportion(this.#heldCost, quantity, this.#held, 'half-even');
  }

  /** Units of the classes given, first class first, up to a quantity; a part that is larger is split. */
  #pick(quantity: Quantity, classes: readonly ((part: LotPart) => boolean)[]): LotPart[] {
    const byClass = classes.map((): LotPart[] => []);
    for (const part of this.#parts) byClass[classes.findIndex((isOfClass) => isOfClass(part))]?.push(part);
    const picked: LotPart[] = [];
    let missing = quantity;
    for (const part of byClass.flat()) {
      if (missing <= zeroQuantity) break;
      const taken = part.quantity <= missing ? part : this.#split(part, missing);
      picked.push(taken);
      missing = subtract(missing, taken.quantity);
    }
    return picked;
  }

  #split(part: LotPart, quantity: Quantity): LotPart {
    const front = splitOff(part, quantity);
    this.#parts.splice(this.#parts.indexOf(part), 0, front);
    return front;
  }

  #begin(offset: EffectiveOffset): void {
    const parts = this.#pick(offset.given.quantity, [
      (part) => isLeftTodayBy(part, offset),
      (part) => isLeftToday(part, offset),
      isIdleAgain,
      isIdle,
      isCovered,
    ]);
    let isLongTerm = false;
    for (const part of parts) {
      if (termOfPart(part, offset.short.opened) === 'long') isLongTerm = true;
      this.#sellConstructively(part, offset);
      this.#startStraddle(part, offset);
      offset.covered = add(offset.covered, part.quantity);
      if (part.holdingFrom !== null) offset.coveredLong = add(offset.coveredLong, part.quantity);
    }
    // Reg. 1.1092(b)-2T(b)(1) looks at the day the position was entered.
    if (isLongTerm && offset.from <= offset.short.opened) this.longTermAgainst.push(offset.short.id);
  }

  #startStraddle(part: LotPart, offset: EffectiveOffset): void {
    const { from } = offset;
    const term = termOfPart(part, from);
    if (offset.regime === 'straddle-by-straddle' && part.during === null) {
      const price = this.#input.given.priceOn(this.#input.lot.asset, from);
      if (price !== null)
        part.during = {
          startValue: valueOf(part.quantity, price, 'half-even'),
          endValue: null,
          preTerm: term,
        };
    }
    part.active = [...part.active, offset];
    part.ever = part.ever.at(-1) === offset ? part.ever : [...part.ever, offset];
    if (part.holdingFrom === null || from >= longTermFrom(part.holdingFrom)) return;
    Object.assign(part, { holdingFrom: null, ended: from, endedBy: offset.short.id, restartsOn: null });
  }

  #sellConstructively(part: LotPart, offset: EffectiveOffset): void {
    const { lot, offsets, given } = this.#input;
    const cost = add(this.#costOf(part.quantity), part.extra);
    const deemed = deemedSale({ lot, offset, offsets, part, cost, given });
    this.issues.push(...deemed.issues);
    if (deemed.item === null) return;
    const { amount, rule } = deemed.item;
    this.items.push(deemed.item);
    part.extra = add(part.extra, amount);
    part.holdingFrom = offset.from;
    this.#adjust(part.quantity, amount, offset.from, rule);
  }

  #end(offset: EffectiveOffset): void {
    const date = offset.until ?? offset.from;
    for (const part of this.#parts) {
      if (!part.active.includes(offset)) continue;
      part.active = part.active.filter((one) => one !== offset);
      part.lastEnded = date;
      if (part.during === null || offset.regime !== 'straddle-by-straddle') continue;
      const price = this.#input.given.priceOn(this.#input.lot.asset, date);
      if (price !== null)
        part.during = { ...part.during, endValue: valueOf(part.quantity, price, 'half-even') };
    }
  }

  #add(addition: BasisAddition): void {
    const { offset, amount, rule, date } = addition;
    const covered = (part: LotPart): boolean => offset === null || part.active.includes(offset);
    const were = (part: LotPart): boolean => offset !== null && part.ever.includes(offset);
    const parts = this.#pick(offset === null ? addition.quantity : this.#held, [covered]);
    const targets = parts.length > 0 ? parts : this.#parts.filter(were);
    if (targets.length === 0) {
      this.unplaced.push(addition);
      return;
    }
    const whole = sum(
      targets.map(({ quantity }) => quantity),
      zeroQuantity,
    );
    let rest = amount;
    for (const [place, part] of targets.entries()) {
      const isLast = place === targets.length - 1;
      const share = isLast ? rest : apportion(amount, part.quantity, whole, 'half-even');
      part.extra = add(part.extra, share);
      rest = subtract(rest, share);
      if (addition.from !== null && part.holdingFrom !== null && addition.from < part.holdingFrom)
        part.holdingFrom = addition.from;
    }
    this.#adjust(whole, amount, date, rule);
  }

  #adjust(quantity: Quantity, amount: Money, date: LocalDate, rule: Rule): void {
    this.basisAdjustments.push({ lot: this.#input.lot.id, quantity, amount, date, rule });
  }

  #leave(departure: LotDeparture): void {
    const parts = this.#pick(departure.quantity, [isCovered, isIdleAgain, isIdle]);
    const gone = new Set(parts);
    this.#parts = this.#parts.filter((part) => !gone.has(part));
    this.#held = subtract(this.#held, departure.quantity);
    this.#heldCost = subtract(this.#heldCost, departure.costBasis);
    for (const part of parts) {
      this.#note(part, false);
      const isLong = part.holdingFrom !== null;
      for (const offset of part.ever)
        offset.left.push({ date: departure.date, quantity: part.quantity, isLong });
    }
    if (!departure.taxed) return;
    const { lot, is1256, disallowed } = this.#input;
    const left = departedItems({ lot, departure, parts, is1256, disallowed: disallowed.get(departure.id) });
    this.items.push(...left.items);
    this.losses.push(...left.losses);
  }

  #note(part: LotPart, isHeld: boolean): void {
    const { ended, endedBy, restartsOn, holdingFrom, quantity } = part;
    if (ended === null || endedBy === null) return;
    const dates = [ended, restartsOn, holdingFrom].map((date) => (date === null ? '' : dateText(date)));
    const key = `${dates.join()},${endedBy}`;
    const before = this.#periods.get(key);
    const held = before?.held ?? zeroQuantity;
    this.#periods.set(key, {
      lot: this.#input.lot.id,
      quantity: add(before?.quantity ?? zeroQuantity, quantity),
      held: isHeld ? add(held, quantity) : held,
      ended,
      restartsOn,
      longTermFrom: holdingFrom === null ? null : longTermFrom(holdingFrom),
      by: endedBy,
    });
  }
}

const isCovered = ({ active }: LotPart): boolean => active.length > 0;
const isIdleAgain = ({ active, ever }: LotPart): boolean => active.length === 0 && ever.length > 0;

/** What reopens on the day that another ended goes on with its units: the same moment leaves no gap, and takes no new ones. */
const isLeftToday = ({ active, lastEnded }: LotPart, { from }: EffectiveOffset): boolean =>
  active.length === 0 ? lastEnded === from : active.every(({ until }) => until === from);
const isLeftTodayBy = (part: LotPart, offset: EffectiveOffset): boolean =>
  isLeftToday(part, offset) && part.ever.at(-1)?.short === offset.short;
const isIdle = ({ ever }: LotPart): boolean => ever.length === 0;
