import { Button, Checkbox, Group, Paper, Select, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { closedWords, type ClosedChoice, type StepDraft } from './scenario-draft.ts';
import classes from '../monitor.module.css';

export interface StepFieldsProps {
  readonly number: number;
  readonly step: StepDraft;
  /** Coins that are held: each has a field of its own. */
  readonly coins: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
  onChange(step: StepDraft): void;
  onRemove?(): void;
}

type TextField = 'hours' | 'allCoins' | 'stablecoins' | 'basis' | 'funding' | 'margin' | 'haircut';

const fields: readonly {
  readonly key: TextField;
  readonly label: string;
  readonly about: string;
  readonly unit: string;
}[] = [
  { key: 'hours', label: 'Takes', about: 'Funding is paid for them', unit: 'hours' },
  { key: 'allCoins', label: 'All coins move by', about: '-30 is a fall of 30%', unit: '%' },
  { key: 'stablecoins', label: 'Stablecoins move by', about: '-5: USDT at 95 cents', unit: '%' },
  {
    key: 'basis',
    label: 'Futures stand further off by',
    about: 'Of the coin’s price; 5 is dearer',
    unit: '%',
  },
  { key: 'funding', label: 'Funding each 8 hours', about: 'Longs pay where it is positive', unit: '%' },
  { key: 'margin', label: 'Margin asked', about: '2 is twice as much as today', unit: 'times' },
  { key: 'haircut', label: 'Collateral counts less by', about: 'Of coins and stablecoins', unit: '%' },
];

/** One step: how far everything stands from the prices of today, and what goes wrong besides. */
export function StepFields({ number, step, coins, errors, onChange, onRemove }: StepFieldsProps): ReactNode {
  const at = number - 1;
  return (
    <Paper p="md" component="section" aria-label={`Step ${number}`}>
      <Group justify="space-between" mb="sm">
        <Title order={3}>Step {number}</Title>
        {onRemove !== undefined && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onRemove}>
            Remove step {number}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        Moves count from the prices of today, not from the step before. Leave empty what does not change.
      </Text>
      <div className={classes.fields}>
        {fields.map(({ key, label, about, unit }) => (
          <DecimalInput
            key={key}
            label={label}
            description={about}
            unit={unit}
            value={step[key]}
            onChange={(text) => onChange({ ...step, [key]: text })}
            error={errors[`${at} ${key}`]}
          />
        ))}
        {coins.map((coin) => (
          <DecimalInput
            key={coin}
            label={`${coin} alone moves by`}
            description="In place of what all coins do"
            unit="%"
            value={step.coins[coin] ?? ''}
            onChange={(text) => onChange({ ...step, coins: { ...step.coins, [coin]: text } })}
            error={errors[`${at} ${coin}`]}
          />
        ))}
        <Select
          label="Futures closed by the exchange"
          description="To cover losses of others"
          data={Object.entries(closedWords).map(([value, label]) => ({ value, label }))}
          value={step.closed}
          onChange={(value) => onChange({ ...step, closed: (value ?? 'none') as ClosedChoice })}
          allowDeselect={false}
        />
      </div>
      <Checkbox
        mt="md"
        label="You cannot pay in or trade during this step"
        checked={step.noAccess}
        onChange={(event) => onChange({ ...step, noAccess: event.currentTarget.checked })}
      />
    </Paper>
  );
}
