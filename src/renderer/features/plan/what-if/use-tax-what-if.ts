import { useDebouncedValue } from '@mantine/hooks';
import { useDeferredValue, useMemo, useState } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCall, type CallState } from '../../../rpc/use-call.ts';
import { checkWhatIf, emptyDraft, type CheckedDraft, type WhatIfDraft } from './what-if-draft.ts';

export interface TaxWhatIf {
  readonly draft: WhatIfDraft;
  change(part: Partial<WhatIfDraft>): void;
  reset(): void;
  readonly checked: CheckedDraft;
  readonly answer: CallState<'plan.whatIf'>;
  /** What is drawn: drawing an answer gives way to typing. */
  readonly shown: CallAnswer<'plan.whatIf'> | undefined;
  /** The figures are of what was typed before: a newer answer is on its way, or a field is wrong. */
  readonly stale: boolean;
}

/** The years for what is typed, at once. A wrong field keeps the last answer on screen. */
export function useTaxWhatIf(asOf: string, withExits: boolean): TaxWhatIf {
  const [draft, setDraft] = useState(emptyDraft);
  const checked = useMemo(() => checkWhatIf(draft, asOf), [draft, asOf]);
  const [lastGood, setLastGood] = useState(checked.scenario);
  if (checked.scenario !== null && checked.scenario !== lastGood) setLastGood(checked.scenario);
  const [scenario] = useDebouncedValue(lastGood, 50);
  const answer = useCall(
    'plan.whatIf',
    { scenario: scenario ?? {}, ...(withExits ? {} : { exitPlans: false }) },
    { keepPrevious: true },
  );
  const shown = useDeferredValue(answer.data);
  return {
    draft,
    change: (part) => setDraft((now) => ({ ...now, ...part })),
    reset: () => setDraft(emptyDraft),
    checked,
    answer,
    shown,
    stale:
      checked.scenario === null || lastGood !== scenario || answer.isPlaceholderData || shown !== answer.data,
  };
}
