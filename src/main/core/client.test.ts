import { describe, expect, it } from 'vitest';
import type { Push } from '../../shared/contract/contract.ts';
import { ok } from '../../shared/errors/failure.ts';
import { startCore, type CoreClient, type CoreProcess, type FromCore, type ToCore } from './client.ts';

/** A core that does nothing by itself. */
function silentCore(options: { validateOutput?: boolean } = {}) {
  const sent: ToCore[] = [];
  let receive = (_message: FromCore): void => undefined;
  let exit = (): void => undefined;
  let kills = 0;
  const process: CoreProcess = {
    send: (message) => void sent.push(message),
    onMessage: (listener) => void (receive = listener),
    onExit: (listener) => void (exit = listener),
    kill: () => void kills++,
  };
  const client: CoreClient = startCore({ fork: () => process, ...options });
  const idOf = (at: number): string => (sent[at] !== undefined && 'id' in sent[at] ? sent[at].id : '');
  return { client, sent, idOf, receive: (m: FromCore) => receive(m), exit: () => exit(), kills: () => kills };
}

describe('core client', () => {
  it('gives each call its answer, in whatever order they come', async () => {
    const core = silentCore();
    const one = core.client.call('imports.list', {});
    const two = core.client.call('imports.discard', { upload: 'x' }, { asOf: '2026-01-01' });
    expect(core.sent[1]).toMatchObject({
      name: 'imports.discard',
      input: { upload: 'x' },
      asOf: '2026-01-01',
    });
    core.receive({ id: core.idOf(1), result: ok({}) });
    core.receive({ id: core.idOf(0), result: ok({ batches: [] }) });
    core.receive({ id: 'nobody-asked', result: ok({}) });
    expect(await one).toEqual(ok({ batches: [] }));
    expect(await two).toEqual(ok({}));
  });

  it('fails everything pending, and everything later, when the core is killed', async () => {
    const core = silentCore();
    let ends = 0;
    core.client.onEnd(() => ends++);
    const pending = [core.client.call('imports.list', {}), core.client.call('imports.formats', {})];
    core.exit();
    core.exit();
    const later = await core.client.call('imports.list', {});
    for (const result of [...(await Promise.all(pending)), later]) {
      expect(result).toMatchObject({ ok: false, failure: { code: 'call/core-ended' } });
    }
    expect(ends).toBe(1);
  });

  it('ends the core by killing it', async () => {
    const core = silentCore();
    const pending = core.client.call('imports.list', {});
    core.client.end();
    expect(core.kills()).toBe(1);
    expect(await pending).toMatchObject({ failure: { code: 'call/core-ended' } });
  });

  it('passes a cancellation on, and does not even send what was cancelled before', async () => {
    const core = silentCore();
    const abort = new AbortController();
    const call = core.client.call('imports.list', {}, { signal: abort.signal, id: 'mine' });
    abort.abort();
    expect(core.sent.at(-1)).toEqual({ cancel: 'mine' });
    expect(await core.client.call('imports.list', {}, { signal: abort.signal })).toMatchObject({
      failure: { code: 'call/cancelled' },
    });
    expect(core.sent).toHaveLength(2);
    core.receive({ id: 'mine', result: ok({ batches: [] }) });
    expect((await call).ok).toBe(true);
  });

  it('delivers progress to its call and every push to every subscriber', async () => {
    const core = silentCore();
    const own: unknown[] = [];
    const all: Push[] = [];
    const leave = core.client.onPush((push) => all.push(push));
    void core.client.call('imports.list', {}, { id: 'a', onProgress: (progress) => own.push(progress.done) });
    core.receive({ push: { type: 'progress', call: 'a', phase: 'reading', done: 1, total: null } });
    core.receive({ push: { type: 'progress', call: 'b', phase: 'reading', done: 2, total: null } });
    leave();
    core.receive({ push: { type: 'stale', prefixes: [''] } });
    expect(own).toEqual([1]);
    expect(all).toHaveLength(2);
  });

  it('refuses an answer that breaks the contract, where it is told to look', async () => {
    const core = silentCore({ validateOutput: true });
    const bad = core.client.call('imports.list', {});
    core.receive({ id: core.idOf(0), result: ok({ batches: 'none' }) });
    expect(await bad).toMatchObject({ failure: { code: 'call/internal' } });
    const good = core.client.call('imports.list', {});
    core.receive({ id: core.idOf(1), result: ok({ batches: [] }) });
    expect((await good).ok).toBe(true);
  });
});
