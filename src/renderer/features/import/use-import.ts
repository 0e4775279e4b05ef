import { notifications, type NotificationData } from '@mantine/notifications';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { CallResult } from '../../../shared/contract/contract.ts';
import { useSlowCall, type SlowCallState } from '../../rpc/use-slow-call.ts';
import { useTask, type TaskState } from '../../rpc/use-task.ts';
import { moveImport, type ImportFlow, type ImportMove } from './import-flow.ts';
import { useUploads, type UploadsState } from './use-uploads.ts';
import { rowsStored } from './view-model.ts';

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
  /** Says that the screen is shown. Out: says that it is left. */
  seen(): () => void;
}

/** One import from dropped files to stored rows. Locking the ledger on the way forgets the files. */
export function useImport(): ImportState {
  const [flow, move] = useReducer(moveImport, { step: 'files' });
  const uploads = useUploads();
  const confirm = useTask('imports.confirm');
  const files = 'files' in flow ? [...flow.files] : [];
  const preview = useSlowCall('imports.preview', { files }, files.length > 0);
  const held = useRef<readonly string[]>([]);
  const isSeen = useRef(false);
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
    if (result === null) return;
    if (result.ok) move({ type: 'confirmed', confirmed: result.value });
    if (!isSeen.current) notifications.show(wordsElsewhere(result));
  };
  const seen = useCallback(() => {
    isSeen.current = true;
    return () => {
      isSeen.current = false;
      move({ type: 'left' });
    };
  }, []);

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
    seen,
    restart: () => {
      discard(held.current);
      confirm.reset();
      move({ type: 'restart' });
    },
  };
}

/** How it ended, for who looks at another screen by then. */
function wordsElsewhere(result: CallResult<'imports.confirm'>): NotificationData {
  if (!result.ok) {
    return {
      title: 'The import has stopped',
      message: result.failure.message,
      color: 'red',
      autoClose: false,
    };
  }
  return { title: 'The import is done', message: `${rowsStored(result.value.added)}.`, autoClose: 10_000 };
}
