/** A session with a real encrypted ledger in a temporary folder, and the import calls as a screen makes them. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  contract,
  type CallAnswer,
  type CallName,
  type CallRequest,
} from '../../../src/shared/contract/contract.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { type Instant, instantFromIso } from '../../../src/shared/time/instant.ts';
import type { CallContext, Handler } from '../../../src/main/core/call-context.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import { importHandlers } from '../../../src/main/core/services/imports/import-handlers.ts';
import type { Session } from '../../../src/main/core/session.ts';
import { UploadStore } from '../../../src/main/core/uploads.ts';
import { trivialKdfCost } from '../../../src/main/ledger/keys/kdf-cost.ts';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import { createLedger } from '../../../src/main/ledger/open/create-ledger.ts';

const now: Instant = instantFromIso('2026-11-22T12:00:00Z');

/** A call as a screen makes it; its answer fits the contract. */
export type Ask = <Name extends Exclude<CallName, 'ledger.lock'>>(
  name: Name,
  request: CallRequest<Name>,
) => Promise<CallAnswer<Name>>;

export interface ImportDesk {
  readonly ask: Ask;
  readonly ledger: Ledger;
  readonly session: Session;
  context(signal?: AbortSignal, progress?: CallContext['progress']): CallContext;
  /** Uploads a file in one piece. Out: the upload's id. */
  upload(content: string | Uint8Array, file?: string): string;
  preview(...files: CallRequest<'imports.preview'>['files']): Promise<CallAnswer<'imports.preview'>>;
  confirm(...files: CallRequest<'imports.confirm'>['files']): Promise<CallAnswer<'imports.confirm'>>;
  /** Uploads and confirms. */
  bring(content: string, file?: string): Promise<CallAnswer<'imports.confirm'>>;
  undo(batch: string): Promise<number>;
  end(): Promise<void>;
}

export async function openDesk(): Promise<ImportDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'hedgerow-imports-'));
  const path = join(folder, 'test.hedgerow');
  const created = must(
    await createLedger({ path, passphrase: 'correct horse', now, kdfCost: trivialKdfCost }),
  );
  const { ledger } = created;
  const session: Session = { ledger, dataFolder: folder, uploads: new UploadStore(), cache: new Map() };
  const context: ImportDesk['context'] = (
    signal = new AbortController().signal,
    progress = () => undefined,
  ) => ({
    session,
    now,
    clock: now,
    signal,
    progress,
    leave: () => undefined,
  });
  const ask = async <Name extends Exclude<CallName, 'ledger.lock'>>(
    name: Name,
    request: CallRequest<Name>,
  ): Promise<CallAnswer<Name>> => {
    const handler = handlers[name] as unknown as Handler<Name>;
    return contract[name].output.parse(must(await handler(request, context()))) as CallAnswer<Name>;
  };
  const desk: ImportDesk = {
    ask,
    ledger,
    session,
    context,
    upload: (content, file = 'export.csv') => {
      const id = randomUUID();
      must(session.uploads.appendBytes(id, file, Buffer.from(content), true));
      return id;
    },
    preview: async (...files) => {
      const answer = must(await importHandlers['imports.preview']({ files }, context()));
      return contract['imports.preview'].output.parse(answer);
    },
    confirm: async (...files) => {
      const request = { files, skipBadRows: false };
      const answer = must(await importHandlers['imports.confirm'](request, context()));
      return contract['imports.confirm'].output.parse(answer);
    },
    bring: (content, file) => desk.confirm({ upload: desk.upload(content, file) }),
    undo: async (batch) => must(await importHandlers['imports.undo']({ batch }, context())).removed,
    end: async () => {
      await ledger.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return desk;
}

/** The value, where a failure would be a fault of the test. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`);
  return result.value;
}

/** Rows below the header of Binance's spot trades. */
export function spotFile(...rows: readonly string[]): string {
  return ['Date(UTC),Pair,Side,Price,Executed,Amount,Fee', ...rows, ''].join('\n');
}

/** A plausible row; equal numbers make equal rows. */
export function spotRow(n: number): string {
  const minute = String(n % 60).padStart(2, '0');
  const hour = String(Math.floor(n / 60) % 24).padStart(2, '0');
  return `2025-01-0${1 + (Math.floor(n / 1440) % 9)} ${hour}:${minute}:00,BTCUSDT,BUY,${90000 + n},0.001BTC,${(90000 + n) / 1000}USDT,0.00001BNB`;
}
