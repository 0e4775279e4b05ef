import { Button, Group, Paper, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { Failure } from '../../../ui/states.tsx';
import classes from './mapping.module.css';
import { stateWords } from './preview-words.ts';
import { errorOf } from './problem-words.ts';
import type { MappingForm } from './use-mapping.ts';

export interface SaveBarProps {
  readonly form: MappingForm;
  onSave(): void;
  onCancel(): void;
  /** Goes to the first field that keeps it from being saved. */
  onShowProblem(): void;
}

/** Always in sight: how far it is, what the first row becomes, and the way on. */
export function SaveBar({ form, onSave, onCancel, onShowProblem }: SaveBarProps): ReactNode {
  const { profile, problems, preview, saving, saveFailure, change } = form;
  const first = problems.length === 0 ? preview?.rows.find(({ kind }) => kind !== null) : undefined;
  return (
    <Paper p="md" shadow="md" className={classes.bar}>
      {saveFailure !== null && <Failure failure={saveFailure} />}
      <Group justify="space-between" align="flex-end" gap="md">
        <div className={classes.state}>
          <Text size="sm" fw={600} role="status">
            {stateWords(problems.length, preview)}
          </Text>
          {problems.length > 0 && (
            <Button variant="subtle" size="xs" px={4} onClick={onShowProblem}>
              {problems.length === 1 ? 'Show it' : 'Show the first'}
            </Button>
          )}
          {first !== undefined && (
            <Text size="sm" c="dimmed" truncate>
              Line {first.line}: <Sentence>{first.words}</Sentence>
            </Text>
          )}
        </div>
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            label="Name of this mapping"
            error={errorOf(problems, 'name')}
            value={profile.name}
            maxLength={80}
            onChange={(event) => change({ ...profile, name: event.currentTarget.value })}
            w={190}
          />
          <Button onClick={onSave} loading={saving}>
            Save and read the file
          </Button>
          <Button variant="subtle" color="gray" px="xs" onClick={onCancel}>
            Back to the files
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
