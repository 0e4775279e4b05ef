import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DecimalInput } from '../../ui/decimal-input.tsx';
import { RateText } from '../../ui/numbers.tsx';
import { Term } from '../../ui/term.tsx';
import { fillTheRest, newRow, type CheckedDraft, type Draft, type DraftRow } from './draft.ts';
import classes from './targets.module.css';

export interface PolicyFieldsProps {
  readonly draft: Draft;
  setDraft(draft: Draft): void;
  readonly checked: CheckedDraft;
  /** Say what is wrong: not before anybody has typed. */
  readonly complain: boolean;
}

export function PolicyFields({ draft, setDraft, checked, complain }: PolicyFieldsProps): ReactNode {
  const change = (id: string, fields: Partial<DraftRow>): void =>
    setDraft({ ...draft, rows: draft.rows.map((row) => (row.id === id ? { ...row, ...fields } : row)) });
  return (
    <>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {draft.rows.map((row, index) => (
          <TargetRow
            key={row.id}
            row={row}
            number={index + 1}
            assetError={complain ? checked.assetErrors[row.id] : undefined}
            weightError={complain ? checked.weightErrors[row.id] : undefined}
            onChange={(fields) => change(row.id, fields)}
            onRemove={() => setDraft({ ...draft, rows: draft.rows.filter(({ id }) => id !== row.id) })}
          />
        ))}
      </Stack>
      <TotalLine draft={draft} setDraft={setDraft} checked={checked} complain={complain} />
      <Bands draft={draft} setDraft={setDraft} checked={checked} />
    </>
  );
}

interface TargetRowProps {
  readonly row: DraftRow;
  readonly number: number;
  readonly assetError: string | undefined;
  readonly weightError: string | undefined;
  onChange(fields: Partial<DraftRow>): void;
  onRemove(): void;
}

function TargetRow({ row, number, assetError, weightError, onChange, onRemove }: TargetRowProps): ReactNode {
  const name = row.asset === '' ? `asset ${number}` : row.asset;
  return (
    <li className={classes.target}>
      <TextInput
        aria-label={`Asset ${number}`}
        placeholder="BTC"
        value={row.asset}
        onChange={(event) => onChange({ asset: event.currentTarget.value.toUpperCase() })}
        maxLength={20}
        autoComplete="off"
        error={assetError}
      />
      <DecimalInput
        aria-label={`Target share of ${name}`}
        unit="%"
        value={row.weight}
        onChange={(weight) => onChange({ weight })}
        error={weightError}
      />
      <ActionIcon size={36} aria-label={`Remove ${name}`} onClick={onRemove}>
        <IconTrash size={18} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}

function TotalLine({ draft, setDraft, checked, complain }: PolicyFieldsProps): ReactNode {
  const { total, totalError } = checked;
  return (
    <Group justify="space-between" gap="xs">
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        onClick={() => setDraft({ ...draft, rows: [...draft.rows, newRow(draft.rows)] })}
      >
        Add an asset
      </Button>
      <Group gap="xs">
        {totalError !== null && draft.rows.length > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => setDraft(fillTheRest(draft))}>
            Give the rest to {draft.rows.at(-1)?.asset || 'the last'}
          </Button>
        )}
        <Text
          size="sm"
          role="status"
          {...(totalError === null || !complain ? {} : { c: 'var(--mantine-color-error)' })}
        >
          Together <RateText value={total} decimals={6} />
          {totalError === null ? '' : `: ${totalError}`}
        </Text>
      </Group>
    </Group>
  );
}

function Bands({ draft, setDraft, checked }: Omit<PolicyFieldsProps, 'complain'>): ReactNode {
  return (
    <div>
      <Text size="sm" fw={600}>
        When to act: the <Term id="tolerance-band" />
      </Text>
      <Group grow align="flex-start" mt={6}>
        <DecimalInput
          label="In points"
          description="5: act below 45% or above 55% of a 50% target"
          unit="points"
          value={draft.absoluteBand}
          onChange={(absoluteBand) => setDraft({ ...draft, absoluteBand })}
          error={checked.absoluteError}
        />
        <DecimalInput
          label="In % of target"
          description="20: a 10% target may move by 2 points"
          unit="%"
          value={draft.relativeBand}
          onChange={(relativeBand) => setDraft({ ...draft, relativeBand })}
          error={checked.relativeError}
        />
      </Group>
      <Text size="xs" c="dimmed" mt={6}>
        Leave one empty to use only the other; with both, the narrower counts.
      </Text>
    </div>
  );
}
