/** Open futures that become hedges: what is chosen → what is asked of the core. Pure. */
import type { CallInput } from '../../../../shared/contract/contract.ts';

export interface AdoptDraft {
  /** Ids of positions. */
  readonly positions: readonly string[];
  readonly exitDate: string;
  readonly reason: string;
}

export interface CheckedAdoption {
  /** null while something is missing. */
  readonly input: CallInput<'hedge.adopt'> | null;
  readonly exitError: string | null;
}

/** In: today as "YYYY-MM-DD". The middle of January: the exit then falls into the next tax year. */
function suggestedExit(today: string): string {
  return `${Number(today.slice(0, 4)) + 1}-01-15`;
}

export function checkAdoption({ positions, exitDate, reason }: AdoptDraft, today: string): CheckedAdoption {
  const exitError = exitDate === '' ? 'Choose a day' : exitDate <= today ? 'Choose a day after today' : null;
  const why = reason.trim();
  return {
    input:
      positions.length === 0 || exitError !== null
        ? null
        : { positions: [...positions], exitDate, ...(why === '' ? {} : { reason: why }) },
    exitError,
  };
}

/** What is chosen at first: the one asked for, or all. */
export function startDraft(all: readonly string[], asked: string, today: string): AdoptDraft {
  return {
    positions: all.includes(asked) ? [asked] : all,
    exitDate: suggestedExit(today),
    reason: '',
  };
}
