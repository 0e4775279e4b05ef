import type { HistoryYear } from '../../../../../shared/domain/profile.ts';
import { ok } from '../../../../../shared/errors/failure.ts';
import type { Result } from '../../../../../shared/errors/failure.ts';
import { add, isPositive, isZero, subtract } from '../../../../../shared/num/arithmetic.ts';
import { zeroMoney } from '../../../../../shared/num/types.ts';
import type { Money } from '../../../../../shared/num/types.ts';
import { moneyText } from '../../../words.ts';
import type { Assessment, YearInput } from '../../assessment.ts';
import { assessUsYear } from './assess-us-year.ts';
import { netGains, section1256Net } from './rules/net-gains.ts';
import { section1256Carryback } from './rules/section-1256-carryback.ts';
import type { CarrybackUse, CarrybackYear, Section1256Carryback } from './rules/section-1256-carryback.ts';

/** An earlier year that took some of a loss. */
export interface AmendedYear {
  readonly use: CarrybackUse;
  /** The year with what is brought back to it; null for a year that only its return knows. */
  readonly input: YearInput | null;
  readonly assessment: Assessment | null;
  /** Tax that comes back, positive; null for a year whose tax is not computed here. */
  readonly refund: Money | null;
  /** A whole sentence. */
  readonly words: string;
}

/** A section 1256 loss carried back by election. */
export interface CarriedBack {
  readonly lossYear: number;
  readonly carryback: Section1256Carryback;
  /** The loss year with Form 6781 line 6 filled in: what is assessed, and carried on from. */
  readonly input: YearInput;
  /** Earlier years that took something, oldest first. */
  readonly amended: readonly AmendedYear[];
  /** The refunds that are known. */
  readonly refund: Money;
  /** Whole sentences about what happened and what remains. */
  readonly notes: readonly string[];
}

/**
 * A loss year with the carryback election of 1212(c).
 * In: the loss year before the election; earlier years as they are assessed, with what loss years before this one brought
 * back to them; of years before those, what their returns say (less what `alreadyUsed` of them).
 * Out: `carriedBack` zero where there is no section 1256 loss above the yearly limit, or no year with room.
 * Errors: `tax/year-not-covered`.
 */
export function carryBack(
  lossYear: YearInput,
  earlier: readonly YearInput[],
  history: readonly HistoryYear[] = [],
): Result<CarriedBack> {
  const without = assessUsYear(lossYear);
  if (!without.ok) return without;
  const assessedYears = new Set(earlier.map(({ year }) => year));
  const years = [...history.filter(({ year }) => !assessedYears.has(year)), ...earlier.map(carrybackYear)];
  const carryback = section1256Carryback(
    {
      year: lossYear.year,
      filingStatus: lossYear.filingStatus,
      section1256Gain: section1256Net(lossYear),
      carriedOn: without.value.carryforward,
    },
    years,
  );
  const amended: AmendedYear[] = [];
  for (const use of carryback.uses) {
    if (isZero(use.used)) continue;
    const year = amendedYear(use, earlier, lossYear.year);
    if (!year.ok) return year;
    amended.push(year.value);
  }
  const refund = amended.reduce(
    (total, one) => (one.refund === null ? total : add(total, one.refund)),
    zeroMoney,
  );
  return ok({
    lossYear: lossYear.year,
    carryback,
    input: { ...lossYear, section1256CarriedBack: carryback.carriedBack },
    amended,
    refund,
    notes: notesOf(lossYear.year, carryback, amended),
  });
}

function carrybackYear(input: YearInput): CarrybackYear {
  return {
    year: input.year,
    section1256Gain: section1256Net(input),
    capitalGainNetIncome: netGains(input).total,
  };
}

function amendedYear(
  use: CarrybackUse,
  earlier: readonly YearInput[],
  lossYear: number,
): Result<AmendedYear> {
  const filed = earlier.find(({ year }) => year === use.year);
  const amount = moneyText(use.used, 'USD');
  if (filed === undefined) {
    return ok({
      use,
      input: null,
      assessment: null,
      refund: null,
      words: `${amount} of the section 1256 loss of ${lossYear} go back to ${use.year}; what tax comes back is not computed, because your tax details do not hold that year's income.`,
    });
  }
  const input: YearInput = {
    ...filed,
    section1256BroughtBack: add(filed.section1256BroughtBack ?? zeroMoney, use.used),
  };
  const before = assessUsYear(filed);
  if (!before.ok) return before;
  const after = assessUsYear(input);
  if (!after.ok) return after;
  const refund = subtract(before.value.totalTax, after.value.totalTax);
  return ok({
    use,
    input,
    assessment: after.value,
    refund,
    words: `${amount} of the section 1256 loss of ${lossYear} go back to ${use.year}: ${moneyText(refund, 'USD')} of its tax come back.`,
  });
}

function notesOf(
  year: number,
  { maximum, carriedBack, left }: Section1256Carryback,
  amended: readonly AmendedYear[],
): readonly string[] {
  if (!isPositive(maximum)) {
    return [
      `The carryback of ${year} changes nothing: it needs a net loss of section 1256 contracts above the yearly limit on losses that would otherwise be carried on.`,
    ];
  }
  if (!isPositive(carriedBack)) {
    return [
      `The carryback of ${year} changes nothing: none of the three years before has both a net section 1256 gain and a net capital gain. ${moneyText(maximum, 'USD')} are carried on.`,
    ];
  }
  return [
    ...amended.map(({ words }) => words),
    ...(isPositive(left)
      ? [
          `${moneyText(left, 'USD')} of it are carried on instead: 60 % long-term and 40 % short-term, and they stay a section 1256 loss.`,
        ]
      : []),
  ];
}
