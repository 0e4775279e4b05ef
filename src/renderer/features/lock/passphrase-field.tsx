import { PasswordInput, Progress, Text, type PasswordInputProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { passphraseStrength, type PassphraseStrength } from '../../../shared/passphrase-strength.ts';

export interface PassphraseFieldProps extends Omit<PasswordInputProps, 'value' | 'onChange'> {
  readonly value: string;
  onChange(value: string): void;
}

/** A field for a passphrase: it can be pasted, shown and hidden, and is never corrected or remembered by the browser. */
export function PassphraseField({ value, onChange, ...rest }: PassphraseFieldProps): ReactNode {
  return (
    <PasswordInput
      {...rest}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
    />
  );
}

const looks = {
  empty: { color: 'gray', word: '' },
  weak: { color: 'red', word: 'Weak. ' },
  fair: { color: 'yellow', word: 'Fair. ' },
  strong: { color: 'hedge', word: 'Strong. ' },
} as const satisfies Record<PassphraseStrength['level'], unknown>;

/** How long the passphrase would hold, in words; no rules about digits and symbols. */
export function StrengthWords({ passphrase }: { readonly passphrase: string }): ReactNode {
  const { guesses, level, words } = passphraseStrength(passphrase);
  const { color, word } = looks[level];
  return (
    <div>
      <Progress value={Math.min(100, guesses * 6)} color={color} size="sm" aria-hidden="true" />
      <Text size="sm" mt={4} c={level === 'weak' ? 'red' : 'dimmed'} role="status">
        {word !== '' && <strong>{word}</strong>}
        {words}
      </Text>
    </div>
  );
}
