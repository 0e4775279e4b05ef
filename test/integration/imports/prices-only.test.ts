/** `prices import` over a real core: what is more than prices stays outside. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pricesImport } from '../../../src/main/cli/verbs/prices-import.ts';
import type { VerbContext } from '../../../src/main/cli/verb.ts';
import type { Handler } from '../../../src/main/core/call-context.ts';
import { handlers } from '../../../src/main/core/handlers.ts';
import type { CallName } from '../../../src/shared/contract/contract.ts';
import type { Result } from '../../../src/shared/errors/failure.ts';
import { type ImportDesk, must, openDesk } from './import-desk.fixture.ts';

let desk: ImportDesk;
let folder: string;
beforeEach(async () => {
  desk = await openDesk();
  folder = mkdtempSync(join(tmpdir(), 'hedgerow-prices-'));
});
afterEach(async () => {
  await desk.end();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the verb on a file over the handlers of a desk. */
async function importPrices(file: string, bytes: string | Uint8Array): Promise<Result<unknown>> {
  const path = join(folder, file);
  writeFileSync(path, bytes);
  const call = async (name: CallName, request: never): Promise<Result<unknown>> =>
    await (handlers[name as 'imports.preview'] as Handler<'imports.preview'>)(request, desk.context());
  const context = {
    positionals: [path],
    options: { json: true },
    openLedger: async () => ({ ok: true, value: { call } }),
    terminal: { say: () => undefined },
  } as unknown as VerbContext;
  return await pricesImport.run(context);
}

const prices = 'Time,Asset,Price\n2026-01-02T00:00:00Z,BTC,90000\n';

it('a full export is a whole ledger and no prices: nothing of it is stored', async () => {
  const other = await openDesk();
  await other.bring(prices, 'prices.csv');
  const piece = must(await handlers['ledger.export']({ next: null } as never, other.context()));
  await other.end();
  const before = desk.ledger.hash();
  const refused = await importPrices('full.jsonl.gz', Buffer.from(piece.base64, 'base64'));
  expect(refused).toMatchObject({ ok: false, failure: { code: 'import/not-prices' } });
  expect(desk.ledger.hash()).toBe(before);
});

it('a list of prices is taken', async () => {
  const before = desk.ledger.hash();
  expect(await importPrices('prices.csv', prices)).toMatchObject({ ok: true });
  expect(desk.ledger.hash()).not.toBe(before);
});
