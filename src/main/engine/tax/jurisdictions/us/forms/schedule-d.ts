import { add, isNegative, isPositive, negate, subtract } from '../../../../../../shared/num/arithmetic.ts';
import type { FilingStatus } from '../../../../../../shared/domain/profile.ts';
import { zeroMoney } from '../../../../../../shared/num/types.ts';
import type { Money } from '../../../../../../shared/num/types.ts';
import type { Carryforward, YearInput } from '../../../assessment.ts';
import { lossAllowed } from '../rules/loss-allowed.ts';
import { form6781Split } from './form-6781-part-1.ts';
import type { FormLine } from './form-line.ts';

export interface ScheduleDGiven {
  /** All of a part but the loss carried in: lines 1b to 5, and 8b to 13. Signed. */
  readonly short: Money;
  readonly long: Money;
  readonly carriedIn: Carryforward;
  readonly filingStatus: FilingStatus;
}

export interface ScheduleDSummary {
  readonly line7: Money;
  readonly line15: Money;
  readonly line16: Money;
  /** Line 17: lines 15 and 16 both gains. */
  readonly bothGains: boolean;
  /** Positive; null where line 16 is no loss. */
  readonly line21: Money | null;
}

/** What the parts of Schedule D come to. Law: Schedule D (Form 1040), lines 7, 15, 16, 17 and 21. */
export function scheduleDSummary({ short, long, carriedIn, filingStatus }: ScheduleDGiven): ScheduleDSummary {
  const line7 = subtract(short, carriedIn.shortTerm);
  const line15 = subtract(long, carriedIn.longTerm);
  const line16 = add(line7, line15);
  return {
    line7,
    line15,
    line16,
    bothGains: isPositive(line15) && isPositive(line16),
    line21: isNegative(line16) ? lossAllowed(line16, filingStatus) : null,
  };
}

/** Schedule D of a year that is given as sums: which form and box the gains stand on is not known, so they stand together. */
export function scheduleD(input: YearInput): readonly FormLine[] {
  const { section1256Gain, section1256CarriedBack = zeroMoney, shortTermGain, longTermGain } = input;
  const { line8, line9 } = form6781Split(section1256Gain, section1256CarriedBack);
  const { carryforward, filingStatus } = input;
  const { line7, line15, line16, line21 } = scheduleDSummary({
    short: add(shortTermGain, line8),
    long: add(longTermGain, line9),
    carriedIn: carryforward,
    filingStatus,
  });
  return [
    { line: '1b–3, 5', label: 'Short-term gains and losses as given, together', amount: shortTermGain },
    { line: '4', label: 'Short-term part of section 1256 contracts (Form 6781, line 8)', amount: line8 },
    { line: '6', label: 'Short-term loss carried in', amount: negate(carryforward.shortTerm) },
    { line: '7', label: 'Net short-term gain or loss', amount: line7 },
    { line: '8b–10, 12', label: 'Long-term gains and losses as given, together', amount: longTermGain },
    { line: '11', label: 'Long-term part of section 1256 contracts (Form 6781, line 9)', amount: line9 },
    { line: '14', label: 'Long-term loss carried in', amount: negate(carryforward.longTerm) },
    { line: '15', label: 'Net long-term gain or loss', amount: line15 },
    { line: '16', label: 'Lines 7 and 15', amount: line16 },
    { line: '21', label: 'Loss set against other income', amount: line21 === null ? null : negate(line21) },
  ];
}
