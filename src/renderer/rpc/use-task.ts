import { useCallback, useEffect, useState } from 'react';
import type { CallName, Push } from '../../shared/contract/contract.ts';
import { timedProgress, type TaskProgress, type TimedProgress } from '../../shared/progress-words.ts';
import { cancelCall, onPush } from './client.ts';
import { useCommand, type CommandState } from './use-command.ts';

export interface TaskState<Name extends CallName> extends CommandState<Name> {
  /** What the run under way last said; null before its first word and when nothing runs. */
  readonly progress: TaskProgress | null;
  /** Asks the core to stop. The run then ends with the failure `call/cancelled`. */
  cancel(): void;
}

/** A command or query that takes time: it says how far it is and can be cancelled. */
export function useTask<Name extends CallName>(name: Name): TaskState<Name> {
  const command = useCommand(name);
  const { id } = command;
  const progress = useProgress(id);

  const cancel = useCallback(() => {
    if (id !== null) cancelCall(id);
  }, [id]);

  return { ...command, progress, cancel };
}

interface Said extends TimedProgress {
  readonly call: string;
}

/** What the call with this id last said about how far it is. */
export function useProgress(id: string | null): TaskProgress | null {
  const [last, setLast] = useState<Said | null>(null);
  useEffect(() => {
    if (id === null) return undefined;
    return onPush((push: Push) => {
      if (push.type !== 'progress' || push.call !== id) return;
      const { type: _, call, ...said } = push;
      const now = performance.now();
      setLast((before) => ({ call, ...timedProgress(before?.call === call ? before : null, said, now) }));
    });
  }, [id]);
  return last !== null && last.call === id ? last.progress : null;
}
