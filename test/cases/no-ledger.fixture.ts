import type { CallContext } from '../../src/main/core/call-context.ts';
import { UploadStore } from '../../src/main/core/uploads.ts';
import { instantFromIso } from '../../src/shared/time/instant.ts';

/** What a calculator call knows: no ledger, and a day that it must not look at. */
export const noLedger: CallContext = {
  session: { ledger: null, dataFolder: '', uploads: new UploadStore(), cache: new Map() },
  now: instantFromIso('2026-11-22T00:00:00Z'),
  clock: instantFromIso('2026-11-22T00:00:00Z'),
  signal: new AbortController().signal,
  progress: () => undefined,
  leave: () => undefined,
};
