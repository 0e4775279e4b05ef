import { Kbd, Modal, Stack, Switch, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLayer } from '../ui/layers.ts';

export interface KeysHelpProps {
  readonly opened: boolean;
  onClose(): void;
  readonly keys: readonly { readonly keys: string; readonly label: string }[];
  readonly singleKeysOn: boolean;
  setSingleKeysOn(on: boolean): void;
}

const always = [
  { keys: 'Ctrl K', label: 'Search and commands (⌘ K on a Mac)' },
  { keys: 'Ctrl .', label: 'Hide or show amounts (⌘ . on a Mac)' },
  { keys: 'Esc', label: 'Close what is on top' },
  { keys: '↑ ↓', label: 'Move among the rows of a table; Enter opens one' },
] as const;

/** What each key does, and the switch for those of a single letter. */
export function KeysHelp({ opened, onClose, keys, singleKeysOn, setSingleKeysOn }: KeysHelpProps): ReactNode {
  const isTop = useLayer(opened);
  return (
    <Modal opened={opened} onClose={onClose} closeOnEscape={isTop} title="Keyboard keys">
      <Stack>
        <KeysTable label="Keys that always work" rows={always} />
        <Switch
          checked={singleKeysOn}
          onChange={(event) => setSingleKeysOn(event.currentTarget.checked)}
          label="Keys of a single letter"
          description="Turn them off if you speak your input, or press keys by accident."
        />
        {singleKeysOn ? (
          <KeysTable label="Keys of a single letter, one after the other" rows={keys} />
        ) : (
          <Text size="sm" c="dimmed">
            They are off. Everything can still be reached through the palette.
          </Text>
        )}
      </Stack>
    </Modal>
  );
}

function KeysTable({
  label,
  rows,
}: {
  readonly label: string;
  readonly rows: KeysHelpProps['keys'];
}): ReactNode {
  return (
    <Table aria-label={label} variant="vertical" withRowBorders={false} verticalSpacing={4}>
      <Table.Tbody>
        {rows.map(({ keys, label: meaning }) => (
          <Table.Tr key={keys}>
            <Table.Th w={110} scope="row">
              <Kbd>{keys}</Kbd>
            </Table.Th>
            <Table.Td>{meaning}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
