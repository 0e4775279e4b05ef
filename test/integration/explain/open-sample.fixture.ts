import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallContext } from '../../../src/main/core/call-context.ts';
import { importSampleInto, sampleAsOf } from '../../../src/main/core/services/imports/import-sample.ts';
import { UploadStore } from '../../../src/main/core/uploads.ts';
import { trivialKdfCost } from '../../../src/main/ledger/keys/kdf-cost.ts';
import { createLedger } from '../../../src/main/ledger/open/create-ledger.ts';
import { endOfDay, timeZone } from '../../../src/shared/time/time-zone.ts';

/** A real encrypted ledger with the sample investor in it, in a temporary folder; `close` takes it away. */
export async function openSample(): Promise<{ context: CallContext; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-'));
  const now = endOfDay(sampleAsOf, timeZone('America/New_York'));
  const passphrase = 'a passphrase for a test';
  const created = await createLedger({
    path: join(folder, 'sample.ledger'),
    passphrase,
    now,
    kdfCost: trivialKdfCost,
  });
  if (!created.ok) throw new Error(created.failure.message);
  const { ledger } = created.value;
  const session = {
    ledger,
    dataFolder: folder,
    uploads: new UploadStore(),
    cache: new Map<string, unknown>(),
  };
  const context = { session, now, signal: new AbortController().signal, progress: () => undefined };
  const imported = await importSampleInto(context);
  if (!imported.ok) throw new Error(imported.failure.message);
  return {
    context,
    async close() {
      await ledger.close();
      rmSync(folder, { recursive: true });
    },
  };
}
