/** What the laws say of lots, a second time, in a table. */
import type { CalcEvent, CalcGainsInput } from '../../src/shared/contract/calc-gains.ts';

export interface PlainLaw {
  /** Gifts and donations that are sales at market value, gifts received that cost what they were worth. */
  readonly atValue: readonly CalcEvent['kind'][];
  /** Whether a loss on a gift counts from its value when given, where that was less than it cost the giver. */
  readonly giftLossFromValue: boolean;
  /** The first day on which units count as held long; null where that changes nothing. */
  readonly longTermFrom: ((acquired: string) => string) | null;
  /** What was held long is not taxed at all. */
  readonly isLongExempt: boolean;
  /** Month and day on which the tax year begins. */
  readonly yearBegins: string;
  readonly method: 'fifo' | 'average' | 'section-104';
  readonly scope: NonNullable<CalcGainsInput['basisScope']>;
  /** The highest rates of gains, from 2018 on: what `lowest-tax` goes by where nothing else is said. */
  readonly rates: { readonly short: string; readonly long: string };
}

const us: PlainLaw = {
  atValue: [],
  giftLossFromValue: true,
  longTermFrom: usLongTermFrom,
  isLongExempt: false,
  yearBegins: '01-01',
  method: 'fifo',
  // Rev. Proc. 2024-28.
  scope: { universalUntil: '2025-01-01' },
  // 37 % or 20 %, and 3.8 % on net investment income (26 U.S.C. 1(h), (j), 1411).
  rates: { short: '0.408', long: '0.238' },
};

const PLAIN_LAWS: Readonly<Record<string, PlainLaw>> = {
  us,
  // TCGA 1992 s.17 (gifts), s.104-106A, s.257 (charities): no terms.
  uk: {
    ...us,
    atValue: ['gift', 'gift-received'],
    giftLossFromValue: false,
    longTermFrom: null,
    yearBegins: '04-06',
    method: 'section-104',
    scope: 'universal',
    rates: { short: '0.24', long: '0.24' },
  },
  // Sec. 23(1) no. 2 EStG: tax-free after a year; a gift carries the giver's cost and date.
  de: {
    ...us,
    scope: 'account',
    giftLossFromValue: false,
    longTermFrom: dayAfterAYear,
    isLongExempt: true,
    // 45 % and 5.5 % of it.
    rates: { short: '0.47475', long: '0' },
  },
  // ITA s.47, 54, 69.
  ca: {
    ...us,
    atValue: ['gift', 'donation', 'gift-received'],
    giftLossFromValue: false,
    longTermFrom: null,
    method: 'average',
    scope: 'universal',
    rates: { short: '0.165', long: '0.165' },
  },
  // ITAA 1997 s.115-25, 116-30; TD 2002/10: twelve months without the first and the last day.
  au: {
    ...us,
    scope: 'account',
    atValue: ['gift', 'donation', 'gift-received'],
    giftLossFromValue: false,
    longTermFrom: dayAfterAYear,
    yearBegins: '07-01',
    rates: { short: '0.45', long: '0.225' },
  },
};

export function plainLawOf(jurisdiction: string): PlainLaw {
  const law = PLAIN_LAWS[jurisdiction];
  if (law === undefined) throw new Error(`no law of ${jurisdiction} here`);
  return law;
}

/** The year in which the tax year of a day begins. */
export function taxYearOf(day: string, { yearBegins }: PlainLaw): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) < yearBegins ? year - 1 : year;
}

/** More than a year by the calendar; bought on the last of a month, from the first of a month (Rev. Rul. 66-7). */
function usLongTermFrom(acquired: string): string {
  const [y, m, d] = partsOf(acquired);
  const lastOfMonth = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return textOfDay(d === lastOfMonth ? Date.UTC(y + 1, m, 1) : Date.UTC(y + 1, m - 1, d + 1));
}

/** The day after the same date a year later; of 29 February, after 28 February. */
function dayAfterAYear(acquired: string): string {
  const [y, m, d] = partsOf(acquired);
  const lastOfMonth = new Date(Date.UTC(y + 1, m, 0)).getUTCDate();
  return textOfDay(Date.UTC(y + 1, m - 1, Math.min(d, lastOfMonth) + 1));
}

function partsOf(day: string): [number, number, number] {
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
  return [y, m, d];
}

const textOfDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
