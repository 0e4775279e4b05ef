import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Profile, ProfileYear } from '../../../../shared/domain/profile.ts';
import { toText } from '../../../../shared/num/format.ts';
import { timeZoneText } from '../../../../shared/time/time-zone.ts';

type ProfileText = NonNullable<CallAnswer<'plan.profile'>['profile']>;

/** A stored profile as the contract carries it. */
export function profileText(profile: Profile): ProfileText {
  return {
    jurisdiction: profile.jurisdiction,
    currency: 'USD',
    timeZone: timeZoneText(profile.timeZone),
    carryforward: {
      shortTerm: toText(profile.carryforward.shortTerm),
      longTerm: toText(profile.carryforward.longTerm),
    },
    inflation: toText(profile.inflation),
    history: profile.history.map((year) => ({
      year: year.year,
      section1256Gain: toText(year.section1256Gain),
      capitalGainNetIncome: toText(year.capitalGainNetIncome),
    })),
    waiting: profile.waiting.map((loss) => ({
      year: loss.year,
      amount: toText(loss.amount),
      character: loss.character,
      position: loss.position,
      lots: [...loss.lots],
    })),
    years: profile.years.map(yearText),
  };
}

function yearText(year: ProfileYear): ProfileText['years'][number] {
  return {
    year: year.year,
    filingStatus: year.filingStatus,
    ordinaryIncome: toText(year.ordinaryIncome),
    deduction: year.deduction === 'standard' ? 'standard' : toText(year.deduction),
    otherInvestmentIncome: toText(year.otherInvestmentIncome),
    qualifiedDividends: toText(year.qualifiedDividends),
    otherShortTermGain: toText(year.otherShortTermGain),
    otherLongTermGain: toText(year.otherLongTermGain),
    stateRate: toText(year.stateRate),
    seniors: year.seniors,
    blind: year.blind,
  };
}
