import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Turns, type Access } from './turns.ts';

/** Starts one job for each access, in order, and says after each end which ones have started. */
async function startsOf(...accesses: Access[]): Promise<string[]> {
  const turns = new Turns();
  const started: string[] = [];
  const ends = accesses.map(() => Promise.withResolvers<void>());
  const jobs = accesses.map((access, n) =>
    turns.take(access, new AbortController().signal, async () => {
      started.push(`${access}${n}`);
      await ends[n]?.promise;
    }),
  );
  const snapshots: string[] = [];
  for (const [n, job] of jobs.entries()) {
    await sleep(1);
    snapshots.push(started.join(' '));
    ends[n]?.resolve();
    await job;
  }
  return snapshots;
}

it('reads together', async () => {
  expect(await startsOf('read', 'read')).toEqual(['read0 read1', 'read0 read1']);
});

it('writes alone, after the reads before it and before the reads behind it', async () => {
  expect(await startsOf('read', 'write', 'read')).toEqual(['read0', 'read0 write1', 'read0 write1 read2']);
});

it('lets reads pass beside an upload or a preview, but no second command', async () => {
  expect(await startsOf('beside', 'read', 'beside')).toEqual([
    'beside0 read1',
    'beside0 read1 beside2',
    'beside0 read1 beside2',
  ]);
});

it('keeps commands in the order in which they came', async () => {
  expect(await startsOf('write', 'beside', 'write')).toEqual([
    'write0',
    'write0 beside1',
    'write0 beside1 write2',
  ]);
});

it('lets a command in while a search goes on that has left its turn', async () => {
  const turns = new Turns();
  const signal = new AbortController().signal;
  const searched = Promise.withResolvers<string>();
  const search = turns.take('beside', signal, async (leave) => {
    leave();
    leave();
    return await searched.promise;
  });
  const write = turns.take('write', signal, async () => 'written');
  expect(await turns.take('read', signal, async () => await write)).toBe('written');
  searched.resolve('found');
  expect(await search).toBe('found');
});

it('gives the turn on when work throws, and when somebody stops waiting', async () => {
  const turns = new Turns();
  const signal = new AbortController().signal;
  await expect(turns.take('write', signal, () => Promise.reject(new Error('no')))).rejects.toThrow('no');

  const gate = Promise.withResolvers<void>();
  const impatient = new AbortController();
  const first = turns.take('read', signal, () => gate.promise);
  const gone = turns.take('write', impatient.signal, async () => undefined);
  const behind = turns.take('read', signal, async () => 'read');
  impatient.abort();
  await expect(gone).rejects.toThrow();
  expect(await behind).toBe('read');
  gate.resolve();
  await first;
});

it('who prepares beside reads writes before those who came meanwhile, when the readers have gone', async () => {
  const turns = new Turns();
  const { signal } = new AbortController();
  const seen: string[] = [];
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const importing = turns.take('prepare', signal, async (_, alone) => {
    await gates[0]?.promise;
    await alone();
    seen.push('written');
  });
  const reading = turns.take('read', signal, async () => {
    seen.push('read beside');
    await gates[1]?.promise;
    seen.push('read to its end');
  });
  const writing = turns.take('write', signal, async () => void seen.push('other writer'));
  gates[0]?.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  const late = turns.take('read', signal, async () => void seen.push('late reader'));
  expect(seen).toEqual(['read beside']);
  gates[1]?.resolve();
  await Promise.all([importing, reading, writing, late]);
  expect(seen).toEqual(['read beside', 'read to its end', 'written', 'other writer', 'late reader']);
});
