import { assetId } from '../../../shared/domain/asset.ts';
import type { FilingStatus, Profile, ProfileYear } from '../../../shared/domain/profile.ts';
import { toText } from '../../../shared/num/format.ts';
import { money } from '../../../shared/num/parse.ts';
import { timeZone, timeZoneText } from '../../../shared/time/time-zone.ts';
import { canonicalJson } from './canonical-json.ts';

/** A profile as JSON, amounts as decimal text. */
export function profileDocument(profile: Profile): string {
  return canonicalJson({
    jurisdiction: profile.jurisdiction,
    currency: profile.currency,
    timeZone: timeZoneText(profile.timeZone),
    carryforward: {
      shortTerm: toText(profile.carryforward.shortTerm),
      longTerm: toText(profile.carryforward.longTerm),
    },
    years: profile.years.map(yearDocument),
  });
}

/** In: what `profileDocument` wrote, in earlier programs with the lot method, which the standing orders say now. */
export function profileOf(document: string): Profile {
  const {
    jurisdiction,
    currency,
    timeZone: zone,
    carryforward,
    years,
  } = JSON.parse(document) as ProfileDocument;
  return {
    jurisdiction,
    currency: assetId(currency),
    timeZone: timeZone(zone),
    carryforward: { shortTerm: money(carryforward.shortTerm), longTerm: money(carryforward.longTerm) },
    years: years.map(yearOf),
  };
}

type YearDocument = ReturnType<typeof yearDocument>;

interface ProfileDocument {
  readonly jurisdiction: 'us';
  readonly currency: string;
  readonly timeZone: string;
  readonly carryforward: { readonly shortTerm: string; readonly longTerm: string };
  readonly years: readonly YearDocument[];
}

function yearDocument(year: ProfileYear): {
  readonly year: number;
  readonly filingStatus: FilingStatus;
  readonly ordinaryIncome: string;
  readonly deduction: string;
  readonly otherInvestmentIncome: string;
  readonly qualifiedDividends: string;
  readonly otherShortTermGain: string;
  readonly otherLongTermGain: string;
} {
  return {
    year: year.year,
    filingStatus: year.filingStatus,
    ordinaryIncome: toText(year.ordinaryIncome),
    deduction: year.deduction === 'standard' ? 'standard' : toText(year.deduction),
    otherInvestmentIncome: toText(year.otherInvestmentIncome),
    qualifiedDividends: toText(year.qualifiedDividends),
    otherShortTermGain: toText(year.otherShortTermGain),
    otherLongTermGain: toText(year.otherLongTermGain),
  };
}

function yearOf(year: YearDocument): ProfileYear {
  return {
    year: year.year,
    filingStatus: year.filingStatus,
    ordinaryIncome: money(year.ordinaryIncome),
    deduction: year.deduction === 'standard' ? 'standard' : money(year.deduction),
    otherInvestmentIncome: money(year.otherInvestmentIncome),
    qualifiedDividends: money(year.qualifiedDividends),
    otherShortTermGain: money(year.otherShortTermGain),
    otherLongTermGain: money(year.otherLongTermGain),
  };
}
