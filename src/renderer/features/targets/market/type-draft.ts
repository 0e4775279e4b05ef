/** The form for market figures read off a screen: what is typed → what the core stores, with what is wrong said by field. Pure. */
import type { CallInput } from '../../../../shared/contract/contract.ts';
import { readEntry } from '../../../ui/decimal-entry.ts';

export type Typed = CallInput<'market.type'>;
export type FundingUnit = NonNullable<Typed['funding']>['unit'];

export interface TypeDraft {
  readonly of: string;
  readonly funding: string;
  /** Nobody is guessed at: 0.01 means one thing in per cent and another as a fraction. */
  readonly fundingUnit: FundingUnit | null;
  readonly fundingHours: string;
  readonly bid: string;
  readonly ask: string;
  readonly volume24h: string;
  readonly openInterest: string;
  readonly fearGreed: string;
}

export const emptyDraft: TypeDraft = {
  of: '',
  funding: '',
  fundingUnit: null,
  fundingHours: '8',
  bid: '',
  ask: '',
  volume24h: '',
  openInterest: '',
  fearGreed: '',
};

export type DraftField = keyof TypeDraft;

export interface CheckedType {
  /** null while something is missing or wrong. */
  readonly input: Typed | null;
  readonly errors: Readonly<Partial<Record<DraftField, string>>>;
}

/** Empty fields are left out; one figure at least is needed. */
export function checkType(draft: TypeDraft): CheckedType {
  const errors: Partial<Record<DraftField, string>> = {};
  const read = (field: DraftField, negative = false): string | null => {
    const text = draft[field] ?? '';
    if (text.trim() === '') return null;
    const entry = readEntry(text, { negative, zero: negative });
    if (entry.ok) return entry.value;
    errors[field] = entry.error ?? 'This is not a number';
    return null;
  };
  if (draft.of === '') errors.of = 'Of what?';
  const rate = read('funding', true);
  if (rate !== null && draft.fundingUnit === null) errors.fundingUnit = 'Say what the number is';
  const hours = Number(draft.fundingHours);
  if (rate !== null && !(hours > 0 && hours <= 24)) errors.fundingHours = 'Between 0 and 24';
  const bid = read('bid');
  const ask = read('ask');
  const volume = read('volume24h');
  const interest = read('openInterest');
  const mood = moodOf(draft.fearGreed);
  if (mood === undefined) errors.fearGreed = 'A whole number from 0 to 100';
  const figures = {
    ...(rate === null || draft.fundingUnit === null
      ? {}
      : { funding: { rate, unit: draft.fundingUnit, hours } }),
    ...(bid === null ? {} : { bid }),
    ...(ask === null ? {} : { ask }),
    ...(volume === null ? {} : { volume24h: { amount: volume, unit: 'coins' as const } }),
    ...(interest === null ? {} : { openInterest: { amount: interest, unit: 'coins' as const } }),
    ...(mood === null || mood === undefined ? {} : { fearGreed: mood }),
  };
  const whole = Object.keys(errors).length === 0 && Object.keys(figures).length > 0;
  return { input: whole ? { of: draft.of, ...figures } : null, errors };
}

/** null where nothing is typed, undefined where it is no whole number from 0 to 100. */
function moodOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  return /^(?:100|[1-9]?\d)$/u.test(text.trim()) ? Number(text) : undefined;
}
