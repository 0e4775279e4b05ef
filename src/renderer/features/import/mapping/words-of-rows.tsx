import { Badge, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  sideOf,
  stateOf,
  withSide,
  withState,
  type SideWord,
} from '../../../../shared/domain/mapping-draft.ts';
import type { MappingFieldsProps } from './field-props.ts';
import { meaningOf, withMeaning, wordsOf } from './mapping-draft.ts';
import { MappingSection } from './mapping-section.tsx';
import { MeaningPicker } from './meaning-picker.tsx';
import { errorOf } from './problem-words.ts';
import { WordsTable } from './words-table.tsx';

/** What the rows are: by the words of the type column, or all alike; then buy and sell, and what counts as final. */
export function WordsOfRows(props: MappingFieldsProps): ReactNode {
  const { columns } = props.profile;
  return (
    <>
      <KindsOfRows {...props} />
      {columns.side !== undefined && <SideWords {...props} />}
      {columns.status !== undefined && <FinalWords {...props} />}
    </>
  );
}

const unsaidWords = 'Not said: only the balance changes';

function KindsOfRows({ suggestion, profile, problems, change }: MappingFieldsProps): ReactNode {
  const isTyped = profile.columns.type !== undefined;
  const words = wordsOf(suggestion, profile, 'type');
  return (
    <MappingSection
      title="What the rows are"
      about={
        isTyped
          ? 'Each word of that column, how often it comes in the whole file, and what its rows are. Rows that nobody names change the balance and wait in the review list: nothing is dropped.'
          : 'No column says what kind of row it is, so all rows are alike.'
      }
    >
      {isTyped && (
        <WordsTable label="Words for the kind of row" words={words}>
          {({ word }) => {
            const meaning = meaningOf(profile, word);
            return (
              <Group gap="xs" wrap="nowrap">
                <div style={{ flex: 1 }}>
                  <MeaningPicker
                    name={`What rows with “${word}” are`}
                    meaning={meaning}
                    unsaid={profile.otherwise === null ? unsaidWords : 'Like other rows'}
                    error={errorOf(problems, word)}
                    onChoose={(next) => change(withMeaning(profile, word, next))}
                  />
                </div>
                {meaning === null && (
                  <Badge color="yellow" variant="light" tt="none">
                    Please say
                  </Badge>
                )}
              </Group>
            );
          }}
        </WordsTable>
      )}
      <div style={{ maxWidth: 420, marginTop: isTyped ? 12 : 0 }}>
        <MeaningPicker
          label={isTyped ? 'Rows with any other word' : 'Every row is'}
          meaning={profile.otherwise}
          unsaid={unsaidWords}
          error={errorOf(problems, 'otherwise')}
          onChoose={(otherwise) => change({ ...profile, otherwise })}
        />
      </div>
    </MappingSection>
  );
}

const sideChoices: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: 'Neither' },
  { value: 'buy', label: 'Buy' },
  { value: 'sell', label: 'Sell' },
];

function SideWords({ suggestion, profile, problems, change }: MappingFieldsProps): ReactNode {
  return (
    <MappingSection
      title="Buy or sell"
      about="Which words mean that something was bought, and which that it was sold."
    >
      <WordsTable label="Words for buy and sell" words={wordsOf(suggestion, profile, 'side')}>
        {({ word }) => (
          <NativeSelect
            size="xs"
            aria-label={`Whether “${word}” is a buy or a sell`}
            error={errorOf(problems, word)}
            value={sideOf(profile, word) ?? ''}
            onChange={(event) => {
              const side = event.currentTarget.value;
              change(withSide(profile, word, side === '' ? null : (side as SideWord)));
            }}
            data={[...sideChoices]}
            maw={220}
          />
        )}
      </WordsTable>
    </MappingSection>
  );
}

const stateChoices: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: 'Not said: its rows cannot be read' },
  { value: 'final', label: 'It happened: its rows count' },
  { value: 'not-final', label: 'It never happened: leave its rows out' },
];

function FinalWords({ suggestion, profile, problems, change }: MappingFieldsProps): ReactNode {
  const error = errorOf(problems, 'status');
  const choose = (word: string, state: string): void =>
    change(withState(profile, word, state === '' ? null : state === 'final'));
  return (
    <MappingSection
      title="Whether it happened"
      about="Cancelled, failed and waiting rows moved nothing and are left out. A row with a word that nobody has said is refused, in this file and in later ones: it never vanishes in silence."
    >
      <Stack gap={6} {...(error === null ? {} : { 'data-problem': true })}>
        <WordsTable label="Words for what happened" words={wordsOf(suggestion, profile, 'status')}>
          {({ word }) => (
            <NativeSelect
              size="xs"
              aria-label={`Whether rows with “${word}” happened`}
              value={stateKey(stateOf(profile, word))}
              disabled={word === ''}
              onChange={(event) => choose(word, event.currentTarget.value)}
              data={[...stateChoices]}
            />
          )}
        </WordsTable>
        {error !== null && (
          <Text size="sm" c="red" role="alert">
            {error}
          </Text>
        )}
      </Stack>
    </MappingSection>
  );
}

function stateKey(state: boolean | null): string {
  if (state === null) return '';
  return state ? 'final' : 'not-final';
}
