import { useEffect, useReducer, useRef } from 'react';
import { useSlowCall, type SlowCallState } from '../../rpc/use-slow-call.ts';
import { useTask, type TaskState } from '../../rpc/use-task.ts';
import { moveImport, type ImportFlow, type ImportMove } from './import-flow.ts';
import { useUploads, type UploadsState } from './use-uploads.ts';

export interface ImportState {
  readonly flow: ImportFlow;
  move(move: ImportMove): void;
  readonly uploads: UploadsState;
  /** What the core makes of the files chosen so far; asked anew at every choice. */
  readonly preview: SlowCallState<'imports.preview'>;
  readonly confirm: TaskState<'imports.confirm'>;
  take(files: readonly File[]): void;
  leaveFileOut(upload: string): void;
  store(): void;
  restart(): void;
}

/** One import from dropped files to stored rows. Leaving the screen on the way forgets the files. */
export function useImport(): ImportState {
  const [flow, move] = useReducer(moveImport, { step: 'files' });
  const uploads = useUploads();
  const confirm = useTask('imports.confirm');
  const files = 'files' in flow ? [...flow.files] : [];
  const preview = useSlowCall('imports.preview', { files }, files.length > 0);
  const held = useRef<readonly string[]>([]);
  const { discard, send } = uploads;

  useEffect(() => {
    held.current = 'files' in flow ? flow.files.map(({ upload }) => upload) : [];
  }, [flow]);
  useEffect(() => () => discard(held.current), [discard]);
  const isReadWell = preview.call.data !== undefined;
  useEffect(() => {
    if (isReadWell) move({ type: 'read-well' });
  }, [isReadWell, preview.call.data]);

  const sendThenRead = async (picked: readonly File[]): Promise<void> => {
    const sent = await send(picked);
    if (sent !== null) move({ type: 'uploaded', uploads: sent });
  };
  const storeAll = async (): Promise<void> => {
    if (flow.step !== 'confirm') return;
    const result = await confirm.run({ files, skipBadRows: flow.leaveOutBadRows });
    if (result?.ok === true) move({ type: 'confirmed', confirmed: result.value });
  };

  return {
    flow,
    move,
    uploads,
    preview,
    confirm,
    take: (picked) => void sendThenRead(picked),
    store: () => void storeAll(),
    leaveFileOut: (upload) => {
      discard([upload]);
      move({ type: 'leave-file-out', upload });
    },
    restart: () => {
      discard(held.current);
      confirm.reset();
      move({ type: 'restart' });
    },
  };
}
