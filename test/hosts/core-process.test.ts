/** The real core in a process of its own: its answers, its end, and what becomes of it when it is left alone. */
import { execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { forkCore, startCore, type CoreClient } from '../../src/main/core/client.ts';
import { Router } from '../../src/main/router.ts';
import type { Push } from '../../src/shared/contract/contract.ts';
import { builtFile } from '../built.ts';
import { passphrase, quickLedger, temporaryFolder } from '../cli/hedgerow.ts';

const folder = temporaryFolder();
const clients: CoreClient[] = [];
let entry: string;

function start(): CoreClient {
  const client = startCore({
    fork: () => forkCore(entry, { HEDGEROW_DATA_FOLDER: folder, HEDGEROW_VALIDATE: '1' }),
  });
  clients.push(client);
  return client;
}

/** The processes of this test's cores, by asking the system. */
function corePids(parent = process.pid): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [, pid, ppid, stat] = /^\s*(\d+)\s+(\d+)\s+(\S+)/u.exec(line) ?? [];
    return Number(ppid) === parent && stat?.startsWith('Z') === false && line.includes(entry)
      ? [Number(pid)]
      : [];
  });
}

beforeAll(() => {
  entry = builtFile('main/core.js');
  vi.stubEnv('HEDGEROW_VALIDATE', '1');
});
afterEach(() => {
  for (const client of clients.splice(0)) client.end();
});

describe.runIf(process.platform !== 'win32')('the core process', () => {
  it('answers, names what is wrong, and knows no other calls', async () => {
    const core = start();
    expect(await core.call('ledger.status', {})).toMatchObject({ ok: true, value: { state: 'locked' } });
    expect(await core.callUnchecked('ledger.open', { path: '' })).toMatchObject({
      failure: { code: 'call/invalid-input', where: { field: 'path' } },
    });
    expect(await core.callUnchecked('ledger.steal', {})).toMatchObject({ failure: { code: 'call/unknown' } });
    expect(await core.call('holdings.read', {})).toMatchObject({ failure: { code: 'ledger/locked' } });
  });

  it('fails what is pending when it is killed from outside', async () => {
    const core = start();
    await core.call('ledger.status', {});
    const pending = core.call('ledger.createSample', {});
    for (const pid of corePids()) process.kill(pid, 'SIGKILL');
    expect(await pending).toMatchObject({ failure: { code: 'call/core-ended' } });
    expect(await core.call('ledger.status', {})).toMatchObject({ failure: { code: 'call/core-ended' } });
  });

  it('reports progress and stops when it is told to', async () => {
    const core = start();
    const abort = new AbortController();
    const phases: string[] = [];
    const sample = core.call(
      'ledger.createSample',
      {},
      {
        signal: abort.signal,
        onProgress: ({ phase, done }) => {
          phases.push(phase);
          if (done > 0) abort.abort();
        },
      },
    );
    expect(await sample).toMatchObject({ failure: { code: 'call/cancelled' } });
    expect(phases.length).toBeGreaterThan(1);
    expect(await core.call('ledger.status', {})).toMatchObject({ value: { state: 'locked' } });
  });

  it('never sees the passphrase that the terminal got from its environment', async () => {
    vi.stubEnv('HEDGEROW_PASSPHRASE', 'canary-4711');
    const core = start();
    await core.call('ledger.status', {});
    const environments = corePids().map((pid) =>
      execFileSync('ps', ['eww', '-p', String(pid)], { encoding: 'utf8' }),
    );
    expect(environments.join()).not.toContain('canary-4711');
    vi.stubEnv('HEDGEROW_PASSPHRASE', undefined);
  });

  it('is gone, with the ledger, when the router locks, and a fresh one answers', async () => {
    const path = await quickLedger(temporaryFolder());
    const pushes: Push[] = [];
    const router = new Router({
      startCore: start,
      push: (push) => pushes.push(push),
      renewPage: () => undefined,
    });
    expect(await router.handle('ledger.open', { path, passphrase }, 'a')).toMatchObject({ ok: true });
    const before = corePids();
    expect(await router.handle('ledger.lock', {}, 'b')).toMatchObject({ ok: true });
    await expect.poll(() => corePids().filter((pid) => before.includes(pid)), { timeout: 1000 }).toEqual([]);
    expect(await router.handle('holdings.read', {}, 'c')).toMatchObject({
      failure: { code: 'ledger/locked' },
    });
    expect(pushes.at(-1)).toEqual({ type: 'locked', reason: 'user' });
    expect(await router.handle('ledger.open', { path, passphrase }, 'd')).toMatchObject({ ok: true });
    router.end();
  });

  it('does not outlive whoever started it', async () => {
    const script = join(folder, 'parent.mjs');
    writeFileSync(
      script,
      `import { fork } from 'node:child_process';
       fork(process.argv[2]);
       setInterval(() => undefined, 1000);`,
    );
    const parent = spawn(process.execPath, [script, entry], {
      env: { ...process.env, HEDGEROW_DATA_FOLDER: folder },
    });
    await expect.poll(() => corePids(parent.pid).length, { timeout: 5000 }).toBe(1);
    const [core = 0] = corePids(parent.pid);
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(core), { timeout: 5000 }).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
