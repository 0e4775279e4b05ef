import { Button, Group, List, Modal, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CallInput } from '../../../../shared/contract/contract.ts';
import { useCall } from '../../../rpc/use-call.ts';
import { useCommand } from '../../../rpc/use-command.ts';
import { useLayer } from '../../../ui/layers.ts';
import { Failure } from '../../../ui/states.tsx';

type Unit = CallInput<'market.saveBook'>['unit'];

/** An order book as one copies it off an exchange's screen. What was understood is said before the window closes. */
export function BookModal({ onClose }: { onClose(): void }): ReactNode {
  const isTop = useLayer(true);
  const contracts = useCall('targets.contracts', {});
  const [contract, setContract] = useState<string | null>(null);
  const [unit, setUnit] = useState<Unit>('coins');
  const [text, setText] = useState('');
  const [echo, setEcho] = useState<readonly string[]>([]);
  const save = useCommand('market.saveBook');

  const submit = async (): Promise<void> => {
    if (contract === null || text.trim() === '') return;
    const result = await save.run({ contract, unit, text });
    if (result?.ok === true) setEcho(result.value.echo);
  };

  return (
    <Modal opened onClose={onClose} closeOnEscape={isTop} title="Paste an order book" size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <Select
            label="Contract"
            data={(contracts.data?.contracts ?? []).map(({ id, name, venue }) => ({
              value: id,
              label: `${name} (${venue})`,
            }))}
            value={contract}
            onChange={setContract}
            searchable
            openOnFocus={false}
            data-autofocus
          />
          <div>
            <Text size="sm" fw={600} mb={4}>
              Sizes are in
            </Text>
            <SegmentedControl
              aria-label="Sizes are in"
              value={unit}
              onChange={(next) => setUnit(next as Unit)}
              data={[
                { value: 'coins', label: 'Coins' },
                { value: 'contracts', label: 'Contracts' },
              ]}
            />
          </div>
          <Textarea
            label="Bids and asks"
            description="One price and size a line, under the words bids and asks; or the JSON that an exchange gives."
            placeholder={'bids\n64990 1.5\n64980 2\nasks\n65010 1.2\n65020 3'}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autosize
            minRows={8}
            maxRows={16}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          />
          {echo.length > 0 && (
            <List size="sm" role="status">
              {echo.map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          )}
          {save.failure !== null && <Failure failure={save.failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {echo.length > 0 ? 'Done' : 'Cancel'}
            </Button>
            <Button type="submit" loading={save.busy} disabled={contract === null || text.trim() === ''}>
              Keep this book
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
