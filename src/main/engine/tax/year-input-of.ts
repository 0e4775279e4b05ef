import type { ProfileYear } from '../../../shared/domain/profile.ts';
import { add } from '../../../shared/num/arithmetic.ts';
import type { Money, Rate } from '../../../shared/num/types.ts';
import { zeroRate } from '../../../shared/num/types.ts';
import type { Carryforward, YearInput } from './assessment.ts';
import type { RealisedYear } from './realised-years.ts';

/**
 * A year's input from profile and ledger. Interest counts as investment income, other income in coins (staking, rewards)
 * as ordinary income that is none; so does funding of futures that is ordinary by election.
 */
export function yearInputOf(
  year: number,
  profile: ProfileYear,
  ledger: RealisedYear,
  carryforward: Carryforward,
  inflation: Rate = zeroRate,
): YearInput {
  return {
    year,
    filingStatus: profile.filingStatus,
    ordinaryIncome: sum(profile.ordinaryIncome, ledger.otherIncome),
    deduction: profile.deduction,
    otherInvestmentIncome: sum(profile.otherInvestmentIncome, ledger.interest, ledger.futuresIncome),
    qualifiedDividends: profile.qualifiedDividends,
    shortTermGain: sum(
      ledger.shortTermGain,
      ledger.shortFuturesGain,
      ledger.straddleShort,
      profile.otherShortTermGain,
    ),
    longTermGain: sum(
      ledger.longTermGain,
      ledger.longFuturesGain,
      ledger.straddleLong,
      profile.otherLongTermGain,
    ),
    section1256Gain: sum(ledger.section1256Gain, ledger.straddleSection1256),
    carryforward,
    stateRate: profile.stateRate,
    seniors: profile.seniors,
    blind: profile.blind,
    inflation,
  };
}

function sum(first: Money, ...others: readonly Money[]): Money {
  return others.reduce((total, value) => add(total, value), first);
}
