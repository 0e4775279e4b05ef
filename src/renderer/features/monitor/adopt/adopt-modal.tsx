import { Button, Checkbox, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useCall } from '../../../rpc/use-call.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { MoneyText, QuantityText } from '../../../ui/numbers.tsx';
import { Answer, EmptyState, Failure } from '../../../ui/states.tsx';
import { FillLine } from '../leg/leg-life.tsx';
import { toggled } from '../leg/toggled.ts';
import { unitOf, type Unclaimed } from '../view-model.ts';
import { checkAdoption, startDraft } from './adopt-draft.ts';

export interface AdoptModalProps {
  /** The position that was pressed, or "all"; undefined: closed. */
  readonly open: string | undefined;
  readonly today: string;
  onClose(): void;
}

/** Makes open futures that no plan knows into hedges, with an exit and a record of this day. */
export function AdoptModal({ open, today, onClose }: AdoptModalProps): ReactNode {
  const isTop = useLayer(open !== undefined);
  return (
    <Modal
      opened={open !== undefined}
      onClose={onClose}
      closeOnEscape={isTop}
      size="lg"
      title="Make open futures a hedge"
    >
      {open !== undefined && <Content asked={open} today={today} onClose={onClose} />}
    </Modal>
  );
}

interface ContentProps {
  readonly asked: string;
  readonly today: string;
  onClose(): void;
}

function Content({ asked, today, onClose }: ContentProps): ReactNode {
  const call = useCall('hedge.legs', {});
  return (
    <Answer of={call} what="Reading your open futures">
      {({ unclaimed }) =>
        unclaimed.length === 0 ? (
          <EmptyState title="Every open position belongs to a hedge">Nothing is left to adopt.</EmptyState>
        ) : (
          <AdoptForm asked={asked} today={today} unclaimed={unclaimed} onClose={onClose} />
        )
      }
    </Answer>
  );
}

function AdoptForm({
  asked,
  today,
  unclaimed,
  onClose,
}: ContentProps & { readonly unclaimed: readonly Unclaimed[] }): ReactNode {
  const [draft, setDraft] = useState(() =>
    startDraft(
      unclaimed.map(({ position }) => position),
      asked,
      today,
    ),
  );
  const adopt = useCommand('hedge.adopt');
  const { input, exitError } = checkAdoption(draft, today);

  const save = async (): Promise<void> => {
    if (input === null) return;
    const result = await adopt.run(input);
    if (result?.ok !== true) return;
    notifications.show({ title: 'On record', message: result.value.record.words, color: 'hedge' });
    onClose();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="lg">
        <Text size="sm">
          Their trades become a plan with an exit date, and it is put on record today which of your coins each
          short hedges. Nothing is ordered.
        </Text>
        <Stack gap="md" role="group" aria-label="Positions to adopt">
          {unclaimed.map((position) => (
            <PositionChoice
              key={position.position}
              position={position}
              chosen={draft.positions.includes(position.position)}
              onToggle={() => setDraft({ ...draft, positions: toggled(draft.positions, position.position) })}
            />
          ))}
        </Stack>
        <TextInput
          type="date"
          label="Exit date"
          description="The day on which you mean to close them"
          value={draft.exitDate}
          onChange={(event) => setDraft({ ...draft, exitDate: event.currentTarget.value })}
          error={exitError}
          maw={260}
        />
        <TextInput
          label="Why you hold them (optional)"
          placeholder="To keep 50/50 without selling this year"
          maxLength={500}
          value={draft.reason}
          onChange={(event) => setDraft({ ...draft, reason: event.currentTarget.value })}
        />
        {adopt.failure !== null && <Failure failure={adopt.failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={adopt.busy} disabled={input === null}>
            {draft.positions.length === 1
              ? 'Make it a hedge'
              : `Make ${draft.positions.length} positions a hedge`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PositionChoiceProps {
  readonly position: Unclaimed;
  readonly chosen: boolean;
  onToggle(): void;
}

function PositionChoice({ position, chosen, onToggle }: PositionChoiceProps): ReactNode {
  const { contractName, accountName, side, quantity, notional, words, fills } = position;
  return (
    <Group align="flex-start" gap="sm" wrap="nowrap">
      <Checkbox mt={2} checked={chosen} onChange={onToggle} aria-label={`Adopt ${contractName}`} />
      <div>
        <Text size="sm" fw={600}>
          {side === 'short' ? 'Short' : 'Long'} <QuantityText value={quantity} unit={unitOf(position)} />,{' '}
          <Sentence>{contractName}</Sentence>
        </Text>
        <Text size="xs" c="dimmed" component="div">
          {accountName}, worth <MoneyText value={notional} unknown="no price" />. <Sentence>{words}</Sentence>
        </Text>
        <List listStyleType="none" spacing={2} mt={4}>
          {fills.map((fill) => (
            <List.Item key={fill.event}>
              <FillLine fill={fill} asset={position.asset} />
            </List.Item>
          ))}
        </List>
      </div>
    </Group>
  );
}
