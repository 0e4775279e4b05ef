/** The ledger's calls as screens and terminal make them, each against the contract. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { CallContext } from '../../../src/main/core/call-context.ts';
import { ledgerHandlers } from '../../../src/main/core/services/ledger/ledger-handlers.ts';
import { makeSampleFolder, removeOldSamples } from '../../../src/main/core/services/ledger/sample-place.ts';
import type { Session } from '../../../src/main/core/session.ts';
import { UploadStore } from '../../../src/main/core/uploads.ts';
import { contract } from '../../../src/shared/contract/contract.ts';
import { toIso } from '../../../src/shared/time/instant.ts';
import { codeOf, makeLedger, temporaryFolder } from './ledger.fixture.ts';
import { now, passphrase, valueOf } from './ledger.values.ts';

interface Core {
  readonly session: Session;
  call<Name extends keyof typeof ledgerHandlers>(
    name: Name,
    input: unknown,
  ): ReturnType<(typeof ledgerHandlers)[Name]>;
}

/** What one core process is: a session, and the calls. */
function startCore(dataFolder: string, cache: Session['cache'] = new Map()): Core {
  const session: Session = { ledger: null, dataFolder, uploads: new UploadStore(), cache };
  onTestFinished(() => session.ledger?.close());
  const context: CallContext = {
    session,
    now,
    clock: now,
    signal: new AbortController().signal,
    progress: () => undefined,
    leave: () => undefined,
  };
  return {
    session,
    call: (async (name: keyof typeof ledgerHandlers, input: unknown) => {
      const result = await ledgerHandlers[name](contract[name].input.parse(input) as never, context);
      if (result.ok) contract[name].output.parse(result.value);
      return result;
    }) as Core['call'],
  };
}

const openNow = { state: 'open', sample: false, events: 0, asOf: '2026-11-20', pricesAsOf: null };

test('make: the ledger is open at once, and a core holds one in its life', async () => {
  const folder = temporaryFolder();
  const core = startCore(folder);
  const locked = { state: 'locked', path: null, asOf: '2026-11-20', taxYear: 2026 };
  expect(valueOf(await core.call('ledger.status', {}))).toMatchObject(locked);
  const change = { current: passphrase, next: 'new' };
  expect(codeOf(await core.call('ledger.changePassphrase', change))).toBe('ledger/locked');
  const { defaultPath: path } = valueOf(await core.call('ledger.known', {}));
  expect(path).toBe(join(folder, 'ledger.hedgerow'));
  const created = valueOf(await core.call('ledger.create', { path, passphrase }));
  const ledgerHash = core.session.ledger!.hash();
  expect(created.status).toMatchObject({ ...openNow, path, name: 'ledger', ledgerHash });
  expect(codeOf(await core.call('ledger.open', { path, passphrase }))).toBe('ledger/already-open');
  const another = { path: `${path}2`, passphrase };
  expect(codeOf(await core.call('ledger.create', another))).toBe('ledger/already-open');
});

/** The ledger is made at no cost: only the new passphrase is as hard to guess as the product makes it. */
test('open by either key, and change the passphrase', async () => {
  const folder = temporaryFolder();
  const { ledger, path, recoveryKey } = await makeLedger(folder);
  await ledger.close();
  const first = startCore(folder);
  expect(codeOf(await first.call('ledger.open', { path, passphrase: 'wrong' }))).toBe(
    'ledger/wrong-passphrase',
  );
  expect(first.session.ledger).toBeNull();
  const opened = valueOf(await first.call('ledger.open', { path, passphrase }));
  expect(opened).toMatchObject({ status: { ...openNow, path, name: 'my' }, warnings: [] });
  const change = { current: passphrase, next: 'new' };
  expect(codeOf(await first.call('ledger.changePassphrase', change))).toBe('ok');
  await first.session.ledger!.close();

  const second = startCore(folder);
  expect(codeOf(await second.call('ledger.open', { path, passphrase: 'new' }))).toBe('ok');
  await second.session.ledger!.close();

  const third = startCore(folder);
  const typo = await third.call('ledger.recover', { path, recoveryKey: 'ABC' });
  expect(codeOf(typo)).toBe('ledger/recovery-key-typo');
  expect(codeOf(await third.call('ledger.recover', { path, recoveryKey }))).toBe('ok');
});

test('known ledgers: the last opened first, without a word of what is in them', async () => {
  const folder = temporaryFolder();
  for (const name of ['a.hedgerow', 'b.hedgerow']) {
    const { ledger, path } = await makeLedger(folder, name);
    await ledger.close();
    const core = startCore(folder);
    valueOf(await core.call('ledger.open', { path, passphrase }));
    await core.session.ledger!.close();
  }
  const again = startCore(folder);
  valueOf(await again.call('ledger.open', { path: join(folder, 'a.hedgerow'), passphrase }));
  const list = JSON.parse(readFileSync(join(folder, 'known-ledgers.json'), 'utf8'));
  expect(list.ledgers.map((one: object) => Object.keys(one))).toEqual([
    ['path', 'lastOpened'],
    ['path', 'lastOpened'],
  ]);
  const { ledgers } = valueOf(await again.call('ledger.known', {}));
  expect(ledgers).toEqual([
    { path: join(folder, 'a.hedgerow'), name: 'a', exists: true, lastOpened: toIso(now) },
    { path: join(folder, 'b.hedgerow'), name: 'b', exists: true, lastOpened: toIso(now) },
  ]);
});

test('the sample: a ledger with a day of its own, in a folder that can be thrown away', async () => {
  const folder = temporaryFolder();
  const core = startCore(folder);
  const { status, passphrase: shown } = valueOf(await core.call('ledger.createSample', {}));
  expect(status).toMatchObject({ state: 'open', sample: true, asOf: '2026-11-20', taxYear: 2026 });
  expect(status.events).toBeGreaterThan(100);
  expect(shown).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/u);
  expect(valueOf(await core.call('ledger.known', {})).ledgers).toEqual([]);
  const hash = core.session.ledger!.hash();
  expect(await core.session.ledger!.read.recomputeHash()).toBe(hash);
  await core.session.ledger!.close();

  const again = startCore(folder);
  const opened = valueOf(await again.call('ledger.open', { path: status.path!, passphrase: shown }));
  expect(opened.status).toEqual(status);
  expect(readdirSync(folder).filter((name) => name.startsWith('sample-'))).toHaveLength(1);
  expect(existsSync(join(folder, 'known-ledgers.json'))).toBe(false);

  const other = startCore(temporaryFolder());
  expect(valueOf(await other.call('ledger.createSample', {})).status.ledgerHash).toBe(hash);
});

/** A bug in what is made of a ledger: nothing of it can be read. */
class BrokenCache extends Map<string, unknown> {
  override get(): never {
    throw new Error('a bug');
  }
}

test('an opening that fails after all leaves no ledger open', async () => {
  const { ledger, path } = await makeLedger();
  await ledger.close();
  const core = startCore(temporaryFolder(), new BrokenCache());
  await expect(core.call('ledger.open', { path, passphrase })).rejects.toThrow('a bug');
  expect(core.session.ledger).toBeNull();
  expect(valueOf(await core.call('ledger.known', {})).ledgers).toEqual([]);
});

test('a making that fails after all leaves nothing, because nobody was told the recovery key', async () => {
  const folder = temporaryFolder();
  const core = startCore(folder, new BrokenCache());
  const path = join(folder, 'new.hedgerow');
  await expect(core.call('ledger.create', { path, passphrase })).rejects.toThrow('a bug');
  expect(core.session.ledger).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
});

test('old samples are thrown away, and nothing else that has such a name', () => {
  const folder = temporaryFolder();
  const old = new Date('2026-11-01T00:00:00Z');
  const made = (name: string, ...files: string[]): string => {
    mkdirSync(join(folder, name));
    for (const file of files) writeFileSync(join(folder, name, file), '');
    utimesSync(join(folder, name), old, old);
    return name;
  };
  const stale = made('sample-aB3dE6', 'sample.hedgerow', 'sample.hedgerow.keys', 'sample.hedgerow.keys.1');
  const kept = [
    made('sample-exports', 'sample.hedgerow'),
    made('sample-aB3dE7', 'sample.hedgerow', 'my notes.txt'),
    'sample-aB3dE8',
    basename(makeSampleFolder(folder)),
  ];
  symlinkSync(join(folder, 'gone'), join(folder, 'sample-aB3dE8'));
  removeOldSamples(folder, now);
  expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted());
  expect(kept).not.toContain(stale);
});
