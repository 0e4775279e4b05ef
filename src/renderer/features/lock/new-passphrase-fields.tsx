import type { ReactNode } from 'react';
import { PassphraseField, StrengthWords } from './passphrase-field.tsx';

export interface PassphraseFault {
  readonly field: 'passphrase' | 'again';
  readonly text: string;
}

/** What stands in the way of using this passphrase; null when nothing does. A weak one is advised against, not refused. */
export function passphraseFault(passphrase: string, again: string): PassphraseFault | null {
  if (passphrase === '') return { field: 'passphrase', text: 'Choose a passphrase' };
  return passphrase === again ? null : { field: 'again', text: 'The two are not the same' };
}

export interface NewPassphraseFieldsProps {
  readonly passphrase: string;
  readonly again: string;
  readonly fault: PassphraseFault | null;
  onPassphrase(value: string): void;
  onAgain(value: string): void;
}

export function NewPassphraseFields(props: NewPassphraseFieldsProps): ReactNode {
  const { passphrase, again, fault, onPassphrase, onAgain } = props;
  const errorOf = (field: PassphraseFault['field']): string | null =>
    fault?.field === field ? fault.text : null;
  return (
    <>
      <div>
        <PassphraseField
          label="Passphrase"
          description="Any characters, any length. Four or five unrelated words are easy to keep in mind and hard to guess."
          value={passphrase}
          onChange={onPassphrase}
          error={errorOf('passphrase')}
          mb="xs"
        />
        <StrengthWords passphrase={passphrase} />
      </div>
      <PassphraseField label="The same again" value={again} onChange={onAgain} error={errorOf('again')} />
    </>
  );
}
