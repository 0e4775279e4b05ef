import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Failure } from '../../../ui/states.tsx';
import { useDecideRows } from './use-decide-rows.ts';

export interface DecideRowsProps {
  /** What the rows are of, for those who hear the button. */
  readonly of: string;
  /** Events of the rows that count; of those that are only compared. */
  readonly counted: readonly string[];
  readonly compared: readonly string[];
}

/** Which of the two figures counts, where the files disagree and a person knows better. */
export function DecideRows({ of, counted, compared }: DecideRowsProps): ReactNode {
  const { decide, busy, failure } = useDecideRows();
  if (counted.length + compared.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="default"
            loading={busy}
            aria-label={`Decide about the rows: ${of}`}
            rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          >
            Decide
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {compared.length > 0 && (
            <Menu.Item
              onClick={() =>
                decide([
                  ...counted.map((event) => ({ event, choice: 'out' as const })),
                  ...compared.map((event) => ({ event, choice: 'in' as const })),
                ])
              }
            >
              The compared rows are right: count them instead
            </Menu.Item>
          )}
          {compared.length > 0 && (
            <Menu.Item onClick={() => decide(compared.map((event) => ({ event, choice: 'in' })))}>
              Both happened: count the compared rows, too
            </Menu.Item>
          )}
          {counted.length > 0 && (
            <Menu.Item onClick={() => decide(counted.map((event) => ({ event, choice: 'out' })))}>
              Neither is right: leave the rows out
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {failure !== null && <Failure failure={failure} />}
    </>
  );
}
