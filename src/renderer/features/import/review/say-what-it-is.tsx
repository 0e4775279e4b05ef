import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { placeWords } from '../row-place.ts';
import type { ReviewChoice, ReviewRow } from './use-classify.ts';

export interface SayWhatItIsProps {
  readonly row: ReviewRow;
  readonly busy: boolean;
  onChoose(choice: ReviewChoice): void;
  onLeaveOut(): void;
}

/** What the row can be, in plain words; one choice settles it. */
export function SayWhatItIs({ row, busy, onChoose, onLeaveOut }: SayWhatItIsProps): ReactNode {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          aria-label={`Say what it is: ${placeWords(row)}`}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          Say what it is
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {row.choices.length === 0 && (
          <Menu.Label>
            Several amounts at once: write it as a row of a Hedgerow CSV, then leave this out
          </Menu.Label>
        )}
        {row.choices.map((choice) => (
          <Menu.Item key={`${choice.kind} ${choice.reason}`} onClick={() => onChoose(choice)}>
            {choice.words}
            {choice.asks === 'nothing' ? '' : ' …'}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={onLeaveOut}>Leave this row out of everything</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
