import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { MoneyText } from '../../../ui/numbers.tsx';
import { Answer, Failure } from '../../../ui/states.tsx';
import { WhatIf } from '../../../ui/what-if.tsx';
import { OutcomeBadge } from '../level-badge.tsx';
import {
  checkScenario,
  emptyScenario,
  emptyStep,
  type ScenarioInput,
  type StepDraft,
} from './scenario-draft.ts';
import { StepFields } from './step-fields.tsx';

export interface ScenarioModalProps {
  readonly opened: boolean;
  onClose(): void;
}

/** A scenario of one's own: typed, tried at once, and kept if it is worth it. */
export function ScenarioModal({ opened, onClose }: ScenarioModalProps): ReactNode {
  const isTop = useLayer(opened);
  return (
    <Modal opened={opened} onClose={onClose} closeOnEscape={isTop} size="xl" title="A scenario of your own">
      {opened && <Form onClose={onClose} />}
    </Modal>
  );
}

const mostSteps = 10;

function Form({ onClose }: Pick<ScenarioModalProps, 'onClose'>): ReactNode {
  const holdings = useCall('holdings.read', {});
  const [draft, setDraft] = useState(emptyScenario);
  const save = useCommand('stress.saveScenario');
  const { input, errors } = checkScenario(draft);
  const tried = checkScenario(draft, 'Tried').input;
  const coins = (holdings.data?.holdings ?? [])
    .filter(({ assetClass }) => assetClass === 'coin')
    .map(({ asset }) => asset);

  const change = (index: number, step: StepDraft): void =>
    setDraft({ ...draft, steps: draft.steps.map((each, at) => (at === index ? step : each)) });
  const submit = async (): Promise<void> => {
    if (input === null) return;
    const result = await save.run(input);
    if (result?.ok !== true) return;
    notifications.show({ message: `“${input.name}” is in your list now`, color: 'hedge' });
    onClose();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="lg">
        <TextInput
          label="Name"
          placeholder="Crash, then squeeze"
          maxLength={80}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        {draft.steps.map((step, index) => (
          <StepFields
            // Steps have no identity but their place.
            key={`step ${index + 1}`}
            number={index + 1}
            step={step}
            coins={coins}
            errors={errors}
            onChange={(next) => change(index, next)}
            {...(draft.steps.length > 1
              ? {
                  onRemove: () => setDraft({ ...draft, steps: draft.steps.filter((_, at) => at !== index) }),
                }
              : {})}
          />
        ))}
        <Group justify="space-between">
          <Button
            variant="default"
            size="xs"
            disabled={draft.steps.length >= mostSteps}
            onClick={() => setDraft({ ...draft, steps: [...draft.steps, emptyStep] })}
          >
            And then… (another step)
          </Button>
        </Group>
        <Tried input={tried} />
        {save.failure !== null && <Failure failure={save.failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={save.busy} disabled={input === null}>
            Keep this scenario
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What it would do, as one types. */
function Tried({ input }: { readonly input: ScenarioInput | null }): ReactNode {
  const [settled] = useDebouncedValue(input, 150);
  if (settled === null) {
    return (
      <Text size="sm" c="dimmed">
        Fill in what happens, and its outcome stands here.
      </Text>
    );
  }
  return <Outcome input={settled} />;
}

function Outcome({ input }: { readonly input: ScenarioInput }): ReactNode {
  const call = useCall('stress.run', { scenarios: [], typed: input }, { keepPrevious: true });
  return (
    <WhatIf title="Its outcome" about="As you type. Nothing is kept.">
      <Answer of={call} what="Playing it through">
        {({ results: [result], currency }) =>
          result === undefined ? null : (
            <Stack gap="xs" role="status">
              <Group gap="md">
                <OutcomeBadge state={result.state} />
                <Text size="sm">
                  Wealth changes by <MoneyText value={result.change} currency={currency} signed="gain" />,
                  cash needed <MoneyText value={result.cashNeeded} currency={currency} />
                </Text>
              </Group>
              <Text size="sm">
                <Sentence>{result.sentence}</Sentence>
              </Text>
            </Stack>
          )
        }
      </Answer>
    </WhatIf>
  );
}
