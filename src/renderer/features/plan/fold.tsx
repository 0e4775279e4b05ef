import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';

export interface FoldProps {
  /** What stands inside, in words: "What earlier years left". */
  readonly title: string;
  /** Something stands inside already. */
  readonly startsOpen?: boolean;
  /** True while something inside needs a look: it cannot be closed then. */
  readonly heldOpen?: boolean;
  readonly children: ReactNode;
}

/** Fields that most people leave empty, folded away. */
export function Fold({ title, startsOpen = false, heldOpen = false, children }: FoldProps): ReactNode {
  const [wanted, setWanted] = useState(startsOpen);
  const id = useId();
  const open = wanted || heldOpen;
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        ms={-8}
        mt={4}
        h="auto"
        mih={26}
        styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
        leftSection={<Icon size={14} aria-hidden="true" />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setWanted((now) => !now)}
      >
        {title}
      </Button>
      <div id={id} hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}
