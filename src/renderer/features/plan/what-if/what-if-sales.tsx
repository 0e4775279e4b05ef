import { ActionIcon, Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { useCall } from '../../../rpc/use-call.ts';
import { signOf } from '../../../ui/number-format.ts';
import type { TaxWhatIf } from './use-tax-what-if.ts';
import { addSale, type SaleDraft } from './what-if-draft.ts';
import type { WhatIfFormProps } from './what-if-form.tsx';

/** Sales besides the planned ones, and planned steps on other days. */
export function WhatIfSales({ base, whatIf }: WhatIfFormProps): ReactNode {
  const { draft, change, checked } = whatIf;
  const assets = useAssets();
  const first = assets[0] ?? '';
  // Days of exit plans are moved on the calendar.
  const exits = new Set(base.exitPlans.counted.map(({ plan }) => plan));
  const steps = base.steps.filter(
    ({ view, plan }) => view === 'planned' && !(plan !== null && exits.has(plan)),
  );
  return (
    <Stack gap="sm" component="section" aria-label="Sales and dates">
      <Title order={3}>Sales and dates</Title>
      {draft.sales.map((sale, index) => (
        <Sale key={sale.key} sale={sale} number={index + 1} assets={assets} whatIf={whatIf} />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden="true" />}
        disabled={first === ''}
        onClick={() => change(addSale(draft, first, base.asOf))}
      >
        Suppose a sale
      </Button>
      {steps.map(({ id, date, text }) => (
        <TextInput
          key={id}
          type="date"
          label={<Sentence>{text}</Sentence>}
          value={draft.moves[id] ?? date}
          onChange={(event) => {
            const next = event.currentTarget.value;
            const { [id]: _, ...others } = draft.moves;
            change({ moves: next === date ? others : { ...draft.moves, [id]: next } });
          }}
          error={checked.errors[`move ${id}`]}
        />
      ))}
      {steps.length === 0 && (
        <Text size="xs" c="dimmed">
          The steps of a saved plan stand here too, each with its day.
        </Text>
      )}
    </Stack>
  );
}

/** What one holds and could sell: coins, the largest first. */
function useAssets(): readonly string[] {
  const { data } = useCall('holdings.read', {});
  return (data?.holdings ?? [])
    .filter(({ assetClass, quantity }) => assetClass !== 'currency' && signOf(quantity) === 'up')
    .map(({ asset }) => asset);
}

interface SaleProps {
  readonly sale: SaleDraft;
  readonly number: number;
  readonly assets: readonly string[];
  readonly whatIf: TaxWhatIf;
}

function Sale({ sale, number, assets, whatIf: { draft, change, checked } }: SaleProps): ReactNode {
  const set = (part: Partial<SaleDraft>): void =>
    change({ sales: draft.sales.map((each) => (each.key === sale.key ? { ...each, ...part } : each)) });
  const error = (field: string): string | undefined => checked.errors[`sale ${sale.key} ${field}`];
  return (
    <Stack gap={6} role="group" aria-label={`Sale ${number}`}>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          Sale {number}
        </Text>
        <ActionIcon
          size={26}
          aria-label={`Remove sale ${number}`}
          onClick={() => change({ sales: draft.sales.filter(({ key }) => key !== sale.key) })}
        >
          <IconTrash size={16} aria-hidden="true" />
        </ActionIcon>
      </Group>
      <NativeSelect
        aria-label={`Coin of sale ${number}`}
        data={[...assets]}
        value={sale.asset}
        onChange={(event) => set({ asset: event.currentTarget.value })}
        error={error('asset')}
      />
      <DecimalInput
        label="How much"
        unit={sale.asset}
        value={sale.quantity}
        onChange={(quantity) => set({ quantity })}
        error={error('quantity')}
      />
      <TextInput
        type="date"
        label="On"
        value={sale.date}
        onChange={(event) => set({ date: event.currentTarget.value })}
        error={error('date')}
      />
      <DecimalInput
        label="At a price of"
        unit="USD"
        placeholder="as assumed"
        value={sale.price}
        onChange={(price) => set({ price })}
        error={error('price')}
      />
    </Stack>
  );
}
