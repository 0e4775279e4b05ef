import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '../../../../shared/errors/failure.ts';
import { createLedger } from '../../../ledger/open/create-ledger.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { nowOf } from '../../now.ts';
import { importSampleInto, sampleAsOf } from '../imports/import-sample.ts';
import { statusAfterOpening } from './ledger-status.ts';
import { makeSampleFolder, readablePassphrase, removeOldSamples } from './sample-place.ts';
import { expectNoLedger, takeLedger } from './session-ledger.ts';

/**
 * Makes a ledger of the sample exports and opens it.
 * Errors: `ledger/already-open`, and those of `createLedger` and of importing; then nothing of it is left.
 */
export const createSampleCall: Handler<'ledger.createSample'> = async (_, context) => {
  const { session, now } = context;
  const free = expectNoLedger(session);
  if (!free.ok) return free;
  const folder = makeSampleFolder(session.dataFolder);
  removeOldSamples(session.dataFolder, now);
  const passphrase = readablePassphrase();
  context.progress('Making the keys', 0, null);
  const path = join(folder, 'sample.hedgerow');
  const created = await createLedger({ path, passphrase, now, sample: { asOf: sampleAsOf } });
  if (!created.ok) {
    rmSync(folder, { recursive: true, force: true });
    return created;
  }
  takeLedger(session, created.value.ledger);
  const filled = await fillOrForget(context, folder);
  if (!filled.ok) return filled;
  const status = await statusAfterOpening(context);
  return status.ok ? ok({ status: status.value, passphrase }) : status;
};

/** A sample that is not whole is none: whatever stops the import takes the folder away again. */
async function fillOrForget(context: CallContext, folder: string): Promise<Result<unknown>> {
  let filled: Result<unknown> | undefined;
  try {
    const today = await nowOf(context.session, undefined);
    filled = today.ok ? await importSampleInto({ ...context, now: today.value }) : today;
    return filled;
  } finally {
    if (filled?.ok !== true) await forget(context, folder);
  }
}

async function forget({ session }: CallContext, folder: string): Promise<void> {
  await session.ledger?.close();
  session.ledger = null;
  session.cache.clear();
  rmSync(folder, { recursive: true, force: true });
}
