import { Stack, Text, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { DecimalInput } from '../../ui/decimal-input.tsx';
import { formatRate } from '../../ui/number-format.ts';
import { Term } from '../../ui/term.tsx';
import type { AssumptionFields } from './assumptions.ts';
import type { WhatIfState } from './use-comparison.ts';
import type { Comparison } from './view-model.ts';

export interface AssumptionsFormProps {
  readonly whatIf: WhatIfState;
  readonly assets: readonly string[];
  /** What the comparison used, defaults filled in; shown pale in fields that are empty. */
  readonly used: Comparison['assumptions'] | undefined;
}

/** What is supposed. Every key is a new comparison. */
export function AssumptionsForm({ whatIf, assets, used }: AssumptionsFormProps): ReactNode {
  const {
    fields,
    setFields,
    checked: { errors },
  } = whatIf;
  const change = (part: Partial<AssumptionFields>): void => setFields({ ...fields, ...part });
  return (
    <Stack component="section" gap="sm" aria-label="Assumptions">
      <Title order={3}>Suppose…</Title>
      <TextInput
        type="date"
        label="Exit date"
        description="Futures closed, coins sold"
        value={fields.exitDate}
        onChange={(event) => change({ exitDate: event.currentTarget.value })}
        error={errors['exitDate']}
      />
      {assets.map((asset) => (
        <DecimalInput
          key={asset}
          label={`${asset} price by then`}
          unit="%"
          placeholder={usedChange(used, asset)}
          value={fields.priceChange[asset] ?? ''}
          onChange={(text) => change({ priceChange: { ...fields.priceChange, [asset]: text } })}
          error={errors[`price ${asset}`]}
        />
      ))}
      <DecimalInput
        label="Carry of the futures, a year"
        description="What holding the futures costs a short"
        unit="%"
        placeholder={shown(used?.carryPerYear)}
        value={fields.carry}
        onChange={(carry) => change({ carry })}
        error={errors['carry']}
      />
      <DecimalInput
        label="Worth of a year’s wait"
        description="Tax paid later costs less today by this much a year"
        unit="%"
        placeholder={shown(used?.discountPerYear)}
        value={fields.discount}
        onChange={(discount) => change({ discount })}
        error={errors['discount']}
      />
      <DecimalInput
        label="Fee of buying and selling coins"
        unit="%"
        placeholder={shown(used?.spotFee)}
        value={fields.spotFee}
        onChange={(spotFee) => change({ spotFee })}
        error={errors['spotFee']}
      />
      <Text size="xs" c="dimmed">
        Empty fields take the pale figure. Carry comes from <Term id="funding" /> or the{' '}
        <Term id="basis-of-futures">basis</Term>.
      </Text>
    </Stack>
  );
}

function usedChange(used: Comparison['assumptions'] | undefined, asset: string): string {
  return shown(used?.priceChange.find((entry) => entry.asset === asset)?.change ?? '0');
}

/** A pale figure needs no more than two decimals. */
function shown(share: string | undefined): string {
  return share === undefined ? '' : formatRate(share).replace('%', '');
}
