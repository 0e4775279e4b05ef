import { Text, TextInput, type TextInputProps } from '@mantine/core';
import type { ReactNode } from 'react';

export interface DecimalInputProps extends Omit<
  TextInputProps,
  'value' | 'onChange' | 'rightSection' | 'inputMode'
> {
  readonly value: string;
  onChange(value: string): void;
  /** "%", "USD", "BTC": stands inside the field. */
  readonly unit?: string;
}

/** A field for an exact number. It keeps the text as typed; `readEntry` says what it means. */
export function DecimalInput({ value, onChange, unit, ...rest }: DecimalInputProps): ReactNode {
  return (
    <TextInput
      {...rest}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      styles={{ input: { fontVariantNumeric: 'tabular-nums', textAlign: 'end' } }}
      {...(unit === undefined
        ? {}
        : {
            rightSection: (
              <Text size="xs" c="dimmed" aria-hidden="true">
                {unit}
              </Text>
            ),
            rightSectionWidth: 20 + 9 * unit.length,
            rightSectionPointerEvents: 'none' as const,
          })}
    />
  );
}
