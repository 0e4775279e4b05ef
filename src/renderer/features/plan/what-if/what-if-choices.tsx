import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { useNavigation } from '../../../ui/navigation.tsx';
import { Answer } from '../../../ui/states.tsx';
import { Fold } from '../fold.tsx';
import type { WhatIfFormProps } from './what-if-form.tsx';

type TaxElection = CallAnswer<'elections.read'>['taxElections'][number];

/** Choices that law leaves open, as if made otherwise. */
export function WhatIfChoices({ whatIf }: Pick<WhatIfFormProps, 'whatIf'>): ReactNode {
  const { go } = useNavigation();
  const call = useCall('elections.read', {});
  const { draft, change } = whatIf;
  const set = (id: string, value: string | null): void => {
    const { [id]: _, ...others } = draft.elections;
    change({ elections: value === null ? others : { ...others, [id]: value } });
  };
  return (
    <Answer of={call} what="Reading your choices">
      {({ taxElections }) => {
        const [often, rare] = [taxElections.slice(0, shownAtFirst), taxElections.slice(shownAtFirst)];
        const field = (election: TaxElection): ReactNode => (
          <Choice
            key={election.id}
            election={election}
            value={draft.elections[election.id] ?? null}
            onChange={(value) => set(election.id, value)}
          />
        );
        return (
          <>
            {often.map(field)}
            {rare.length > 0 && (
              <Fold title={`${rare.length} more choices`}>
                <div style={{ display: 'grid', gap: 12 }}>{rare.map(field)}</div>
              </Fold>
            )}
            <Text size="xs" c="dimmed">
              What each means, and what it costs you, stands under{' '}
              <Button variant="subtle" size="compact-xs" onClick={() => go('elections')}>
                Tax choices
              </Button>
            </Text>
          </>
        );
      }}
    </Answer>
  );
}

const shownAtFirst = 3;

interface ChoiceProps {
  readonly election: TaxElection;
  /** null: as it is in force. */
  readonly value: string | null;
  onChange(value: string | null): void;
}

function Choice({ election, value, onChange }: ChoiceProps): ReactNode {
  const { title, options, kind } = election;
  const inForce = options.find((option) => option.value === election.value)?.words ?? election.value;
  const isDate = value !== null && options.every((option) => option.value !== value);
  return (
    <>
      <NativeSelect
        label={title}
        data={[
          { value: '', label: `As it is: ${inForce}` },
          ...options
            // A mixed straddle account is warned of on the choices page, and computed nowhere.
            .filter((option) => option.value !== election.value && option.value !== 'account')
            .map(({ value: of, words }) => ({
              value: of,
              label: words,
            })),
          ...(kind === 'date-or-off' ? [{ value: 'date', label: 'From a day on…' }] : []),
        ]}
        value={isDate ? 'date' : (value ?? '')}
        onChange={(event) => {
          const next = event.currentTarget.value;
          onChange(next === '' ? null : next === 'date' ? '2027-01-01' : next);
        }}
      />
      {isDate && (
        <TextInput
          type="date"
          aria-label={`${title}: from`}
          value={value}
          onChange={(event) => event.currentTarget.value !== '' && onChange(event.currentTarget.value)}
        />
      )}
    </>
  );
}
