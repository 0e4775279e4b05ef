import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallContext } from '../../src/main/core/call-context.ts';
import { handlers } from '../../src/main/core/handlers.ts';
import { importSampleInto, sampleAsOf } from '../../src/main/core/services/imports/import-sample.ts';
import { UploadStore } from '../../src/main/core/uploads.ts';
import { trivialKdfCost } from '../../src/main/ledger/keys/kdf-cost.ts';
import { createLedger } from '../../src/main/ledger/open/create-ledger.ts';
import { contract, type CallAnswer, type CallInput } from '../../src/shared/contract/contract.ts';
import type { Result } from '../../src/shared/errors/failure.ts';
import { endOfDay, timeZone } from '../../src/shared/time/time-zone.ts';

type Answered = keyof typeof handlers;
type AnyHandler = (request: unknown, context: CallContext) => Promise<Result<unknown>>;

export interface Sample {
  readonly context: CallContext;
  /** A call as the dispatcher makes it: input and answer by the contract. A failure throws. */
  ask<Name extends Answered>(name: Name, input: CallInput<Name>): Promise<CallAnswer<Name>>;
  /** Closes the ledger and takes it away. */
  close(): Promise<void>;
}

/** A real encrypted ledger with the sample investor in it, in a temporary folder. */
export async function openSample(): Promise<Sample> {
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
  const context = {
    session,
    now,
    clock: now,
    signal: new AbortController().signal,
    progress: () => undefined,
    leave: () => undefined,
  };
  const imported = await importSampleInto(context);
  if (!imported.ok) throw new Error(imported.failure.message);
  return {
    context,
    async ask<Name extends Answered>(name: Name, input: CallInput<Name>) {
      const handler = handlers[name] as unknown as AnyHandler;
      const result = await handler(contract[name].input.parse(input), context);
      if (!result.ok) throw new Error(result.failure.message);
      return contract[name].output.parse(result.value) as CallAnswer<Name>;
    },
    async close() {
      await ledger.close();
      rmSync(folder, { recursive: true });
    },
  };
}
