import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Meaning } from './mapping-draft.ts';
import { choiceOfMeaning, isListed, keyOfMeaning, meaningGroups, meaningOfKey } from './meaning-choices.ts';

export interface MeaningPickerProps {
  /** Names the picker for those who hear it, where no label is seen. */
  readonly name?: string;
  readonly label?: string;
  readonly meaning: Meaning | null;
  /** What it is while nobody says. */
  readonly unsaid: string;
  readonly error?: string | null;
  onChoose(meaning: Meaning | null): void;
}

/** What rows are, picked from all that Hedgerow knows. */
export function MeaningPicker(props: MeaningPickerProps): ReactNode {
  const { name, label, meaning, unsaid, error = null, onChoose } = props;
  const own = meaning === null || isListed(meaning) ? null : choiceOfMeaning(meaning);
  return (
    <NativeSelect
      size={label === undefined ? 'xs' : 'sm'}
      label={label}
      aria-label={name}
      error={error}
      value={meaning === null ? '' : keyOfMeaning(meaning)}
      onChange={(event) => onChoose(meaningOfKey(event.currentTarget.value))}
    >
      <option value="">{unsaid}</option>
      {own !== null && <option value={own.key}>{own.words}</option>}
      {meaningGroups.map(({ group, choices }) => (
        <optgroup key={group} label={group}>
          {choices.map(({ key, words }) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}
