/** A disk that fills up: one message, nothing half stored, and the ledger opens afterwards. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { trivialKdfCost } from '../../../src/main/ledger/keys/kdf-cost.ts';
import { createLedger } from '../../../src/main/ledger/open/create-ledger.ts';
import { openLedger } from '../../../src/main/ledger/open/open-ledger.ts';
import { childScript } from './child.fixture.ts';
import { codeOf, makeClosedLedger, snapshot, temporaryFolder } from './ledger.fixture.ts';
import { now, passphrase, valueOf } from './ledger.values.ts';

const linux = process.platform === 'linux';

/** In: the largest size of a file, in KiB, where the system shall refuse more. */
function importUntilRefused(path: string, rows: number, limit?: number, noteBytes = 0): string[] {
  const node = `exec "${process.execPath}" "${childScript('fill-the-disk')}" "${path}" ${rows} ${noteBytes}`;
  const command = limit === undefined ? node : `trap '' XFSZ; ulimit -f ${limit}; ${node}`;
  const { stdout, stderr, status } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.trim().split('\n');
}

async function expectWhole(path: string, refused: readonly string[]): Promise<void> {
  const imported = refused.filter((code) => code === 'ok').length;
  expect(refused.slice(imported)).toEqual(Array(3).fill('ledger/disk-full'));
  const { ledger, warnings } = valueOf(await openLedger({ path, passphrase }));
  expect(warnings).toEqual([]);
  expect(await ledger.read.batches()).toHaveLength(imported);
  expect(await ledger.read.recomputeHash()).toBe(ledger.hash());
  await ledger.close();
}

test.skipIf(!linux)('a file that may not grow any more', async () => {
  // What the file has already, a full disk lets one overwrite: so the limit is never below its size.
  for (const [moreKib, rows] of [
    [8, 20],
    [54, 30],
    [300, 300],
    [1400, 400],
  ] as const) {
    const { path } = await makeClosedLedger();
    await expectWhole(path, importUntilRefused(path, rows, Math.ceil(statSync(path).size / 1024) + moreKib));
  }
});

test.skipIf(!linux)('an import that does not even fit into memory while it is stored', async () => {
  const { path } = await makeClosedLedger();
  const before = statSync(path).size;
  await expectWhole(path, importUntilRefused(path, 3000, 20_000, 16_000));
  expect(statSync(path).size).toBe(before);
});

test.skipIf(!linux)('a disk with no space left, if one may be mounted here', async ({ skip }) => {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', folder]).status === 0;
  if (!mounted) skip();
  onTestFinished(() => void spawnSync('umount', [folder]));
  const path = join(folder, 'my.hedgerow');
  const made = valueOf(await createLedger({ path, passphrase, now, kdfCost: trivialKdfCost }));
  await made.ledger.close();
  await expectWhole(path, importUntilRefused(path, 100));

  rmSync(path);
  rmSync(`${path}.keys`);
  rmSync(`${path}.keys.1`);
  rmSync(`${path}-journal`, { force: true });
  spawnSync('bash', ['-c', `head -c 590000 /dev/zero > "${join(folder, 'filler')}"`]);
  const before = snapshot(dirname(path));
  expect(codeOf(await createLedger({ path, passphrase, now, kdfCost: trivialKdfCost }))).toBe(
    'ledger/disk-full',
  );
  expect(snapshot(dirname(path))).toEqual(before);
});
