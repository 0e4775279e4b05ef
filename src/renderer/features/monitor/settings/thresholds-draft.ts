/** When to warn: what is typed ↔ what is stored, exactly. Pure. */
import type { CallInput } from '../../../../shared/contract/contract.ts';
import { percentEntry, readEntry } from '../../../ui/decimal-entry.ts';
import type { Row } from '../view-model.ts';

export type Thresholds = Row['thresholds'];
export type ThresholdKey = keyof Thresholds;

interface FieldInfo {
  readonly key: ThresholdKey;
  readonly label: string;
  readonly about: string;
  readonly unit: '%' | 'days' | 'times';
}

/** What can be set, in the words of the question that each answers. */
export const thresholdFields: readonly FieldInfo[] = [
  {
    key: 'ratio',
    label: 'Ratio may be off the plan by',
    about: 'Points of the hedge ratio: 10 warns below 90 and above 110, planned 100',
    unit: '%',
  },
  {
    key: 'distance',
    label: 'Forced close at least this far',
    about: 'Of the price, however calm the market is',
    unit: '%',
  },
  {
    key: 'sigmas',
    label: 'And this many usual daily moves',
    about: 'For each day until you look again, it counts for the root of the days',
    unit: 'times',
  },
  { key: 'checkDays', label: 'I look again within', about: 'How often you check', unit: 'days' },
  {
    key: 'rollWarnDays',
    label: 'Speak of a roll',
    about: 'So many days before the contract ends',
    unit: 'days',
  },
  {
    key: 'rollActDays',
    label: 'A roll is urgent',
    about: 'So many days before the contract ends',
    unit: 'days',
  },
  {
    key: 'priceAgeDays',
    label: 'A price is old after',
    about: 'Figures on an old price are marked',
    unit: 'days',
  },
];

export type ThresholdsDraft = Readonly<Record<ThresholdKey, string>>;

export function draftOf(thresholds: Thresholds): ThresholdsDraft {
  return {
    ratio: percentEntry(thresholds.ratio),
    distance: percentEntry(thresholds.distance),
    sigmas: thresholds.sigmas,
    checkDays: String(thresholds.checkDays),
    rollWarnDays: String(thresholds.rollWarnDays),
    rollActDays: String(thresholds.rollActDays),
    priceAgeDays: String(thresholds.priceAgeDays),
  };
}

export interface CheckedThresholds {
  /** null where a field is wrong. */
  readonly value: NonNullable<CallInput<'monitor.setThresholds'>['thresholds']> | null;
  readonly errors: Readonly<Partial<Record<ThresholdKey, string>>>;
  /** Something differs from what is stored. */
  readonly changed: boolean;
}

/** Only what differs from what is stored is sent: the rest stays with the default. */
export function checkThresholds(draft: ThresholdsDraft, stored: Thresholds): CheckedThresholds {
  const errors: Partial<Record<ThresholdKey, string>> = {};
  const value: Record<string, string | number> = {};
  for (const { key, unit } of thresholdFields) {
    const entry = readEntry(draft[key], { percent: unit === '%' });
    if (!entry.ok) {
      errors[key] = entry.error ?? 'This is needed';
      continue;
    }
    const read = unit === 'days' ? wholeDays(entry.value, key) : entry.value;
    if (read === null) errors[key] = key === 'checkDays' ? 'Whole days, at least 1' : 'Whole days';
    else if (read !== stored[key]) value[key] = read;
  }
  const isWrong = Object.keys(errors).length > 0;
  return { value: isWrong ? null : value, errors, changed: Object.keys(value).length > 0 };
}

function wholeDays(text: string, key: ThresholdKey): number | null {
  if (!/^\d{1,4}$/u.test(text)) return null;
  const days = Number(text);
  const most = key === 'priceAgeDays' ? 3650 : 365;
  return days > most || (key === 'checkDays' && days < 1) ? null : days;
}
