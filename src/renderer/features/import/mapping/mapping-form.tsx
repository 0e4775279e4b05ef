import { Button, Group, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../../rpc/use-command.ts';
import { useSlowCall } from '../../../rpc/use-slow-call.ts';
import { Failure } from '../../../ui/states.tsx';
import type { Profile, Suggestion } from './edit-profile.ts';
import { MappingBasics } from './mapping-basics.tsx';
import { MappingColumns } from './mapping-columns.tsx';
import { MappingMore } from './mapping-more.tsx';
import { MappingPreview } from './mapping-preview.tsx';
import { MappingWords } from './mapping-words.tsx';

export interface MappingFormProps {
  readonly upload: string;
  readonly suggestion: Suggestion;
  onSaved(format: string): void;
  onBack(): void;
}

/** A part of the mapping's form. */
export interface MappingPartProps {
  readonly profile: Profile;
  readonly suggestion: Suggestion;
  onChange(profile: Profile): void;
}

const typingPauseMs = 250;

export function MappingForm({ upload, suggestion, onSaved, onBack }: MappingFormProps): ReactNode {
  const [profile, setProfile] = useState<Profile>(suggestion.profile);
  const [settled] = useDebouncedValue(profile, typingPauseMs);
  const isNamed = settled.name.trim() !== '' && settled.account.name.trim() !== '';
  const preview = useSlowCall('mapping.preview', { upload, profile: settled }, isNamed);
  const { run, busy, failure } = useCommand('mapping.save');
  const isWhole =
    isNamed &&
    settled === profile &&
    preview.call.data !== undefined &&
    preview.call.data.problems.length === 0;
  const save = async (): Promise<void> => {
    const result = await run({ profile });
    if (result?.ok !== true) return;
    const saved = result.value.profiles.find(({ name }) => name === profile.name.trim());
    if (saved !== undefined) onSaved(saved.format);
  };
  const parts = { profile, suggestion, onChange: setProfile };
  return (
    <Stack gap="xl">
      <MappingBasics {...parts} />
      <MappingColumns {...parts} />
      <MappingWords {...parts} />
      <MappingMore {...parts} />
      <MappingPreview preview={preview} isNamed={isNamed} />
      {failure !== null && <Failure failure={failure} />}
      <Group>
        <Button disabled={!isWhole} loading={busy} onClick={() => void save()}>
          Save the mapping and read the file
        </Button>
        <Button variant="default" onClick={onBack}>
          Back
        </Button>
      </Group>
    </Stack>
  );
}
