import { z } from 'zod';
import { describe, expect, it, vi } from 'vitest';
import { command, query, task } from '../../shared/contract/call.ts';
import type { Push } from '../../shared/contract/contract.ts';
import { ok, type Result } from '../../shared/errors/failure.ts';
import { instantFromEpochMs, toIso } from '../../shared/time/instant.ts';
import { localDate, type LocalDate } from '../../shared/time/local-date.ts';
import { utc } from '../../shared/time/time-zone.ts';
import type { CallContext } from './call-context.ts';
import { createDispatcher, type Dispatcher, type DispatchParts } from './dispatch.ts';
import type { Session } from './session.ts';
import { UploadStore } from './uploads.ts';

const calls = {
  'pet.read': query(
    z.strictObject({ name: z.string(), tags: z.array(z.strictObject({ n: z.number() })).optional() }),
    z.strictObject({ legs: z.number() }),
  ),
  'pet.feed': command(
    z.strictObject({ food: z.union([z.string(), z.strictObject({ grams: z.number(), of: z.string() })]) }),
    z.strictObject({}),
    [],
  ),
  'pet.save': command(z.strictObject({}), z.strictObject({}), ['pet.']),
  'pet.upload': command(z.strictObject({}), z.strictObject({}), []),
  'pet.walk': task(z.strictObject({}), z.strictObject({ steps: z.number() }), ['pet.']),
};
type AnyHandler = (request: never, context: CallContext) => Promise<Result<unknown>>;

function dispatcherOf(
  handlers: Record<string, AnyHandler>,
  parts: Partial<DispatchParts> = {},
): Dispatcher & { pushes: Push[]; logs: string[] } {
  const pushes: Push[] = [];
  const logs: string[] = [];
  const session: Session = { ledger: null, dataFolder: '', uploads: new UploadStore(), cache: new Map() };
  const dispatcher = createDispatcher({
    contract: calls,
    handlers,
    session,
    clock: () => instantFromEpochMs(0),
    push: (push) => pushes.push(push),
    validateOutput: true,
    log: (line) => logs.push(line),
    ...parts,
  });
  return { ...dispatcher, pushes, logs };
}

const read = (input: unknown, id = 'a') => ({ id, name: 'pet.read', input });
const failureOf = (result: Result<unknown>) => (result.ok ? undefined : result.failure);

describe('dispatch', () => {
  it('answers what the handler answers', async () => {
    const dispatcher = dispatcherOf({ 'pet.read': async () => ok({ legs: 4 }) });
    expect(await dispatcher.call(read({ name: 'Rex' }))).toEqual(ok({ legs: 4 }));
  });

  it.each(['nope', 'toString', '__proto__', 'constructor', ''])(
    'refuses the unknown call %j',
    async (name) => {
      const dispatcher = dispatcherOf({});
      expect(failureOf(await dispatcher.call({ id: 'a', name, input: {} }))?.code).toBe('call/unknown');
    },
  );

  it.each([
    ['a missing field', {}, 'name'],
    ['a wrong type', { name: 5 }, 'name'],
    ['a field too many', { name: 'Rex', age: 3 }, 'age'],
    ['a nested field', { name: 'Rex', tags: [{ n: 1 }, { n: 'x' }] }, 'tags.1.n'],
    ['a nested field too many', { name: 'Rex', tags: [{ n: 1, m: 2 }] }, 'tags.0.m'],
    ['no object at all', 'Rex', 'input'],
    ['nothing', undefined, 'input'],
  ])('names the field of %s', async (_, input, field) => {
    const handler = vi.fn();
    const dispatcher = dispatcherOf({ 'pet.read': handler });
    const failure = failureOf(await dispatcher.call(read(input)));
    expect(failure?.code).toBe('call/invalid-input');
    expect(failure?.where).toEqual({ field });
    expect(failure?.message).toContain(`"${field}"`);
    expect(handler).not.toHaveBeenCalled();
  });

  it.each([
    [{ grams: 5 }, 'food.of'],
    [{ grams: 'x', of: 'meat' }, 'food.grams'],
    [{ grams: 5, of: 'meat', hot: true }, 'food.hot'],
    [5, 'food'],
  ])('names the field inside the alternative that was meant: %j', async (food, field) => {
    const dispatcher = dispatcherOf({ 'pet.feed': async () => ok({}) });
    const failure = failureOf(await dispatcher.call({ id: 'a', name: 'pet.feed', input: { food } }));
    expect(failure?.where).toEqual({ field });
  });

  it('turns a bug into call/internal and logs its name and place, not its words', async () => {
    const dispatcher = dispatcherOf({
      'pet.read': async () => {
        throw new TypeError('balance is 123456.78');
      },
    });
    const failure = failureOf(await dispatcher.call(read({ name: 'Rex' })));
    expect(failure?.code).toBe('call/internal');
    expect(JSON.stringify(failure) + dispatcher.logs.join()).not.toContain('123456');
    expect(dispatcher.logs.join()).toMatch(/^bug in pet\.read: TypeError at dispatch\.test\.ts:\d+:\d+\)?$/u);
  });

  it('treats an answer that breaks the contract as a bug, naming the field only', async () => {
    const dispatcher = dispatcherOf({ 'pet.read': async () => ok({ legs: 'secret' }) });
    expect(failureOf(await dispatcher.call(read({ name: 'Rex' })))?.code).toBe('call/internal');
    expect(dispatcher.logs.join()).toContain('at legs');
    expect(dispatcher.logs.join()).not.toContain('secret');
  });

  it('does not check answers where it is told not to', async () => {
    const dispatcher = dispatcherOf({ 'pet.read': async () => ok({ legs: 'x' }) }, { validateOutput: false });
    expect((await dispatcher.call(read({ name: 'Rex' }))).ok).toBe(true);
  });

  it('says what a success makes stale, and says nothing after a query or a failure', async () => {
    const dispatcher = dispatcherOf({
      'pet.read': async () => ok({ legs: 4 }),
      'pet.save': async () => ok({}),
    });
    await dispatcher.call(read({ name: 'Rex' }));
    await dispatcher.call({ id: 'b', name: 'pet.save', input: { x: 1 } });
    expect(dispatcher.pushes).toEqual([]);
    await dispatcher.call({ id: 'b', name: 'pet.save', input: {} });
    expect(dispatcher.pushes).toEqual([{ type: 'stale', prefixes: ['pet.'] }]);
  });

  it('refuses a second call under an id that is in use', async () => {
    const gate = Promise.withResolvers<void>();
    const dispatcher = dispatcherOf({ 'pet.read': () => gate.promise.then(() => ok({ legs: 4 })) });
    const first = dispatcher.call(read({ name: 'Rex' }));
    expect(failureOf(await dispatcher.call(read({ name: 'Rex' })))?.where).toEqual({ field: 'id' });
    gate.resolve();
    expect((await first).ok).toBe(true);
  });
});

describe('cancelling', () => {
  it('ends work that looks at its signal', async () => {
    const dispatcher = dispatcherOf({
      'pet.walk': (_request, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
    });
    for (const begun of [true, false]) {
      const walk = dispatcher.call({ id: 'w', name: 'pet.walk', input: {} });
      if (begun) await Promise.resolve().then(() => undefined);
      dispatcher.cancel('w');
      expect(failureOf(await walk)?.code).toBe('call/cancelled');
    }
    expect(dispatcher.logs).toEqual([]);
  });

  it('ends a call that still waits for its turn, without starting it', async () => {
    const gate = Promise.withResolvers<void>();
    const save = vi.fn(async () => ok({}));
    const dispatcher = dispatcherOf({
      'pet.walk': () => gate.promise.then(() => ok({ steps: 1 })),
      'pet.save': save,
    });
    const walk = dispatcher.call({ id: 'w', name: 'pet.walk', input: {} });
    const waiting = dispatcher.call({ id: 's', name: 'pet.save', input: {} });
    dispatcher.cancel('s');
    expect(failureOf(await waiting)?.code).toBe('call/cancelled');
    gate.resolve();
    expect((await walk).ok).toBe(true);
    expect(save).not.toHaveBeenCalled();
  });

  it('keeps the answer of work that was done before it heard', async () => {
    const dispatcher = dispatcherOf({
      'pet.read': async () => {
        dispatcher.cancel('a');
        dispatcher.cancel('never-heard-of');
        return ok({ legs: 4 });
      },
    });
    expect((await dispatcher.call(read({ name: 'Rex' }))).ok).toBe(true);
  });
});

describe('progress', () => {
  it('comes at most each 50 ms, and always at the end of a phase', async () => {
    const dispatcher = dispatcherOf({
      'pet.walk': async (_request, { progress }) => {
        for (let step = 0; step <= 1000; step++) progress('walking', step, 1000);
        return ok({ steps: 1000 });
      },
    });
    await dispatcher.call({ id: 'w', name: 'pet.walk', input: {} });
    const progress = dispatcher.pushes.filter((push) => push.type === 'progress');
    expect(progress.length).toBeLessThan(10);
    expect(progress[0]).toEqual({ type: 'progress', call: 'w', phase: 'walking', done: 0, total: 1000 });
    expect(progress.at(-1)).toMatchObject({ done: 1000 });
  });

  it('says at once that another phase has begun', async () => {
    const dispatcher = dispatcherOf({
      'pet.walk': async (_request, { progress }) => {
        progress('reading', 10, 20, 3);
        progress('comparing', 0, null);
        return ok({ steps: 1 });
      },
    });
    await dispatcher.call({ id: 'w', name: 'pet.walk', input: {} });
    expect(dispatcher.pushes.filter((push) => push.type === 'progress')).toEqual([
      { type: 'progress', call: 'w', phase: 'reading', done: 10, total: 20, rows: 3 },
      { type: 'progress', call: 'w', phase: 'comparing', done: 0, total: null },
    ]);
  });
});

describe('the times of a call', () => {
  const openLedger = (sample: { asOf: LocalDate } | null): Session => ({
    ledger: { meta: { sample } } as Session['ledger'],
    dataFolder: '',
    uploads: new UploadStore(),
    // What the ledger holds, of which only the zone matters here.
    cache: new (class extends Map<string, unknown> {
      override get(): unknown {
        return Promise.resolve({ timeZone: utc });
      }
    })(),
  });
  const inOpen = (sample: { asOf: LocalDate } | null) => {
    const session = openLedger(sample);
    Object.assign(session.ledger ?? {}, { state: () => 'a' });
    const seen: string[] = [];
    const see = async (_: unknown, { now, clock }: CallContext): Promise<Result<object>> => {
      seen.push(toIso(now), toIso(clock));
      return ok({ legs: 4 });
    };
    const handlers = {
      'pet.read': see,
      'pet.save': async (_: never, of: CallContext) => (await see(_, of), ok({})),
    };
    return { ...dispatcherOf(handlers, { session }), seen };
  };
  const asOf = '2025-06-01';

  it('are the fixed day for what is asked, and always the clock too', async () => {
    const { call, seen } = inOpen(null);
    await call({ ...read({ name: 'Rex' }), asOf });
    expect(seen).toEqual(['2025-06-01T23:59:59.999Z', '1970-01-01T00:00:00Z']);
  });

  it('are never another day for what is stored, except in a sample', async () => {
    const save = { id: 'a', name: 'pet.save', input: {}, asOf };
    const own = inOpen(null);
    expect(failureOf(await own.call(save))).toMatchObject({
      code: 'call/invalid-input',
      where: { field: 'as-of' },
    });
    expect(own.seen).toEqual([]);
    const sample = inOpen({ asOf: localDate('2026-11-20') });
    expect(await sample.call(save)).toEqual(ok({}));
    expect(sample.seen).toEqual(['2025-06-01T23:59:59.999Z', '1970-01-01T00:00:00Z']);
  });
});
