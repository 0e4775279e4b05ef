import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useSlowCall } from '../../../rpc/use-slow-call.ts';
import { Failure } from '../../../ui/states.tsx';
import { StepHeading } from '../../../ui/step-heading.tsx';
import { TaskProgressBar } from '../../../ui/task-progress.tsx';
import type { ImportState } from '../use-import.ts';
import type { MappingFlow } from '../wizard-props.ts';
import type { Suggestion } from './edit-profile.ts';
import { MappingForm } from './mapping-form.tsx';

export interface MappingStepProps {
  readonly flow: MappingFlow;
  readonly state: ImportState;
}

/** A file that nobody knows: what each column says, what each word means, and what is made of its rows meanwhile. */
export function MappingStep({ flow: { upload }, state }: MappingStepProps): ReactNode {
  const [preset, setPreset] = useState('');
  const suggest = useSlowCall('mapping.suggest', { upload, ...(preset === '' ? {} : { preset }) }, true);
  const back = (): void => state.move({ type: 'go', step: 'detect' });
  const { data, error } = suggest.call;
  if (error !== null) {
    return (
      <Stack>
        <Failure failure={error.failure} onRetry={() => void suggest.call.refetch()} />
        <Button variant="default" w="fit-content" onClick={back}>
          Back
        </Button>
      </Stack>
    );
  }
  if (data === undefined)
    return (
      <TaskProgressBar
        what="Looking at the columns"
        unit="bytes"
        progress={suggest.progress}
        onCancel={back}
      />
    );
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-end" gap="md">
        <StepHeading
          title={`Map ${data.file}`}
          about="Check what each column says and what each word means. The rows below show at once what comes of it; nothing is stored."
        />
        <PresetChoice presets={data.presets} value={preset} onChange={setPreset} />
      </Group>
      <MappingForm
        key={preset}
        upload={upload}
        suggestion={data}
        onSaved={(format) => state.move({ type: 'mapped', upload, format })}
        onBack={back}
      />
    </Stack>
  );
}

interface PresetChoiceProps {
  readonly presets: Suggestion['presets'];
  readonly value: string;
  onChange(preset: string): void;
}

/** Where the words of an exchange are known though its files are not. */
function PresetChoice({ presets, value, onChange }: PresetChoiceProps): ReactNode {
  const chosen = presets.find(({ id }) => id === value);
  return (
    <div style={{ maxWidth: 420 }}>
      <NativeSelect
        label="Begin with the words of"
        data={[
          { value: '', label: 'any exchange' },
          ...presets.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {chosen !== undefined && (
        <Text size="xs" c="dimmed" mt={4}>
          {chosen.words}
        </Text>
      )}
    </div>
  );
}
