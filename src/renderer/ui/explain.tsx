import { UnstyledButton } from '@mantine/core';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { ExplainDrawer } from './explain-drawer.tsx';
import { ExplainButton } from './explain-button.tsx';
import classes from './explain-trace.module.css';

const ExplainContext = createContext<(id: string) => void>(() => undefined);

/** Holds the "how computed" drawer; stands once, around all screens. */
export function ExplainProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [id, setId] = useState<string | null>(null);
  const open = useMemo(() => (next: string) => setId(next), []);
  return (
    <ExplainContext value={open}>
      {children}
      <ExplainDrawer id={id} onClose={() => setId(null)} />
    </ExplainContext>
  );
}

/** Opens the drawer for a figure’s `explain` id. */
function useExplain(): (id: string) => void {
  return useContext(ExplainContext);
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
  const open = useExplain();
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

/** A figure that is itself the button to its trace: for tables in which every number has one. */
export function ExplainFigure({ id, of, quiet = false, children }: ExplainFigureProps): ReactNode {
  const open = useExplain();
  return (
    <UnstyledButton
      className={classes.figure}
      title={`How computed: ${of}`}
      data-explain={id}
      data-quiet={quiet || undefined}
      onClick={() => open(id)}
    >
      {children}
    </UnstyledButton>
  );
}
