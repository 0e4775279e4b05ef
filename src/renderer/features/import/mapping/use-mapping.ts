import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Failure } from '../../../../shared/errors/failure.ts';
import { callCore } from '../../../rpc/client.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { useSlowCall, type SlowCallState } from '../../../rpc/use-slow-call.ts';
import type { Delimiter, Profile, ProfileProblem, Suggestion } from './mapping-draft.ts';
import { freeName, unfilled, type Kept } from './mapping-names.ts';

type MappingPreview = CallAnswer<'mapping.preview'>;

export interface SavedMapping {
  readonly format: string;
  readonly name: string;
}

export interface MappingForm {
  readonly profile: Profile;
  change(profile: Profile): void;
  /** All that keeps the mapping from being saved. */
  readonly problems: readonly ProfileProblem[];
  /** The last answer, also while the next one is worked out; null before the first. */
  readonly preview: MappingPreview | null;
  readonly previewFailure: Failure | null;
  readonly isReading: boolean;
  readonly saving: boolean;
  readonly saveFailure: Failure | null;
  /** null where it was refused; 'lacking' where `problems` now say why it cannot be saved. */
  save(): Promise<SavedMapping | 'lacking' | null>;
}

/** The first mapping of an upload; with a preset its words are looked for first. */
export function useSuggestion(
  upload: string,
  preset: string,
  delimiter: Delimiter | null,
): SlowCallState<'mapping.suggest'> {
  const chosen = { ...(preset !== '' && { preset }), ...(delimiter !== null && { delimiter }) };
  return useSlowCall('mapping.suggest', { upload, ...chosen }, true);
}

const typingPauseMs = 200;

/** A mapping as a person changes it, with what the core makes of it at every change. */
export function useMapping(upload: string, suggestion: Suggestion, kept: readonly Kept[]): MappingForm {
  const [profile, change] = useState(() => ({
    ...suggestion.profile,
    name: freeName(suggestion.profile, kept),
  }));
  const [last, setLast] = useState<MappingPreview | null>(null);
  const [asked] = useDebouncedValue(profile, typingPauseMs);
  const lacking = unfilled(profile, kept);
  const { call } = useSlowCall(
    'mapping.preview',
    { upload, profile: asked },
    unfilled(asked, kept).length === 0,
  );
  const [seen, setSeen] = useState<MappingPreview>();
  if (call.data !== seen) {
    setSeen(call.data);
    if (call.data !== undefined) setLast(call.data);
  }
  const saving = useCommand('mapping.save');

  const save: MappingForm['save'] = async () => {
    if (lacking.length > 0) return 'lacking';
    // What a choice made just now lacks may not be known yet.
    const now = await callCore('mapping.preview', { upload, profile });
    if (now.ok) flushSync(() => setLast(now.value));
    if (now.ok && now.value.problems.length > 0) return 'lacking';
    const result = await saving.run({ profile });
    if (result?.ok !== true) return null;
    const saved = result.value.profiles.find(({ name }) => name === profile.name.trim());
    return saved === undefined ? null : { format: saved.format, name: saved.name };
  };

  return {
    profile,
    change,
    problems: [...lacking, ...(last ?? suggestion).problems],
    preview: last,
    previewFailure: call.error?.failure ?? null,
    isReading: call.isFetching || asked !== profile,
    saving: saving.busy,
    saveFailure: saving.failure,
    save,
  };
}
