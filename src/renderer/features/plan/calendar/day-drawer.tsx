import { Drawer, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatDate } from '../../../ui/date-format.ts';
import { Sentence } from '../../../ui/hide-amounts.tsx';
import { useLayer } from '../../../ui/layers.ts';
import { kindWords, type Entry } from './calendar-model.ts';
import { KindIcon } from './kind-icon.tsx';
import classes from './calendar.module.css';

export interface DayDrawerProps {
  /** null: closed. */
  readonly date: string | null;
  readonly entries: readonly Entry[];
  onOpen(entry: Entry): void;
  onClose(): void;
}

/** All that falls on a day. */
export function DayDrawer({ date, entries, onOpen, onClose }: DayDrawerProps): ReactNode {
  const isTop = useLayer(date !== null);
  return (
    <Drawer
      opened={date !== null}
      onClose={onClose}
      closeOnEscape={isTop}
      position="right"
      title={date === null ? '' : formatDate(date)}
    >
      <div className={classes.dayList}>
        {entries.map((entry) => (
          <UnstyledButton key={entry.id} className={classes.dayEntry} onClick={() => onOpen(entry)}>
            <KindIcon kind={entry.kind} size={18} />
            <span>
              <Text size="sm">
                <Sentence>{entry.text}</Sentence>
              </Text>
              <Text size="xs" c="dimmed">
                {kindWords[entry.kind]}
              </Text>
            </span>
          </UnstyledButton>
        ))}
      </div>
    </Drawer>
  );
}
