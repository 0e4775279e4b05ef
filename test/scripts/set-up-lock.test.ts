/** Two commands that set up at once take turns, and a lock that was left behind stops nobody. */
import { existsSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
// @ts-expect-error Plain JavaScript, without types.
import { alone } from '../../scripts/lib/set-up.mjs';

function leftBehind(content: string): string {
  const lock = join(mkdtempSync(join(tmpdir(), 'hedgerow lock ')), 'lock');
  writeFileSync(lock, content);
  const aMinuteAgo = Date.now() / 1000 - 60;
  utimesSync(lock, aMinuteAgo, aMinuteAgo);
  return lock;
}

test.each([
  ['empty, of one that was killed between making and writing it', ''],
  ['of a process that has ended', '999999999'],
])('a lock that is %s', (_, content) => {
  const lock = leftBehind(content);
  let done = 0;
  alone(() => done++, lock);
  expect(done).toBe(1);
  expect(existsSync(lock)).toBe(false);
});
