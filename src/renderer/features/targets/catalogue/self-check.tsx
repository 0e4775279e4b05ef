import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { readEntry } from '../../../ui/decimal-entry.ts';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { Failure } from '../../../ui/states.tsx';

export interface SelfCheckProps {
  readonly contract: string;
  readonly quote: string;
}

/** A line of the user's own statement tells whether the size of a contract is right: the slip that costs most. */
export function SelfCheck({ contract, quote }: SelfCheckProps): ReactNode {
  const [typed, setTyped] = useState({ quantity: '', price: '', value: '' });
  const [asked] = useDebouncedValue(typed, 100);
  const entries = {
    quantity: readEntry(asked.quantity, { zero: false }),
    price: readEntry(asked.price, { zero: false }),
    value: readEntry(asked.value, { zero: false }),
  };
  const { quantity, price, value } = entries;
  const input =
    quantity.ok && price.ok && value.ok
      ? { contract, quantity: quantity.value, price: price.value, value: value.value }
      : null;
  const call = useCall('contracts.selfCheck', input ?? { contract, quantity: '1', price: '1', value: '1' }, {
    enabled: input !== null,
  });
  const field = (key: keyof typeof typed, label: string, unit?: string): ReactNode => (
    <DecimalInput
      label={label}
      value={typed[key]}
      onChange={(text) => setTyped({ ...typed, [key]: text })}
      error={entries[key].ok ? null : entries[key].error}
      {...(unit === undefined ? {} : { unit })}
    />
  );
  return (
    <section>
      <Title order={3} size="h5" mb={4}>
        Does it fit your statement?
      </Title>
      <Text size="sm" mb="sm">
        Copy one position from your exchange; the size of a contract is checked against what it says.
      </Text>
      <Stack gap="sm">
        <Group grow align="flex-start">
          {field('quantity', 'Quantity, as shown there')}
          {field('price', 'Mark price', quote)}
          {field('value', 'Value of the position', quote)}
        </Group>
        {input !== null && call.error !== null && <Failure failure={call.error.failure} />}
        {input !== null && call.data !== undefined && (
          <Alert color={call.data.fits ? 'teal' : 'yellow'} role="status" title={call.data.words}>
            {call.data.suggestions.map(({ words }) => (
              <Text key={words} size="sm">
                {words}
              </Text>
            ))}
          </Alert>
        )}
      </Stack>
    </section>
  );
}
