import { randomInt } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { openLedger } from '../../../src/main/ledger/open/open-ledger.ts';
import { codeOf, importRows, makeClosedLedger, snapshot } from './ledger.fixture.ts';
import { passphrase, tradeRows, valueOf } from './ledger.values.ts';

const pageBytes = 4096;

test('every bit that is flipped is noticed on opening, and the file is left as it is', async () => {
  const { path } = await makeClosedLedger((ledger) => importRows(ledger, tradeRows(0, 200)));
  const whole = readFileSync(path);
  const codes = new Set<string>();
  for (let attempt = 0; attempt < 300; attempt++) {
    const damaged = Buffer.from(whole);
    // Every page at least once, and then anywhere.
    const at =
      attempt < whole.length / pageBytes
        ? attempt * pageBytes + randomInt(pageBytes)
        : randomInt(whole.length);
    damaged[at] = damaged[at]! ^ (1 << randomInt(8));
    writeFileSync(path, damaged);
    const before = snapshot(dirname(path));
    const result = await openLedger({ path, passphrase });
    expect(codeOf(result), `byte ${at}`).not.toBe('ok');
    expect(snapshot(dirname(path))).toEqual(before);
    codes.add(codeOf(result));
  }
  // The first 16 bytes are what ties the file to its keys.
  expect([...codes].filter((code) => code !== 'ledger/keys-of-another')).toEqual(['ledger/damaged']);
});

test('pages that change places, or come from an older state, are noticed', async () => {
  const { path } = await makeClosedLedger((ledger) => importRows(ledger, tradeRows(0, 200)));
  const whole = readFileSync(path);
  const pages = whole.length / pageBytes;
  for (let attempt = 0; attempt < 20; attempt++) {
    const [a, b] = [1 + randomInt(pages - 1), 1 + randomInt(pages - 1)];
    if (a === b) continue;
    const swapped = Buffer.from(whole);
    whole.copy(swapped, a * pageBytes, b * pageBytes, (b + 1) * pageBytes);
    whole.copy(swapped, b * pageBytes, a * pageBytes, (a + 1) * pageBytes);
    writeFileSync(path, swapped);
    expect(codeOf(await openLedger({ path, passphrase }))).toBe('ledger/damaged');
  }
});

test('a ledger that was put back to an older state opens with a warning that says how old', async () => {
  const { path } = await makeClosedLedger((ledger) => importRows(ledger, tradeRows(0, 10)));
  copyFileSync(path, `${path}.old`);
  const later = valueOf(await openLedger({ path, passphrase }));
  await importRows(later.ledger, tradeRows(10, 20), 'b.csv');
  await importRows(later.ledger, tradeRows(20, 30), 'c.csv');
  await later.ledger.close();
  copyFileSync(`${path}.old`, path);

  const older = valueOf(await openLedger({ path, passphrase }));
  expect(older.warnings.map(({ code }) => code)).toEqual(['ledger/older-copy']);
  expect(older.warnings[0]!.message).toContain('2 changes');
  await importRows(older.ledger, tradeRows(10, 20), 'b.csv');
  await older.ledger.close();
  const accepted = valueOf(await openLedger({ path, passphrase }));
  expect(accepted.warnings).toEqual([]);
  await accepted.ledger.close();
});

test('a copy that went its own way opens with a warning', async () => {
  const { path } = await makeClosedLedger((ledger) => importRows(ledger, tradeRows(0, 10)));
  const copy = `${path}.copy`;
  copyFileSync(path, copy);
  copyFileSync(`${path}.keys`, `${copy}.keys`);
  const original = valueOf(await openLedger({ path, passphrase }));
  await importRows(original.ledger, tradeRows(10, 20), 'b.csv');
  await original.ledger.close();
  const other = valueOf(await openLedger({ path: copy, passphrase }));
  await importRows(other.ledger, tradeRows(20, 30), 'c.csv');
  await importRows(other.ledger, tradeRows(30, 40), 'd.csv');
  await other.ledger.close();
  copyFileSync(copy, path);
  const replaced = valueOf(await openLedger({ path, passphrase }));
  expect(replaced.warnings.map(({ code }) => code)).toEqual(['ledger/other-history']);
  await replaced.ledger.close();
});

test('a key file that lags behind its ledger, as after a power cut, is no reason to warn', async () => {
  const { path } = await makeClosedLedger((ledger) => importRows(ledger, tradeRows(0, 10)));
  const keys = readFileSync(`${path}.keys`);
  const later = valueOf(await openLedger({ path, passphrase }));
  await importRows(later.ledger, tradeRows(10, 20), 'b.csv');
  await later.ledger.close();
  writeFileSync(`${path}.keys`, keys);
  const again = valueOf(await openLedger({ path, passphrase }));
  expect(again.warnings).toEqual([]);
  await again.ledger.close();
});
