/** The what-if of tax years: what is typed → the scenario that the core is asked. Pure. */
import type { CallInput } from '../../../../shared/contract/contract.ts';
import { readEntry, type EntryRules } from '../../../ui/decimal-entry.ts';
import type { FilingStatus } from '../../../ui/filing-statuses.ts';

export type Scenario = CallInput<'plan.whatIf'>['scenario'];

/** Of one year, as typed; empty: as in the tax details. */
export interface YearChange {
  readonly ordinaryIncome: string;
  readonly otherLongTermGain: string;
  readonly otherShortTermGain: string;
  /** Per cent. */
  readonly stateRate: string;
}

export interface SaleDraft {
  readonly key: string;
  readonly asset: string;
  readonly quantity: string;
  readonly date: string;
  /** Empty: at the assumed price. */
  readonly price: string;
}

export interface WhatIfDraft {
  readonly years: Readonly<Record<number, YearChange>>;
  /** From the running year on; empty: as in the tax details. */
  readonly filingStatus: FilingStatus | '';
  /** Per cent up or down, by asset. */
  readonly prices: Readonly<Record<string, string>>;
  /** A planned step's id → another day. */
  readonly moves: Readonly<Record<string, string>>;
  readonly sales: readonly SaleDraft[];
  /** An election's id → the value supposed. */
  readonly elections: Readonly<Record<string, string>>;
  /** Per cent. */
  readonly inflation: string;
  readonly discount: string;
  readonly earns: string;
}

export const emptyDraft: WhatIfDraft = {
  years: {},
  filingStatus: '',
  prices: {},
  moves: {},
  sales: [],
  elections: {},
  inflation: '',
  discount: '',
  earns: '',
};

export const emptyChange: YearChange = {
  ordinaryIncome: '',
  otherLongTermGain: '',
  otherShortTermGain: '',
  stateRate: '',
};

export interface CheckedDraft {
  /** null while a field is wrong. */
  readonly scenario: Scenario | null;
  /** "2027 ordinaryIncome", "price BTC", "move <step>", "sale 1 quantity", "inflation", "discount", "earns". */
  readonly errors: Readonly<Record<string, string>>;
}

const day = /^\d{4}-\d\d-\d\d$/u;

/** In: `asOf`, before which nothing can be supposed. What is empty is left out: it stays as it is. */
export function checkWhatIf(draft: WhatIfDraft, asOf: string): CheckedDraft {
  const errors: Record<string, string> = {};
  const read = (key: string, text: string, rules: EntryRules): string | undefined => {
    const entry = readEntry(text, rules);
    if (entry.ok) return entry.value;
    if (entry.error !== null) errors[key] = entry.error;
    return undefined;
  };
  const whole: Readonly<Record<keyof Scenario, Scenario[keyof Scenario]>> = {
    income: incomeOf(draft, read),
    filingStatus: draft.filingStatus === '' ? undefined : draft.filingStatus,
    prices: pricesOf(draft, read, errors),
    moves: movesOf(draft, asOf, errors),
    sales: salesOf(draft, asOf, read, errors),
    elections: Object.entries(draft.elections).map(([id, value]) => ({ id, value })),
    inflation: read('inflation', draft.inflation, { percent: true }),
    discountPerYear: read('discount', draft.discount, { percent: true }),
    returnPerYear: read('earns', draft.earns, { percent: true }),
    withoutPlans: undefined,
  };
  const said = Object.entries(whole).filter(
    ([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0),
  );
  return {
    scenario: Object.keys(errors).length > 0 ? null : (Object.fromEntries(said) as Scenario),
    errors,
  };
}

type Read = (key: string, text: string, rules: EntryRules) => string | undefined;

function incomeOf({ years }: WhatIfDraft, read: Read): NonNullable<Scenario['income']> {
  return Object.entries(years).flatMap(([year, change]) => {
    const ordinaryIncome = read(`${year} ordinaryIncome`, change.ordinaryIncome, {});
    const otherLongTermGain = read(`${year} otherLongTermGain`, change.otherLongTermGain, { negative: true });
    const otherShortTermGain = read(`${year} otherShortTermGain`, change.otherShortTermGain, {
      negative: true,
    });
    const stateRate = read(`${year} stateRate`, change.stateRate, { percent: true });
    const typed = {
      ...(ordinaryIncome === undefined ? {} : { ordinaryIncome }),
      ...(otherLongTermGain === undefined ? {} : { otherLongTermGain }),
      ...(otherShortTermGain === undefined ? {} : { otherShortTermGain }),
      ...(stateRate === undefined ? {} : { stateRate }),
    };
    return Object.keys(typed).length === 0 ? [] : [{ year: Number(year), ...typed }];
  });
}

function pricesOf(
  { prices }: WhatIfDraft,
  read: Read,
  errors: Record<string, string>,
): NonNullable<Scenario['prices']> {
  return Object.entries(prices).flatMap(([asset, text]) => {
    const change = read(`price ${asset}`, text, { percent: true, negative: true });
    if (change === undefined) return [];
    if (/^-[1-9]/u.test(change)) errors[`price ${asset}`] = 'A price cannot fall by 100% or more';
    return [{ asset, change }];
  });
}

function movesOf(
  { moves }: WhatIfDraft,
  asOf: string,
  errors: Record<string, string>,
): NonNullable<Scenario['moves']> {
  return Object.entries(moves).map(([step, date]) => {
    if (!day.test(date)) errors[`move ${step}`] = 'Choose a day';
    else if (date < asOf) errors[`move ${step}`] = 'This day is over';
    return { step, date };
  });
}

function salesOf(
  { sales }: WhatIfDraft,
  asOf: string,
  read: Read,
  errors: Record<string, string>,
): NonNullable<Scenario['sales']> {
  return sales.flatMap(({ key, asset, quantity, date, price }) => {
    if (quantity.trim() === '') return [];
    const units = read(`sale ${key} quantity`, quantity, { zero: false });
    const at = read(`sale ${key} price`, price, { zero: false });
    if (asset === '') errors[`sale ${key} asset`] = 'Choose a coin';
    if (!day.test(date)) errors[`sale ${key} date`] = 'Choose a day';
    else if (date < asOf) errors[`sale ${key} date`] = 'This day is over';
    if (units === undefined) return [];
    return [{ asset, quantity: units, date, ...(at === undefined ? {} : { price: at }) }];
  });
}

/** One more sale, of today. */
export function addSale(draft: WhatIfDraft, asset: string, asOf: string): WhatIfDraft {
  const key = String(1 + Math.max(0, ...draft.sales.map((sale) => Number(sale.key))));
  return { ...draft, sales: [...draft.sales, { key, asset, quantity: '', date: asOf, price: '' }] };
}

/** Nothing is supposed yet. */
export function isUntouched(draft: WhatIfDraft): boolean {
  return JSON.stringify(draft) === JSON.stringify(emptyDraft);
}
