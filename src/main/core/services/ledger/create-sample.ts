import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import { ok, type Result } from '../../../../shared/errors/failure.ts';
import { createLedger } from '../../../ledger/open/create-ledger.ts';
import type { CallContext, Handler } from '../../call-context.ts';
import { nowOf } from '../../now.ts';
import { importSampleInto, sampleAsOf } from '../imports/import-sample.ts';
import { statusAfterOpening } from './ledger-status.ts';
import { makeSampleFolder, readablePassphrase, removeOldSamples, sampleName } from './sample-place.ts';
import { expectNoLedger, orLetGo, takeLedger } from './session-ledger.ts';

/**
 * Makes a ledger of the sample exports and opens it.
 * Errors: `ledger/already-open`, and those of `createLedger` and of importing; then nothing of it is left.
 */
export const createSampleCall: Handler<'ledger.createSample'> = async (_, context) => {
  const { session, clock } = context;
  const free = expectNoLedger(session);
  if (!free.ok) return free;
  const folder = makeSampleFolder(session.dataFolder);
  removeOldSamples(session.dataFolder, clock);
  const passphrase = readablePassphrase();
  context.progress('Making the keys', 0, null);
  const path = join(folder, sampleName);
  const created = await createLedger({ path, passphrase, now: clock, sample: { asOf: sampleAsOf } });
  if (!created.ok) {
    rmSync(folder, { recursive: true, force: true });
    return created;
  }
  takeLedger(session, created.value.ledger);
  // A sample that is not whole is none: whatever stops the import takes the folder away again.
  const status = await orLetGo(
    session,
    () => fill(context),
    () => rmSync(folder, { recursive: true, force: true }),
  );
  return status.ok ? ok({ status: status.value, passphrase }) : status;
};

async function fill(context: CallContext): Promise<Result<CallAnswer<'ledger.status'>>> {
  const today = await nowOf(context.session, undefined, context.clock);
  if (!today.ok) return today;
  // What the invented investor did was done on the invented day: every sample is the same to the bit.
  const filled = await importSampleInto({ ...context, now: today.value, clock: today.value });
  return filled.ok ? await statusAfterOpening(context) : filled;
}
