import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { AmountText } from '../../../ui/amount-text.tsx';
import { DateText } from '../../../ui/numbers.tsx';
import type { Side } from './transfer-rows.ts';

/** One side of a move: what, when, where. */
export function SideCell({ side }: { readonly side: Side }): ReactNode {
  const { asset, quantity, time, accountName, where } = side;
  return (
    <>
      <AmountText value={quantity} asset={asset} />
      <Text size="xs">
        {accountName}, <DateText value={time} time />
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {where}
      </Text>
    </>
  );
}

export interface JoinMenuProps {
  readonly of: Side;
  readonly couldBe: readonly Side[];
  readonly busy: boolean;
  onJoin(other: Side): void;
}

/** The rows that it could be the other side of; none where nothing fits. */
export function JoinMenu({ of, couldBe, busy, onJoin }: JoinMenuProps): ReactNode {
  if (couldBe.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        nothing fits
      </Text>
    );
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          aria-label={`Join with another row: ${of.where}`}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          {couldBe.length === 1 ? 'Join with 1 row' : `Join with one of ${couldBe.length}`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {couldBe.map((other) => (
          <Menu.Item key={other.event} onClick={() => onJoin(other)}>
            <SideCell side={other} />
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
