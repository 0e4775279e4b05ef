import { Button, Text } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import classes from './elections.module.css';

/** The law behind a question, for who wants to read it. */
export function LawOnDemand({ law }: { readonly law: string }): ReactNode {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-xs"
        px={0}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen((now) => !now)}
      >
        {open ? 'Hide the law' : 'The law'}
      </Button>
      <Text id={id} hidden={!open} size="sm" c="dimmed" className={classes.law}>
        {law}
      </Text>
    </div>
  );
}
