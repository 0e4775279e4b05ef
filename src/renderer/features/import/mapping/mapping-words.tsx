import { Checkbox, NativeSelect, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount } from '../../../ui/number-format.ts';
import {
  meaningOf,
  sideOf,
  withFinal,
  withMeaning,
  withSide,
  wordsOf,
  type SeenWord,
  type SideOfWord,
} from './edit-profile.ts';
import classes from './mapping.module.css';
import type { MappingPartProps } from './mapping-form.tsx';
import { MeaningChoice } from './meaning-choice.tsx';

/** What each word of the file means: of the kind of a row, of buying and selling, of what is final. */
export function MappingWords(props: MappingPartProps): ReactNode {
  return (
    <Stack gap="lg">
      <TypeWords {...props} />
      <SideWords {...props} />
      <StatusWords {...props} />
    </Stack>
  );
}

function TypeWords({ profile, suggestion, onChange }: MappingPartProps): ReactNode {
  const words = wordsOf(suggestion, profile, 'type');
  return (
    <section aria-label="Kinds of rows">
      <Title order={3} size="h5" mb="xs">
        What each row is
      </Title>
      <ul className={classes.words}>
        {words.map((seen) => (
          <li key={seen.word} className={classes.word}>
            <Word of={seen} />
            <MeaningChoice
              label={`What "${seen.word}" means`}
              value={meaningOf(profile, seen.word)}
              unsaid="As all other rows"
              onChange={(meaning) => onChange(withMeaning(profile, seen.word, meaning))}
            />
          </li>
        ))}
        <li className={classes.word}>
          <Text size="sm" fw={600}>
            {words.length === 0 ? 'Every row' : 'All other rows'}
          </Text>
          <MeaningChoice
            label={words.length === 0 ? 'What every row is' : 'What all other rows are'}
            value={profile.otherwise}
            unsaid="Not known: only the balance changes, and the row waits for review"
            onChange={(otherwise) => onChange({ ...profile, otherwise })}
          />
        </li>
      </ul>
    </section>
  );
}

function Word({ of: { word, count } }: { readonly of: SeenWord }): ReactNode {
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <Text size="sm" fw={600}>
        {word === '' ? '(empty)' : word}
      </Text>
      {count !== null && (
        <Text size="xs" c="dimmed">
          {count === 1 ? '1 row' : `${formatCount(count)} rows`}
        </Text>
      )}
    </div>
  );
}

function SideWords({ profile, suggestion, onChange }: MappingPartProps): ReactNode {
  const words = wordsOf(suggestion, profile, 'side');
  if (words.length === 0) return null;
  return (
    <section aria-label="Buying and selling">
      <Title order={3} size="h5" mb="xs">
        Which words buy, and which sell
      </Title>
      <ul className={classes.words}>
        {words.map((seen) => (
          <li key={seen.word} className={classes.word}>
            <Word of={seen} />
            <NativeSelect
              aria-label={`Whether "${seen.word}" buys or sells`}
              size="xs"
              data={[
                { value: '', label: 'Neither' },
                { value: 'buy', label: 'Buys' },
                { value: 'sell', label: 'Sells' },
              ]}
              value={sideOf(profile, seen.word)}
              onChange={(event) =>
                onChange(withSide(profile, seen.word, event.currentTarget.value as SideOfWord))
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function StatusWords({ profile, suggestion, onChange }: MappingPartProps): ReactNode {
  const words = wordsOf(suggestion, profile, 'status');
  if (words.length === 0) return null;
  return (
    <section aria-label="What is final">
      <Title order={3} size="h5" mb="xs">
        Which rows are final
      </Title>
      <Stack gap="xs">
        {words.map(({ word, count }) => (
          <Checkbox
            key={word}
            label={`${word === '' ? '(empty)' : word}${count === null ? '' : `, ${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`}`}
            checked={profile.finalStatus.includes(word.trim().toLowerCase())}
            onChange={(event) => onChange(withFinal(profile, word, event.currentTarget.checked))}
          />
        ))}
      </Stack>
    </section>
  );
}
