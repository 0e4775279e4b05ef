import { add, subtract, sum } from '../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../shared/num/types.ts';
import type { Money } from '../../../shared/num/types.ts';
import { scheduleDSummary } from '../../engine/tax/jurisdictions/us/forms/schedule-d.ts';
import { section1256Split } from '../../engine/tax/jurisdictions/us/rules/section-1256-split.ts';
import type { YearFacts } from '../year-facts.ts';
import { addSums, boxedSales, emptySums } from './boxed-sales.ts';
import type { BoxRows, BoxSums } from './boxed-sales.ts';
import { BOXES, scheduleLine } from './boxes.ts';
import type { Box } from './boxes.ts';
import { form6781Parts } from './form-6781-parts.ts';
import type { Form6781Parts } from './form-6781-parts.ts';
import { itemPlaces } from './item-places.ts';
import type { ShortLong } from './item-places.ts';

/** The figures of Schedule D; what only the tax details say is null without them. */
export interface ScheduleD {
  readonly boxes: ReadonlyMap<Box, BoxRows>;
  readonly parts: Form6781Parts;
  /** Lines 4 and 11. */
  readonly from6781: ShortLong;
  /** Of it: section 1256 losses of later years that were carried back to this one, what they take off, signed. */
  readonly broughtBack: ShortLong;
  /** Gains outside the ledger. */
  readonly elsewhere: ShortLong | null;
  /** Lines 6 and 14, positive. */
  readonly carriedIn: ShortLong | null;
  readonly line7: Money | null;
  readonly line15: Money | null;
  readonly line16: Money | null;
  /** Line 17. */
  readonly bothGains: boolean | null;
  /** Positive; null where there is no loss or it is not known. */
  readonly line21: Money | null;
}

/** Law: Schedule D (Form 1040) and its instructions, lines 1 to 21. */
export function scheduleDFigures(facts: YearFacts): ScheduleD {
  const places = itemPlaces(facts);
  const boxes = boxedSales(facts, places);
  const parts = form6781Parts(facts, places);
  const from6781 = {
    short: sum([parts.line8, parts.line11.short, parts.line13.short], zeroMoney),
    long: sum([parts.line9, parts.line11.long, parts.line13.long], zeroMoney),
  };
  const { taxYear } = facts;
  const broughtBack = broughtBackOf(parts.line7, taxYear?.input.section1256BroughtBack ?? zeroMoney);
  const known = { boxes, parts, from6781, broughtBack };
  if (taxYear === null)
    return {
      ...known,
      elsewhere: null,
      carriedIn: null,
      bothGains: null,
      line7: null,
      line15: null,
      line16: null,
      line21: null,
    };
  const { profile, input } = taxYear;
  const elsewhere = { short: profile.otherShortTermGain, long: profile.otherLongTermGain };
  const carriedIn = { short: input.carryforward.shortTerm, long: input.carryforward.longTerm };
  const before = (term: 'short' | 'long'): Money =>
    sum([boxSums(boxes, term).gain, from6781[term], elsewhere[term]], zeroMoney);
  const summary = scheduleDSummary({
    short: before('short'),
    long: before('long'),
    carriedIn: input.carryforward,
    filingStatus: input.filingStatus,
  });
  return { ...known, elsewhere, carriedIn, ...summary };
}

function broughtBackOf(line7: Money, amount: Money): ShortLong {
  const before = section1256Split(add(line7, amount));
  const after = section1256Split(line7);
  return {
    short: subtract(after.shortTerm, before.shortTerm),
    long: subtract(after.longTerm, before.longTerm),
  };
}

const SHORT_LINES = ['1b', '2', '3'];

function boxSums(boxes: ScheduleD['boxes'], term: 'short' | 'long'): BoxSums {
  return lineSums(boxes, (line) => SHORT_LINES.includes(line) === (term === 'short'));
}

/** Sums of the boxes whose line is wanted. */
export function lineSums(boxes: ScheduleD['boxes'], isWanted: (line: string) => boolean): BoxSums {
  return BOXES.filter((box) => isWanted(scheduleLine[box])).reduce(
    (all, box) => addSums(all, boxes.get(box)?.sums ?? emptySums),
    emptySums,
  );
}
