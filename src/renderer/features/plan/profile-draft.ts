/** The taxpayer form: what is typed ↔ the stored profile, exactly. Pure. */
import type { CallAnswer, CallInput } from '../../../shared/contract/contract.ts';
import { readEntry } from '../../ui/decimal-entry.ts';
import type { FilingStatus } from '../../ui/filing-statuses.ts';

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
}

export type YearAmount = Exclude<keyof YearDraft, 'year' | 'filingStatus'>;

export interface ProfileDraft {
  readonly timeZone: string;
  /** Which lots are sold first from now on. */
  readonly lotMethod: LotMethod;
  readonly carryShort: string;
  readonly carryLong: string;
  readonly years: readonly YearDraft[];
}

/** The amounts of a year: what they are called, and whether a loss can stand there. */
export const yearAmounts: readonly {
  readonly key: YearAmount;
  readonly label: string;
  readonly about: string;
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
  },
  {
    key: 'qualifiedDividends',
    label: 'Qualified dividends',
    about: 'Taxed like long-term gains',
  },
  {
    key: 'otherShortTermGain',
    label: 'Other short-term gains',
    about: 'Outside this ledger; a loss with a minus',
  },
  {
    key: 'otherLongTermGain',
    label: 'Other long-term gains',
    about: 'Outside this ledger; a loss with a minus',
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
      years: [emptyYear(year), emptyYear(year + 1)],
    };
  }
  return {
    timeZone: profile.timeZone,
    lotMethod,
    carryShort: shown(profile.carryforward.shortTerm),
    carryLong: shown(profile.carryforward.longTerm),
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
  /** "2026 ordinaryIncome", "timeZone", "carryShort", "carryLong". */
  readonly errors: Readonly<Record<string, string>>;
}

export function checkProfile(draft: ProfileDraft, zones: ReadonlySet<string>): CheckedProfile {
  const errors: Record<string, string> = {};
  const amount = (key: string, text: string, negative = false): string => {
    const entry = readEntry(text, { negative });
    if (entry.ok) return entry.value;
    if (entry.error !== null) errors[key] = entry.error;
    return '0';
  };
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
    };
  });
  const carryforward = {
    shortTerm: amount('carryShort', draft.carryShort),
    longTerm: amount('carryLong', draft.carryLong),
  };
  if (!zones.has(draft.timeZone)) errors['timeZone'] = 'Choose a time zone of the list';
  if (years.length === 0) errors['years'] = 'Add at least one year';
  const profile = {
    jurisdiction: 'us' as const,
    currency: 'USD' as const,
    timeZone: draft.timeZone,
    carryforward,
    years,
  };
  return { profile: Object.keys(errors).length > 0 ? null : profile, errors };
}
