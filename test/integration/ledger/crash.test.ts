/** Processes that are ended without warning: what they had acknowledged is there, and nothing is there in part. */
import { randomInt } from 'node:crypto';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openLedger, recoverLedger } from '../../../src/main/ledger/open/open-ledger.ts';
import { ended, linesOf, startChild } from './child.fixture.ts';
import { codeOf, makeClosedLedger, snapshot } from './ledger.fixture.ts';
import { passphrase, valueOf } from './ledger.values.ts';

const rowsAFile = 4000;

test('an import that is killed is there whole or not at all', async () => {
  const { path } = await makeClosedLedger();
  let committed = 0;
  for (let attempt = 0; attempt < 8; attempt++) {
    const begun = valueOf(await openLedger({ path, passphrase }));
    const before = await begun.ledger.read.eventCount();
    await begun.ledger.close();
    const acknowledged = await importUntilKilled(path, attempt);
    const { ledger } = valueOf(await openLedger({ path, passphrase }));
    const events = await ledger.read.eventCount();
    // The last one may have been stored and not yet acknowledged.
    expect([acknowledged, acknowledged + 1].map((files) => before + files * rowsAFile)).toContain(events);
    expect(await ledger.read.recomputeHash()).toBe(ledger.hash());
    committed += acknowledged;
    for (const batch of await ledger.read.batches()) await ledger.write.undoBatch(batch.id, batch.importedAt);
    expect(await ledger.read.eventCount()).toBe(0);
    await ledger.close();
  }
  expect(committed).toBeGreaterThan(0);
});

/** Kills the child in the middle of storing, or while it commits. Out: how many files it had acknowledged. */
async function importUntilKilled(path: string, attempt: number): Promise<number> {
  const child = startChild('import-in-chunks', path);
  const until =
    attempt % 2 === 0
      ? { line: 'stored', times: randomInt(1, 12) }
      : { line: 'committing', times: randomInt(1, 4) };
  let acknowledged = 0;
  let seen = 0;
  for await (const line of linesOf(child)) {
    if (line.startsWith('committed')) acknowledged += 1;
    if (line !== until.line || ++seen !== until.times) continue;
    await pause(randomInt(0, 25));
    child.kill('SIGKILL');
  }
  await ended(child);
  return acknowledged;
}

test('a change of passphrase that is killed leaves the old one or the new one, never neither', async () => {
  const other = 'the other one';
  const { path, recoveryKey } = await makeClosedLedger();
  let current = passphrase;
  for (let attempt = 0; attempt < 8; attempt++) {
    const child = startChild('change-passphrase', path, current === passphrase ? other : passphrase, current);
    await linesOf(child).next();
    await pause(randomInt(0, 60));
    child.kill('SIGKILL');
    await ended(child);
    const codes: string[] = [];
    for (const candidate of [passphrase, other]) {
      const opened = await openLedger({ path, passphrase: candidate });
      codes.push(codeOf(opened));
      if (opened.ok) current = candidate;
      if (opened.ok) await opened.value.ledger.close();
    }
    expect(codes.toSorted()).toEqual(['ledger/wrong-passphrase', 'ok']);
    const recovered = valueOf(await recoverLedger({ path, recoveryKey }));
    await recovered.ledger.close();
  }
});

test('a wrong passphrase after a crash leaves the unfinished work as it is, for the right one to clear up', async () => {
  const { path } = await makeClosedLedger();
  for (let attempt = 0; attempt < 3; attempt++) {
    await importUntilKilled(path, 1);
    const before = snapshot(dirname(path));
    const wrong = await openLedger({ path, passphrase: 'wrong' });
    expect(codeOf(wrong)).toBe('ledger/wrong-passphrase');
    expect(snapshot(dirname(path))).toEqual(before);
    const { ledger } = valueOf(await openLedger({ path, passphrase }));
    expect((await ledger.read.eventCount()) % rowsAFile).toBe(0);
    expect(await ledger.read.recomputeHash()).toBe(ledger.hash());
    for (const batch of await ledger.read.batches()) await ledger.write.undoBatch(batch.id, batch.importedAt);
    await ledger.close();
  }
});

test('of processes that open one ledger at once, one wins and the others are told', async () => {
  const { path } = await makeClosedLedger();
  for (let race = 0; race < 3; race++) {
    const children = Array.from({ length: 3 }, () => startChild('hold-open', path, passphrase));
    const first = await Promise.all(children.map(async (child) => (await linesOf(child).next()).value));
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(children.map(ended));
    expect(first.filter((said) => said === 'open')).toHaveLength(1);
    expect(first.filter((said) => said === 'ledger/in-use')).toHaveLength(2);
  }
});
