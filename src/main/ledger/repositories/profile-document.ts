import { assetId } from '../../../shared/domain/asset.ts';
import type {
  FilingStatus,
  HistoryYear,
  Profile,
  ProfileYear,
  WaitingStraddleLoss,
} from '../../../shared/domain/profile.ts';
import { toText } from '../../../shared/num/format.ts';
import { money, rate } from '../../../shared/num/parse.ts';
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
    inflation: toText(profile.inflation),
    history: profile.history.map(historyDocument),
    waiting: profile.waiting.map(waitingDocument),
    years: profile.years.map(yearDocument),
  });
}

/**
 * In: what `profileDocument` wrote, in earlier programs with the lot method, which the standing orders say now, and
 * without inflation, history, waiting losses, state rate and age.
 */
export function profileOf(document: string): Profile {
  const {
    jurisdiction,
    currency,
    timeZone: zone,
    carryforward,
    inflation = '0',
    history = [],
    waiting = [],
    years,
  } = JSON.parse(document) as ProfileDocument;
  return {
    jurisdiction,
    currency: assetId(currency),
    timeZone: timeZone(zone),
    carryforward: { shortTerm: money(carryforward.shortTerm), longTerm: money(carryforward.longTerm) },
    inflation: rate(inflation),
    history: history.map(historyOf),
    waiting: waiting.map((loss) => ({ ...loss, amount: money(loss.amount) })),
    years: years.map(yearOf),
  };
}

type YearDocument = Omit<ReturnType<typeof yearDocument>, LaterYearField> &
  Partial<Pick<ReturnType<typeof yearDocument>, LaterYearField>>;
type LaterYearField = 'stateRate' | 'seniors' | 'blind';

interface ProfileDocument {
  readonly jurisdiction: 'us';
  readonly currency: string;
  readonly timeZone: string;
  readonly carryforward: { readonly shortTerm: string; readonly longTerm: string };
  readonly inflation?: string;
  readonly history?: readonly ReturnType<typeof historyDocument>[];
  readonly waiting?: readonly ReturnType<typeof waitingDocument>[];
  readonly years: readonly YearDocument[];
}

function historyDocument({ year, section1256Gain, capitalGainNetIncome }: HistoryYear): {
  readonly year: number;
  readonly section1256Gain: string;
  readonly capitalGainNetIncome: string;
} {
  return {
    year,
    section1256Gain: toText(section1256Gain),
    capitalGainNetIncome: toText(capitalGainNetIncome),
  };
}

function historyOf(stored: ReturnType<typeof historyDocument>): HistoryYear {
  return {
    year: stored.year,
    section1256Gain: money(stored.section1256Gain),
    capitalGainNetIncome: money(stored.capitalGainNetIncome),
  };
}

function waitingDocument({
  year,
  amount,
  character,
  position,
  lots,
}: WaitingStraddleLoss): Omit<WaitingStraddleLoss, 'amount'> & { readonly amount: string } {
  return { year, amount: toText(amount), character, position, lots };
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
  readonly stateRate: string;
  readonly seniors: number;
  readonly blind: number;
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
    stateRate: toText(year.stateRate),
    seniors: year.seniors,
    blind: year.blind,
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
    stateRate: rate(year.stateRate ?? '0'),
    seniors: year.seniors ?? 0,
    blind: year.blind ?? 0,
  };
}
