import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { ExplainDrawer } from './explain-drawer.tsx';
import { ExplainContext, useExplaining } from './explaining.ts';
import { ExplainButton } from './explain-button.tsx';
import classes from './explain.module.css';

/** Holds the "how computed" drawer; stands once, around all screens. */
export function ExplainProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [ids, setIds] = useState<readonly string[]>([]);
  const explaining = useMemo(
    () => ({
      open: (id: string) => setIds([id]),
      goOn: (id: string) => setIds((now) => [...now, id]),
    }),
    [],
  );
  return (
    <ExplainContext value={explaining}>
      {children}
      <ExplainDrawer ids={ids} onBack={() => setIds((now) => now.slice(0, -1))} onClose={() => setIds([])} />
    </ExplainContext>
  );
}

export interface ExplainProps {
  /** The `explain` id that stands beside the figure in the contract. */
  readonly id: string;
  /** The figure in words, for the button's name: "value of BTC". */
  readonly of: string;
  /** The figure itself, if it should stand before the button. */
  readonly children?: ReactNode;
}

/** A figure and the button that shows how it was computed. */
export function Explain({ id, of, children }: ExplainProps): ReactNode {
  const { open } = useExplaining();
  return (
    <span style={{ whiteSpace: 'nowrap' }} data-explain={id}>
      {children}
      <ExplainButton of={of} onClick={() => open(id)} />
    </span>
  );
}

export interface ExplainFigureProps extends ExplainProps {
  /** Underlined only under the pointer or the focus: where every figure of a large table is a button. */
  readonly quiet?: boolean;
}

/** A figure that is itself the button: for tables in which every number has one. */
export function ExplainFigure({ id, of, quiet = false, children }: ExplainFigureProps): ReactNode {
  const { open } = useExplaining();
  return (
    <UnstyledButton
      className={classes.figure}
      title="How computed"
      data-explain={id}
      data-quiet={quiet || undefined}
      onClick={() => open(id)}
    >
      {children}
      <VisuallyHidden>, how computed: {of}</VisuallyHidden>
    </UnstyledButton>
  );
}
