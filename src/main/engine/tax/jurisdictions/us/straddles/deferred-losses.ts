import type { LotId } from '../../../../../../shared/domain/lot.ts';
import {
  add,
  isPositive,
  isZero,
  negate,
  smaller,
  subtract,
} from '../../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import { compareDates } from '../../../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../../../shared/time/local-date.ts';
import { compareText } from './compare-text.ts';
import { countedAs } from './counted-as.ts';
import type { EffectiveOffset, Offsetting } from './effective-offsets.ts';
import { GainSources } from './gain-sources.ts';
import type { GainSource } from './gain-sources.ts';
import type { LossCharacter, TaxPositionId } from './straddle-case.ts';
import { straddleRules } from './straddle-rules.ts';
import type { DeferredLoss, TaxItem } from './straddle-years.ts';
import type { YearGains } from './year-gains.ts';

/** A loss of a straddle that is tested at a year's end: sustained in it, or waiting from before. */
export interface TestedLoss {
  readonly position: TaxPositionId | LotId;
  /** The year in which it was sustained. */
  readonly sustained: number;
  readonly date: LocalDate;
  /** When the loss leg was disposed of; null while it is open. */
  readonly disposed: LocalDate | null;
  readonly offsets?: readonly EffectiveOffset[];
  readonly amount: Money;
  readonly character: LossCharacter;
  readonly disposal?: string;
}

/** What a year's test makes of one loss. */
export interface TestResult {
  readonly loss: TestedLoss;
  /** Column (g) of Form 6781: what holds it back, and what no loss has used up; no dollar stands in two rows. */
  readonly unrecognisedGain: Money;
  /** Gain that no loss has used up and that could hold it back, too. */
  readonly furtherGain: Money;
  readonly waits: Money;
  readonly blockedBy: DeferredLoss['blockedBy'];
}

const characterOrder: readonly LossCharacter[] = ['short', 'long', 'section1256', 'sixty-forty'];

/** Oldest sustained first, then by date and position: law does not say whose dollar of gain holds back whose loss. */
function inTestOrder(losses: readonly TestedLoss[]): readonly TestedLoss[] {
  return losses.toSorted(
    (a, b) =>
      a.sustained - b.sustained ||
      compareDates(a.date, b.date) ||
      compareText(a.position, b.position) ||
      characterOrder.indexOf(a.character) - characterOrder.indexOf(b.character),
  );
}

/**
 * How much of each loss waits at the end of a year.
 * Law: 26 U.S.C. 1092(a)(1)(A): a loss counts only as far as it exceeds the unrecognised gain of what offset it;
 * (B): what waits is sustained again in the next year, and tested again.
 */
export function testLosses(
  losses: readonly TestedLoss[],
  year: number,
  offsetting: Offsetting,
  gains: YearGains,
): readonly TestResult[] {
  const sources = new GainSources(year, offsetting, (of) => gains.has(of));
  const tested = inTestOrder(losses).map((loss) => {
    let missing = loss.amount;
    const blocking = new Map<TaxPositionId | LotId, Money>();
    for (const { of, by } of sources.of(loss).flat()) {
      const free = gains.freeFor(of, by);
      if (!isPositive(free)) continue;
      const taken = smaller(missing, free);
      if (!isPositive(taken)) continue;
      missing = subtract(missing, taken);
      // What was taken just now through another offset of the same position is no longer free.
      gains.use(of, by, taken);
      blocking.set(of, add(blocking.get(of) ?? zeroMoney, taken));
    }
    const blockedBy = [...blocking].map(([of, amount]) => ({ of, amount }));
    return { loss, waits: subtract(loss.amount, missing), blockedBy };
  });
  // What counts in part has used up all that could hold it back.
  const open = (one: (typeof tested)[number]): readonly GainSource[] =>
    one.waits === one.loss.amount ? sources.of(one.loss).flat() : [];
  const withFurther = tested.map((one) => ({ ...one, furtherGain: gains.freeThrough(open(one)) }));
  return withFurther.map((one): TestResult => {
    let claimed = zeroMoney;
    for (const { of, by } of isZero(one.furtherGain) ? [] : open(one)) {
      const free = gains.freeFor(of, by);
      if (!isPositive(free)) continue;
      gains.use(of, by, free);
      claimed = add(claimed, free);
    }
    return { ...one, unrecognisedGain: add(one.waits, claimed) };
  });
}

/** What a test adds to the year: a new loss that waits is added back, an old one that no longer waits counts. */
export function deferralItems({ loss, waits }: TestResult, year: number): readonly TaxItem[] {
  const isNew = loss.sustained === year;
  const whole = isNew ? waits : negate(subtract(loss.amount, waits));
  return countedAs(loss.character, whole).flatMap(([character, amount]): TaxItem[] => {
    if (isZero(amount)) return [];
    return [
      {
        year,
        character,
        amount,
        of: loss.position,
        ...(loss.disposal === undefined ? {} : { disposal: loss.disposal }),
        kind: isNew ? 'deferred' : 'released',
        rule: isNew ? straddleRules.deferral : straddleRules.release,
      },
    ];
  });
}
