import { useCallback, useEffect, useState } from 'react';
import type { CallName, Push } from '../../shared/contract/contract.ts';
import { cancelCall, onPush } from './client.ts';
import { useCommand, type CommandState } from './use-command.ts';

export interface TaskProgress {
  readonly phase: string;
  readonly done: number;
  /** null where the end is not known yet. */
  readonly total: number | null;
  /** How long this phase has been going on. */
  readonly elapsedMs: number;
}

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

interface Said {
  readonly call: string;
  readonly since: number;
  readonly progress: TaskProgress;
}

/** What the call with this id last said about how far it is. */
export function useProgress(id: string | null): TaskProgress | null {
  const [last, setLast] = useState<Said | null>(null);
  useEffect(() => {
    if (id === null) return undefined;
    return onPush((push: Push) => {
      if (push.type !== 'progress' || push.call !== id) return;
      const now = performance.now();
      setLast((before) => {
        const isSamePhase = before?.call === id && before.progress.phase === push.phase;
        const since = isSamePhase ? before.since : now;
        const { phase, done, total } = push;
        return { call: id, since, progress: { phase, done, total, elapsedMs: now - since } };
      });
    });
  }, [id]);
  return last !== null && last.call === id ? last.progress : null;
}
