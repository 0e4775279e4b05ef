import { useState, type ReactNode } from 'react';
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { ExplainFigure } from '../../../ui/explain.tsx';
import explainClasses from '../../../ui/explain.module.css';
import { MoneyText, RateText } from '../../../ui/numbers.tsx';
import { TraceDrawer } from '../../../ui/explain-trace.tsx';
import type { Trace } from '../../../ui/trace-part.ts';
import { explainIdOf, traceOfLine, type Line, type YearView } from './projection.ts';

export interface LineFigureProps {
  readonly line: Line;
  readonly view: YearView | null;
  readonly year: number;
  /** Of a year that is not assessed, what is known of the line. */
  readonly known?: string | null;
}

/** A figure of a year, which opens how it is computed: by its id, or by the trace that came with a what-if. */
export function LineFigure({ line, view, year, known = null }: LineFigureProps): ReactNode {
  const value = view === null ? known : line.read(view);
  const figure =
    line.kind === 'money' ? (
      <MoneyText value={value} unknown="not assessed" />
    ) : (
      <RateText value={value} decimals={1} unknown="no income" />
    );
  if (view === null || value === null) return figure;
  const of = `${line.label}, ${year}`;
  const id = explainIdOf(line, view);
  if (id !== null)
    return (
      <ExplainFigure quiet id={id} of={of}>
        {figure}
      </ExplainFigure>
    );
  const trace = traceOfLine(line, view);
  return trace === null ? (
    figure
  ) : (
    <TracedFigure trace={trace} of={of}>
      {figure}
    </TracedFigure>
  );
}

interface TracedFigureProps {
  readonly trace: Trace;
  readonly of: string;
  readonly children: ReactNode;
}

function TracedFigure({ trace, of, children }: TracedFigureProps): ReactNode {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <UnstyledButton
        className={explainClasses.figure}
        title="How computed"
        data-quiet
        onClick={() => setOpened(true)}
      >
        {children}
        <VisuallyHidden>, how computed: {of}</VisuallyHidden>
      </UnstyledButton>
      {opened && <TraceDrawer trace={trace} onClose={() => setOpened(false)} />}
    </>
  );
}
