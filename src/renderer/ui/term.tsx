import { HoverCard, Text, UnstyledButton } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { glossary, type TermId } from './glossary.ts';
import classes from './term.module.css';

export interface TermProps {
  readonly id: TermId;
  /** The word as it stands in the sentence; the glossary's own word unless given. */
  readonly children?: ReactNode;
  /** An example with the user's own figures, in place of the glossary's. */
  readonly example?: ReactNode;
}

/** A word of the field, underlined with dots: pointing at it, or focusing it, says what it means. */
export function Term({ id, children, example }: TermProps): ReactNode {
  const entry = glossary[id];
  const cardId = useId();
  const [opened, setOpened] = useState(false);
  return (
    <HoverCard
      width={320}
      position="top"
      openDelay={200}
      onOpen={() => setOpened(true)}
      onClose={() => setOpened(false)}
    >
      <HoverCard.Target>
        <UnstyledButton className={classes.term} aria-describedby={opened ? cardId : undefined}>
          {children ?? entry.word}
        </UnstyledButton>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <div id={cardId}>
          <Text size="sm" fw={600} tt="none">
            {entry.word}
          </Text>
          <Text size="sm">{entry.meaning}</Text>
          <Text size="sm" c="dimmed" mt={6}>
            Example: {example ?? entry.example}
          </Text>
        </div>
      </HoverCard.Dropdown>
    </HoverCard>
  );
}
