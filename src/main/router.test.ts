import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MAX_INPUT_CHARS } from '../shared/contract/bridge.ts';
import { contract, type Push } from '../shared/contract/contract.ts';
import { fail, ok, type Result } from '../shared/errors/failure.ts';
import type { CallOptions, CoreClient } from './core/client.ts';
import { Router } from './router.ts';

class FakeCore {
  readonly calls: { name: string; input: unknown; options: CallOptions | undefined }[] = [];
  answer: (name: string) => Promise<Result<unknown>> = async () => ok({});
  ended = 0;
  crash = (): void => undefined;
  push = (_push: Push): void => undefined;

  readonly client: CoreClient = {
    call: () => Promise.reject(new Error('the router uses callUnchecked')),
    callUnchecked: (name, input, options) => {
      this.calls.push({ name, input, options });
      return this.answer(name);
    },
    onPush: (listener) => {
      this.push = listener;
      return () => undefined;
    },
    onEnd: (listener) => {
      this.crash = listener;
    },
    end: () => {
      this.ended++;
      this.crash();
    },
  };
}

function routerOf(options: { idleLockMs?: number | null } = {}) {
  const cores: FakeCore[] = [];
  const pushes: Push[] = [];
  const renewPage = vi.fn();
  const router = new Router({
    startCore: () => {
      const core = new FakeCore();
      cores.push(core);
      return core.client;
    },
    push: (push) => pushes.push(push),
    renewPage,
    ...options,
  });
  return { router, cores, pushes, renewPage };
}

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code);

describe('what a page may ask for', () => {
  it('passes a contract call on under the page’s own id', async () => {
    const { router, cores } = routerOf();
    expect(await router.handle('ledger.status', {}, 'a-1')).toEqual(ok({}));
    expect(cores[0]?.calls[0]).toMatchObject({ name: 'ledger.status', input: {}, options: { id: 'a-1' } });
  });

  it.each(['ledger.drop', '$exit', 'toString', '__proto__', '', 'x'.repeat(5000)])(
    'refuses the name %j',
    async (name) => {
      const { router, cores } = routerOf();
      expect(codeOf(await router.handle(name, {}, 'a'))).toBe('call/unknown');
      expect(cores[0]?.calls).toEqual([]);
    },
  );

  it.each([5, null, undefined, {}, ['ledger.status']])('refuses %j as a name', async (name) => {
    const { router } = routerOf();
    expect(codeOf(await router.handle(name, {}, 'a'))).toBe('call/invalid-input');
  });

  it.each([5, null, undefined, '', 'a b', 'x'.repeat(65), '<script>', {}])(
    'refuses %j as an id',
    async (id) => {
      const { router, cores } = routerOf();
      expect(await router.handle('ledger.status', {}, id)).toMatchObject({
        failure: { where: { field: 'id' } },
      });
      expect(cores[0]?.calls).toEqual([]);
    },
  );

  it('refuses input that is too large or no JSON', async () => {
    const { router, cores } = routerOf();
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    for (const input of ['x'.repeat(MAX_INPUT_CHARS), circle, 5n, undefined, () => 1]) {
      expect(await router.handle('imports.upload', input, 'a')).toMatchObject({
        failure: { where: { field: 'input' } },
      });
    }
    expect(cores[0]?.calls).toEqual([]);
  });

  it('answers whatever a hostile page sends with a Result, and forwards only names of the contract', async () => {
    const { router, cores } = routerOf();
    const names = fc.oneof(
      fc.anything(),
      fc.string(),
      fc.constantFrom(...Object.keys(contract), '$cancel', '$active'),
    );
    const hostile = fc.tuple(
      names,
      fc.anything({ withBigInt: true, withDate: true }),
      fc.oneof(fc.anything(), fc.string()),
    );
    await fc.assert(
      fc.asyncProperty(hostile, async ([name, input, id]) => {
        const result = await router.handle(name, input, id);
        expect(typeof result.ok).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
    for (const core of cores) {
      for (const call of core.calls) expect(Object.hasOwn(contract, call.name)).toBe(true);
    }
  });

  it('cancels by id, and takes a cancellation of nothing calmly', async () => {
    const { router, cores } = routerOf();
    const gate = Promise.withResolvers<Result<unknown>>();
    cores[0]!.answer = () => gate.promise;
    const call = router.handle('imports.preview', {}, 'p');
    expect(await router.handle('ledger.status', {}, 'p')).toMatchObject({
      failure: { where: { field: 'id' } },
    });
    expect(codeOf(await router.handle('$cancel', { id: 'p' }, 'c'))).toBe('ok');
    expect(cores[0]?.calls[0]?.options?.signal?.aborted).toBe(true);
    gate.resolve(fail('call/cancelled', {}));
    expect(codeOf(await call)).toBe('call/cancelled');
    expect(codeOf(await router.handle('$cancel', { id: 'p' }, 'c'))).toBe('ok');
    expect(codeOf(await router.handle('$cancel', {}, 'c'))).toBe('call/invalid-input');
  });
});

describe('locking', () => {
  it('kills the core, has a fresh one and a fresh page at once, and tells that page why at its first call', async () => {
    const { router, cores, pushes, renewPage } = routerOf();
    await router.handle('ledger.open', {}, 'a');
    expect(codeOf(await router.handle('ledger.lock', {}, 'b'))).toBe('ok');
    expect(cores[0]?.ended).toBe(1);
    expect(renewPage).toHaveBeenCalledTimes(1);
    expect(pushes).toEqual([]);
    await router.handle('ledger.status', {}, 'c');
    await router.handle('ledger.known', {}, 'd');
    expect(pushes).toEqual([{ type: 'locked', reason: 'user' }]);
    expect(cores).toHaveLength(2);
    expect(cores[1]?.calls).toHaveLength(2);
  });

  it('passes pushes of the living core on, and none of an ended one', async () => {
    const { router, cores, pushes } = routerOf();
    cores[0]?.push({ type: 'stale', prefixes: ['a'] });
    router.lock('user');
    cores[0]?.push({ type: 'stale', prefixes: ['b'] });
    expect(pushes).toEqual([{ type: 'stale', prefixes: ['a'] }]);
  });

  it('replaces the page when the core ends by itself with a ledger open, and starts another at the next call', async () => {
    const { router, cores, pushes, renewPage } = routerOf();
    await router.handle('ledger.create', {}, 'a');
    cores[0]?.crash();
    expect(renewPage).toHaveBeenCalledTimes(1);
    expect(cores).toHaveLength(1);
    await router.handle('ledger.status', {}, 'b');
    expect(pushes).toEqual([{ type: 'locked', reason: 'core-ended' }]);
    expect(cores).toHaveLength(2);
  });

  it('ends the core for good with the app', () => {
    const { router, cores, pushes } = routerOf();
    router.end();
    expect(cores.map((core) => core.ended)).toEqual([1]);
    expect(pushes).toEqual([]);
  });
});

describe('idle lock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const minutes = 60_000;

  it('locks an open ledger after five minutes without a call', async () => {
    const { router, cores, pushes, renewPage } = routerOf();
    await router.handle('ledger.open', {}, 'a');
    vi.advanceTimersByTime(5 * minutes - 1);
    expect(renewPage).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(renewPage).toHaveBeenCalledTimes(1);
    await router.handle('ledger.status', {}, 'b');
    expect(pushes).toEqual([{ type: 'locked', reason: 'idle' }]);
    expect(cores[0]?.ended).toBe(1);
  });

  it.each(['ledger.status', '$active'])('is put off by %s', async (name) => {
    const { router, renewPage } = routerOf();
    await router.handle('ledger.open', {}, 'a');
    for (let n = 0; n < 10; n++) {
      vi.advanceTimersByTime(4 * minutes);
      await router.handle(name, {}, 'b');
    }
    expect(renewPage).not.toHaveBeenCalled();
  });

  it('does not take a long import for idleness', async () => {
    const { router, cores, renewPage } = routerOf();
    await router.handle('ledger.open', {}, 'a');
    const gate = Promise.withResolvers<Result<unknown>>();
    cores[0]!.answer = () => gate.promise;
    const confirm = router.handle('imports.confirm', {}, 'i');
    vi.advanceTimersByTime(60 * minutes);
    expect(renewPage).not.toHaveBeenCalled();
    gate.resolve(ok({}));
    await confirm;
    vi.advanceTimersByTime(5 * minutes);
    expect(renewPage).toHaveBeenCalledTimes(1);
  });

  it('has nothing to lock where none is open, where opening failed, or where it is off', async () => {
    const failed = routerOf();
    failed.cores[0]!.answer = async () => fail('ledger/locked', {});
    await failed.router.handle('ledger.open', {}, 'a');
    const off = routerOf({ idleLockMs: null });
    await off.router.handle('ledger.open', {}, 'a');
    vi.advanceTimersByTime(60 * minutes);
    failed.router.lockIfOpen();
    expect(failed.renewPage).not.toHaveBeenCalled();
    expect(off.renewPage).not.toHaveBeenCalled();
  });
});
