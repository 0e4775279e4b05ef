/** Years, days and instants that no calendar has room for are refused by field before any handler sees them. */
import { describe, expect, it, vi } from 'vitest';
import { contract } from '../../shared/contract/contract.ts';
import type { CallName } from '../../shared/contract/contract.ts';
import { ok } from '../../shared/errors/failure.ts';
import { instantFromEpochMs } from '../../shared/time/instant.ts';
import { createDispatcher } from './dispatch.ts';
import { UploadStore } from './uploads.ts';

async function asked(
  name: CallName,
  input: object,
): Promise<{ field: string | undefined; handled: boolean }> {
  const handler = vi.fn(async () => ok({}));
  const dispatcher = createDispatcher({
    contract,
    handlers: { [name]: handler },
    session: { ledger: null, dataFolder: '', uploads: new UploadStore(), cache: new Map() },
    clock: () => instantFromEpochMs(0),
    push: () => undefined,
    validateOutput: false,
    log: () => undefined,
  });
  const result = await dispatcher.call({ id: 'a', name, input });
  const field = result.ok ? undefined : `${result.failure.code} ${result.failure.where.field ?? ''}`;
  return { field, handled: handler.mock.calls.length > 0 };
}

const order = { account: null, method: 'fifo' };
const page = { offset: 0, limit: 10 };
const mark = { of: 'BTC', price: '1' };

describe('what no calendar has room for', () => {
  it.each<[CallName, object, string]>([
    ['holdings.methods', { year: 99_999 }, 'year'],
    ['holdings.methods', { year: -5 }, 'year'],
    ['holdings.methods', { year: 500 }, 'year'],
    ['holdings.gains', { year: 500 }, 'year'],
    ['elections.order', { ...order, from: '0001-01-01T00:00:00Z' }, 'from'],
    ['elections.order', { ...order, from: '1000-01-01T00:00:00Z' }, 'from'],
    ['elections.order', { ...order, from: '9999-12-31T23:59:59Z' }, 'from'],
    ['elections.order', { ...order, from: '2025-01-01T00:00:00.1234567890Z' }, 'from'],
    ['holdings.transactions', { ...page, from: '0001-01-01' }, 'from'],
    ['holdings.transactions', { ...page, to: '9999-12-31' }, 'to'],
    ['prices.set', { prices: [{ ...mark, time: '0001-01-01T00:00:00Z' }] }, 'prices.0.time'],
  ])('%s %j', async (name, input, field) => {
    expect(await asked(name, input)).toEqual({ field: `call/invalid-input ${field}`, handled: false });
  });

  it.each<[CallName, object]>([
    ['holdings.methods', { year: 1900 }],
    ['holdings.methods', { year: 2999 }],
    ['holdings.transactions', { ...page, from: '1900-01-01', to: '2999-12-31' }],
  ])('%s %j is within', async (name, input) => {
    expect(await asked(name, input)).toEqual({ field: undefined, handled: true });
  });
});
