import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/errors/failure.ts';
import { timedProgress, type TaskProgress, type TimedProgress } from '../../../shared/progress-words.ts';
import { callCore } from '../../rpc/client.ts';
import { toBase64 } from './base64.ts';
import { piecesOf } from './view-model.ts';

export interface UploadsState {
  /** Bytes sent and to send while files are on their way; null otherwise. */
  readonly progress: TaskProgress | null;
  readonly failure: Failure | null;
  /** Sends files to the core; their upload ids, or null where one failed or it was cancelled (nothing is left behind). */
  send(files: readonly File[]): Promise<readonly string[] | null>;
  cancel(): void;
  /** Lets the core forget files that will not be imported. */
  discard(uploads: readonly string[]): void;
}

/** Files go to the core in pieces, because no process may take a path from the page. */
export function useUploads(): UploadsState {
  const [progress, setProgress] = useState<UploadsState['progress']>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const send = useCallback(async (files: readonly File[]): Promise<readonly string[] | null> => {
    if (running.current !== null) return null;
    const abort = new AbortController();
    running.current = abort;
    const total = files.reduce((sum, { size }) => sum + size, 0);
    let sent = 0;
    let timed: TimedProgress | null = null;
    const say = (): void => {
      timed = timedProgress(timed, { phase: 'Taking the files in', done: sent, total }, performance.now());
      setProgress(timed.progress);
    };
    const uploads: string[] = [];
    setFailure(null);
    say();
    for (const file of files) {
      const upload = crypto.randomUUID();
      uploads.push(upload);
      const fault = await sendFile(upload, file, abort.signal, (bytes) => {
        sent += bytes;
        say();
      });
      if (fault === 'sent') continue;
      discardUploads(uploads);
      setFailure(fault === 'cancelled' ? null : fault);
      uploads.length = 0;
      break;
    }
    running.current = null;
    setProgress(null);
    return uploads.length === 0 ? null : uploads;
  }, []);
  const cancel = useCallback(() => running.current?.abort(), []);

  return { progress, failure, send, cancel, discard: discardUploads };
}

async function sendFile(
  upload: string,
  file: File,
  signal: AbortSignal,
  onSent: (bytes: number) => void,
): Promise<'sent' | 'cancelled' | Failure> {
  for (const { from, to, last } of piecesOf(file.size)) {
    if (signal.aborted) return 'cancelled';
    const bytes = await bytesOf(file, from, to);
    if (bytes === null) return unreadable(file.name);
    const input = { upload, file: file.name, base64: toBase64(bytes), last };
    const result = await callCore('imports.upload', input);
    if (!result.ok) return result.failure;
    onSent(to - from);
  }
  return 'sent';
}

/** null where the file went away or changed after it was picked. */
async function bytesOf(file: File, from: number, to: number): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch {
    return null;
  }
}

function discardUploads(uploads: readonly string[]): void {
  for (const upload of uploads) void callCore('imports.discard', { upload });
}

function unreadable(file: string): Failure {
  return {
    code: 'import/upload-damaged',
    message: `The file "${file}" could not be read: it was moved or changed after you picked it. Nothing was imported.`,
    where: { file },
    fix: 'Pick it again.',
  };
}
