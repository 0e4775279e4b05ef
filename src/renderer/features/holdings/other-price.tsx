import { Group, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { DecimalInput } from '../../ui/decimal-input.tsx';
import type { PriceEntries } from './price-entries.ts';

export interface OtherPriceProps {
  readonly other: PriceEntries['other'];
  readonly error: string | null;
  onChange(other: PriceEntries['other']): void;
}

/** A price of something that is not in the list, such as a coin that is no longer held. */
export function OtherPrice({ other, error, onChange }: OtherPriceProps): ReactNode {
  return (
    <Group align="flex-start" grow wrap="nowrap" gap="md">
      <TextInput
        label="Another asset"
        placeholder="DOGE"
        value={other.of}
        onChange={(event) => onChange({ ...other, of: event.currentTarget.value })}
        maxLength={40}
        error={error}
      />
      <DecimalInput
        label="Its price"
        unit="USD"
        value={other.price}
        onChange={(price) => onChange({ ...other, price })}
      />
    </Group>
  );
}
