import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode, type SubmitEvent } from 'react';
import { readEntry } from '../../../ui/decimal-entry.ts';
import { DecimalInput } from '../../../ui/decimal-input.tsx';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { DateText } from '../../../ui/numbers.tsx';
import { Failure } from '../../../ui/states.tsx';
import { placeWords } from '../row-place.ts';
import type { Classify, ReviewChoice, ReviewMore, ReviewRow } from './use-classify.ts';

/** A row and what it is said to be, where that alone is not enough. */
export interface HalfSaid {
  readonly row: ReviewRow;
  readonly choice: ReviewChoice;
}

export interface SayMoreProps {
  readonly of: HalfSaid;
  readonly classify: Classify;
  onClose(): void;
}

/** Asks what a choice needs besides: which other rows are of the same trade, or what was paid outside. */
export function SayMore({ of: { row, choice }, classify, onClose }: SayMoreProps): ReactNode {
  const isTop = useLayer(true);
  const save = async (more: ReviewMore): Promise<void> => {
    if (await classify.say(row.event, choice, more)) onClose();
  };
  const Form = choice.asks === 'others' ? OtherRows : Money;
  return (
    <Modal opened onClose={onClose} closeOnEscape={isTop} title={choice.words} size="lg">
      <Stack>
        <RowWords row={row} />
        <Form row={row} busy={classify.busy} onSave={(more) => void save(more)} />
        {classify.failure !== null && <Failure failure={classify.failure} />}
      </Stack>
    </Modal>
  );
}

interface FormProps {
  readonly row: ReviewRow;
  readonly busy: boolean;
  onSave(more: ReviewMore): void;
}

function RowWords({ row }: { readonly row: ReviewRow | ReviewRow['partners'][number] }): ReactNode {
  return (
    <div>
      <Text size="sm">
        <Sentence>{row.words}</Sentence>
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        <DateText value={row.time} />, {placeWords(row)}
      </Text>
    </div>
  );
}

function OtherRows({ row, busy, onSave }: FormProps): ReactNode {
  const [others, setOthers] = useState<readonly string[]>([]);
  if (row.partners.length === 0) {
    return (
      <Text size="sm">
        No other row of this account waits for an answer. Import the file that holds the other side first.
      </Text>
    );
  }
  return (
    <form onSubmit={onSubmit(() => onSave({ others: [...others] }))}>
      <Stack>
        <Text size="sm" c="dimmed">
          One asset goes out and one comes in; a fee may be beside them. The nearest in time come first.
        </Text>
        <Checkbox.Group label="The other rows of the same trade" value={[...others]} onChange={setOthers}>
          <Stack gap="sm" mt="sm">
            {row.partners.map((partner) => (
              <Checkbox key={partner.event} value={partner.event} label={<RowWords row={partner} />} />
            ))}
          </Stack>
        </Checkbox.Group>
        <SaveButton busy={busy} disabled={others.length === 0}>
          These rows are one trade
        </SaveButton>
      </Stack>
    </form>
  );
}

function Money({ row, busy, onSave }: FormProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [asset, setAsset] = useState('');
  const quantity = readEntry(typed, { zero: false });
  const isSale = row.effect.some(({ quantity: change }) => change.startsWith('-'));
  return (
    <form
      onSubmit={onSubmit(
        () =>
          quantity.ok && onSave({ money: { quantity: quantity.value, asset: asset.trim().toUpperCase() } }),
      )}
    >
      <Stack>
        <Group align="flex-start">
          <DecimalInput
            label={isSale ? 'What you received for it' : 'What you paid for it'}
            description="All of it, with fees."
            value={typed}
            onChange={setTyped}
            error={quantity.ok ? null : quantity.error}
            data-autofocus
          />
          <TextInput
            label="Currency"
            description="Its three letters."
            placeholder="EUR"
            value={asset}
            onChange={(event) => setAsset(event.currentTarget.value)}
            w={120}
          />
        </Group>
        <SaveButton busy={busy} disabled={!quantity.ok || asset.trim() === ''}>
          Use this
        </SaveButton>
      </Stack>
    </form>
  );
}

function onSubmit(save: () => void): (event: SubmitEvent<HTMLFormElement>) => void {
  return (event) => {
    event.preventDefault();
    save();
  };
}

function SaveButton({
  busy,
  disabled,
  children,
}: {
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly children: string;
}): ReactNode {
  return (
    <Group>
      <Button type="submit" loading={busy} disabled={disabled}>
        {children}
      </Button>
    </Group>
  );
}
