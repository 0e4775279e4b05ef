/** How large the hedge is to be, beside which contracts: what is typed → the overlay's input. Pure. */
import type { OverlayInput } from '../../../shared/domain/overlay-choice.ts';
import { readEntry } from '../../ui/decimal-entry.ts';

/** `own` is a share that the user types. */
export type RatioChoice = 'naive' | 'after-tax' | 'own';

export interface Sizing {
  readonly rounding: OverlayInput['rounding'];
  readonly ratio: RatioChoice;
  /** Per cent, as typed. */
  readonly ownRatio: string;
  /** How many times the money at the venue a leg may be worth, as typed; empty for what the venue asks. */
  readonly leverageCap: string;
  /** YYYY-MM-DD; empty until chosen. */
  readonly exitDate: string;
}

export const firstSizing: Sizing = {
  rounding: 'nearest',
  ratio: 'naive',
  ownRatio: '100',
  leverageCap: '1',
  exitDate: '',
};

/** The overlay that the form asks for; what cannot be read yet is left out. */
export function sizedInput(
  input: OverlayInput,
  small: Readonly<Record<string, string>>,
  { ratio, ownRatio, leverageCap, exitDate }: Sizing,
): OverlayInput {
  const own = readEntry(ownRatio, { percent: true, zero: false });
  const cap = readEntry(leverageCap, { zero: false });
  return {
    ...input,
    contracts: input.contracts.map((pair) => {
      const second = small[pair.asset] ?? '';
      return second === '' ? pair : { ...pair, small: second };
    }),
    ...(ratio === 'after-tax' ? { ratio: 'after-tax' as const } : {}),
    ...(ratio === 'own' && own.ok ? { ratio: own.value } : {}),
    ...(cap.ok ? { leverageCap: cap.value } : {}),
    ...(/^\d{4}-\d\d-\d\d$/u.test(exitDate) ? { exitDate } : {}),
  };
}

/** What is wrong with a typed share or multiple, for under its field; null where nothing is. */
export function ratioError(typed: string): string | null {
  const entry = readEntry(typed, { percent: true, zero: false });
  return entry.ok ? null : (entry.error ?? 'How much of it?');
}

export function leverageError(typed: string): string | null {
  const entry = readEntry(typed, { zero: false });
  return entry.ok ? null : entry.error;
}
