/** The taxpayer form: what is typed ↔ the stored profile, exactly. Pure. */
import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';
import { percentEntry, readEntry, type EntryRules } from '../../ui/decimal-entry.ts';
import type { FilingStatus } from '../../ui/filing-statuses.ts';
import {
  checkHistory,
  checkWaiting,
  waitingDrafts,
  type HistoryDraft,
  type WaitingDraft,
} from './profile-past-draft.ts';

export type Profile = NonNullable<CallAnswer<'plan.profile'>['profile']>;
export type ProfileYear = Profile['years'][number];
type Order = CallAnswer<'elections.read'>['orders'][number];
export type LotMethod = Order['method'];

/** The amounts of a year, as typed. */
export interface YearDraft {
  readonly year: number;
  readonly filingStatus: FilingStatus;
  readonly ordinaryIncome: string;
  /** Empty: the standard deduction. */
  readonly deduction: string;
  readonly otherInvestmentIncome: string;
  readonly qualifiedDividends: string;
  readonly otherShortTermGain: string;
  readonly otherLongTermGain: string;
  /** Per cent. */
  readonly stateRate: string;
  /** People on the return: 0, 1 or 2. */
  readonly seniors: number;
  readonly blind: number;
}

export type YearAmount = Exclude<
  keyof YearDraft,
  'year' | 'filingStatus' | 'stateRate' | 'seniors' | 'blind'
>;

export interface ProfileDraft {
  readonly timeZone: string;
  /** Which lots are sold first from now on. */
  readonly lotMethod: LotMethod;
  readonly carryShort: string;
  readonly carryLong: string;
  /** Per cent a year. */
  readonly inflation: string;
  readonly history: readonly HistoryDraft[];
  readonly waiting: readonly WaitingDraft[];
  readonly years: readonly YearDraft[];
}

/** The amounts of a year: what they are called, and whether a loss can stand there. */
export const yearAmounts: readonly {
  readonly key: YearAmount;
  readonly label: string;
  readonly about: string;
  /** Stands behind "More": most people leave it empty. */
  readonly more?: true;
}[] = [
  {
    key: 'ordinaryIncome',
    label: 'Wages and other income',
    about: 'Before deductions; without what stands in the other fields',
  },
  { key: 'deduction', label: 'Deduction', about: 'Empty for the standard deduction' },
  {
    key: 'otherInvestmentIncome',
    label: 'Interest and the like',
    about: 'Counts for the net investment income tax',
    more: true,
  },
  {
    key: 'qualifiedDividends',
    label: 'Qualified dividends',
    about: 'Taxed like long-term gains',
    more: true,
  },
  {
    key: 'otherShortTermGain',
    label: 'Other short-term gains',
    about: 'Outside this ledger; a loss with a minus',
    more: true,
  },
  {
    key: 'otherLongTermGain',
    label: 'Other long-term gains',
    about: 'Outside this ledger; a loss with a minus',
    more: true,
  },
];

export function emptyYear(year: number): YearDraft {
  return {
    year,
    filingStatus: 'single',
    ordinaryIncome: '',
    deduction: '',
    otherInvestmentIncome: '',
    qualifiedDividends: '',
    otherShortTermGain: '',
    otherLongTermGain: '',
    stateRate: '',
    seniors: 0,
    blind: 0,
  };
}

/** What sales go by where an account has no order of its own. */
export function generalMethod(orders: readonly Order[]): LotMethod {
  return orders.find(({ account, inForce }) => account === null && inForce)?.method ?? 'fifo';
}

/** The form for a stored profile; for none, this year and the next, which a plan needs. */
export function profileDraft(
  profile: Profile | null,
  lotMethod: LotMethod,
  { year, timeZone }: { readonly year: number; readonly timeZone: string },
): ProfileDraft {
  if (profile === null) {
    return {
      timeZone,
      lotMethod,
      carryShort: '',
      carryLong: '',
      inflation: '',
      history: [],
      waiting: [],
      years: [emptyYear(year), emptyYear(year + 1)],
    };
  }
  return {
    timeZone: profile.timeZone,
    lotMethod,
    carryShort: shown(profile.carryforward.shortTerm),
    carryLong: shown(profile.carryforward.longTerm),
    inflation: shown(percentEntry(profile.inflation)),
    history: profile.history,
    waiting: waitingDrafts(profile.waiting),
    years: profile.years.toSorted((a, b) => a.year - b.year).map(yearDraft),
  };
}

function yearDraft(stored: ProfileYear): YearDraft {
  return {
    year: stored.year,
    filingStatus: stored.filingStatus,
    ordinaryIncome: shown(stored.ordinaryIncome),
    deduction: stored.deduction === 'standard' ? '' : stored.deduction,
    otherInvestmentIncome: shown(stored.otherInvestmentIncome),
    qualifiedDividends: shown(stored.qualifiedDividends),
    otherShortTermGain: shown(stored.otherShortTermGain),
    otherLongTermGain: shown(stored.otherLongTermGain),
    stateRate: shown(percentEntry(stored.stateRate)),
    seniors: stored.seniors,
    blind: stored.blind,
  };
}

/** Nothing is an empty field. */
function shown(amount: string): string {
  return amount === '0' ? '' : amount;
}

/** A year before the first or after the last, like its neighbour: incomes change little from year to year. */
export function addYear(draft: ProfileDraft, where: 'before' | 'after'): ProfileDraft {
  const neighbour = where === 'before' ? draft.years[0] : draft.years.at(-1);
  if (neighbour === undefined) return draft;
  const year: YearDraft = {
    ...neighbour,
    year: neighbour.year + (where === 'before' ? -1 : 1),
    otherShortTermGain: '',
    otherLongTermGain: '',
  };
  return { ...draft, years: where === 'before' ? [year, ...draft.years] : [...draft.years, year] };
}

export interface CheckedProfile {
  /** null while a field is wrong. */
  readonly profile: CallInput<'plan.saveProfile'> | null;
  /** "2026 ordinaryIncome", "timeZone", "carryShort", "carryLong", "inflation", and those of what earlier years left. */
  readonly errors: Readonly<Record<string, string>>;
}

export function checkProfile(draft: ProfileDraft, zones: ReadonlySet<string>): CheckedProfile {
  const firstYear = draft.years[0]?.year ?? 0;
  const history = checkHistory(draft.history, firstYear);
  const waiting = checkWaiting(draft.waiting, firstYear);
  const errors: Record<string, string> = { ...history.errors, ...waiting.errors };
  const read = (key: string, text: string, rules: EntryRules): string => {
    const entry = readEntry(text, rules);
    if (entry.ok) return entry.value;
    if (entry.error !== null) errors[key] = entry.error;
    return '0';
  };
  const amount = (key: string, text: string, negative = false): string => read(key, text, { negative });
  const years = draft.years.map((year): ProfileYear => {
    const of = (key: YearAmount, negative = false): string =>
      amount(`${year.year} ${key}`, year[key], negative);
    return {
      year: year.year,
      filingStatus: year.filingStatus,
      ordinaryIncome: of('ordinaryIncome'),
      deduction: year.deduction.trim() === '' ? 'standard' : of('deduction'),
      otherInvestmentIncome: of('otherInvestmentIncome'),
      qualifiedDividends: of('qualifiedDividends'),
      otherShortTermGain: of('otherShortTermGain', true),
      otherLongTermGain: of('otherLongTermGain', true),
      stateRate: read(`${year.year} stateRate`, year.stateRate, { percent: true }),
      seniors: year.seniors,
      blind: year.blind,
    };
  });
  const carryforward = {
    shortTerm: amount('carryShort', draft.carryShort),
    longTerm: amount('carryLong', draft.carryLong),
  };
  if (!zones.has(draft.timeZone)) errors['timeZone'] = 'Choose a time zone of the list';
  if (years.length === 0) errors['years'] = 'Add at least one year';
  const profile: Profile = {
    jurisdiction: 'us',
    currency: 'USD',
    timeZone: draft.timeZone,
    carryforward,
    inflation: read('inflation', draft.inflation, { percent: true }),
    history: history.value,
    waiting: waiting.value,
    years,
  };
  return { profile: Object.keys(errors).length > 0 ? null : profile, errors };
}

/** Does anything stand among the fields that are folded away? */
export function isFilled(year: YearDraft): boolean {
  const folded = yearAmounts.filter(({ more }) => more === true);
  return folded.some(({ key }) => year[key] !== '') || year.seniors > 0 || year.blind > 0;
}
