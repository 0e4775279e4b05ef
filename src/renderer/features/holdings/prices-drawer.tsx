import { Button, Drawer, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import { useCall } from '../../rpc/use-call.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { useLayer } from '../../ui/layers.ts';
import { Answer, Failure } from '../../ui/states.tsx';
import { OtherPrice } from './other-price.tsx';
import { checkPrices, noEntries, priceLines, type PriceEntries } from './price-entries.ts';
import { PriceRow } from './price-row.tsx';

export interface PricesDrawerProps {
  readonly opened: boolean;
  onClose(): void;
}

/** Prices are typed: Hedgerow has no network. Missing ones first. */
export function PricesDrawer({ opened, onClose }: PricesDrawerProps): ReactNode {
  const isTop = useLayer(opened);
  return (
    <Drawer opened={opened} onClose={onClose} closeOnEscape={isTop} position="right" size="lg" title="Prices">
      {opened && <Prices onClose={onClose} />}
    </Drawer>
  );
}

function Prices({ onClose }: { onClose(): void }): ReactNode {
  const call = useCall('prices.read', {});
  return (
    <Answer of={call} what="Reading your prices">
      {(answer) => <PriceForm answer={answer} onClose={onClose} />}
    </Answer>
  );
}

interface PriceFormProps {
  readonly answer: CallAnswer<'prices.read'>;
  onClose(): void;
}

function PriceForm({ answer, onClose }: PriceFormProps): ReactNode {
  const [entries, setEntries] = useState<PriceEntries>(noEntries);
  const [asked, setAsked] = useState(false);
  const set = useCommand('prices.set');
  const checked = checkPrices(entries);

  const save = async (): Promise<void> => {
    setAsked(true);
    if (checked.input === null) return;
    const result = await set.run(checked.input);
    if (result?.ok !== true) return;
    const { stored } = result.value;
    notifications.show({
      message: stored === 1 ? '1 price saved' : `${stored} prices saved`,
      color: 'hedge',
    });
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
          Hedgerow has no network, so it knows only the prices you give it: here, or with an import. Type the
          price of one unit in US dollars.
        </Text>
        <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {priceLines(answer).map((line, index) => (
            <PriceRow
              key={line.of}
              line={line}
              first={index === 0}
              typed={entries.typed[line.of] ?? ''}
              error={checked.errors[line.of]}
              onType={(text) => setEntries({ ...entries, typed: { ...entries.typed, [line.of]: text } })}
            />
          ))}
        </Stack>
        <OtherPrice
          other={entries.other}
          error={asked ? checked.otherError : null}
          onChange={(other) => setEntries({ ...entries, other })}
        />
        <TextInput
          type="date"
          label="Prices of which day"
          description="Leave it empty for now. A past day takes its noon, UTC."
          value={entries.date}
          onChange={(event) => setEntries({ ...entries, date: event.currentTarget.value })}
          w={260}
        />
        {set.failure !== null && <Failure failure={set.failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={set.busy}
            disabled={checked.count === 0 || Object.keys(checked.errors).length > 0}
          >
            {checked.count === 1
              ? 'Save 1 price'
              : checked.count === 0
                ? 'Save prices'
                : `Save ${checked.count} prices`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
