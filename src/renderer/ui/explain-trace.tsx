import { Drawer } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useLayer } from './layers.ts';
import type { Trace } from './trace-part.ts';
import { TraceTree } from './trace-tree.tsx';
import { ExplainButton } from './explain-button.tsx';

export interface ExplainTraceProps {
  readonly trace: Trace;
  /** The figure in words, for the button's name: "tax of 2027". */
  readonly of: string;
  /** The figure itself, if it should stand before the button. */
  readonly children?: ReactNode;
}

/** Like `<Explain>`, for a figure whose trace came with it: a what-if has no id to ask for. */
export function ExplainTrace({ trace, of, children }: ExplainTraceProps): ReactNode {
  const [opened, setOpened] = useState(false);
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {children}
      <ExplainButton of={of} onClick={() => setOpened(true)} />
      {opened && <TraceDrawer trace={trace} onClose={() => setOpened(false)} />}
    </span>
  );
}

/** "How computed" of a trace that is at hand. */
export function TraceDrawer({ trace, onClose }: { readonly trace: Trace; onClose(): void }): ReactNode {
  const isTop = useLayer(true);
  return (
    <Drawer
      opened
      onClose={onClose}
      closeOnEscape={isTop}
      position="right"
      size="lg"
      title="How computed"
      styles={{ body: { whiteSpace: 'normal' } }}
    >
      <TraceTree trace={trace} />
    </Drawer>
  );
}
