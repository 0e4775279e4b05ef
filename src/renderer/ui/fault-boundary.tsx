import { Component, type ReactNode } from 'react';
import type { Failure as FailureValue } from '../../shared/errors/failure.ts';
import { Failure } from './states.tsx';

export interface FaultBoundaryProps {
  /** What is behind it, for the sentence: "Overview". */
  readonly what: string;
  readonly children: ReactNode;
}

interface State {
  readonly fault: string | null;
}

/** A mistake of ours on one screen stays on that screen: it is said, and the rest goes on working. */
export class FaultBoundary extends Component<FaultBoundaryProps, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(error: unknown): State {
    return { fault: error instanceof Error ? error.message : 'unknown' };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return (
      <Failure failure={faultOf(this.props.what, fault)} onRetry={() => this.setState({ fault: null })} />
    );
  }
}

function faultOf(what: string, fault: string): FailureValue {
  return {
    code: 'call/internal',
    message: `Hedgerow made a mistake of its own while showing "${what}". Nothing in your ledger was changed.`,
    where: {},
    fix: `Try again or go to another screen; if it happens twice, please report it (${fault}).`,
  };
}
