import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { hiddenDots, useHideAmounts } from '../../ui/hide-amounts.tsx';
import classes from './reports.module.css';

const shownAtFirst = 120;

/** What a seal is of, letter by letter: no date and no figure in it is written otherwise. It is long, so it opens when asked. */
export function RecordText({ text }: { readonly text: string }): ReactNode {
  const { hidden } = useHideAmounts();
  const [open, setOpen] = useState(false);
  if (hidden) return hiddenDots;
  const isLong = text.length > shownAtFirst;
  return (
    <span className={classes.words}>
      <span className={classes.seal}>{open || !isLong ? text : `${text.slice(0, shownAtFirst)}…`}</span>
      {isLong && (
        <Button
          variant="subtle"
          size="compact-xs"
          display="block"
          ms={-6}
          mt={2}
          aria-expanded={open}
          onClick={() => setOpen((now) => !now)}
        >
          {open ? 'Show its beginning only' : 'Show the whole record'}
        </Button>
      )}
    </span>
  );
}
