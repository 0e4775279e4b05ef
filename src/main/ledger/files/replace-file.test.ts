import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { replaceFile } from './replace-file.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'hedgerow-replace-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

test('puts new content in place and leaves nothing beside it, for its owner only', () => {
  const path = join(folder(), 'file');
  replaceFile(path, 'one');
  replaceFile(path, 'two');
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(readdirSync(join(path, '..'))).toEqual(['file']);
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('does not write through a link that lies where the new content arrives', () => {
  const at = folder();
  writeFileSync(join(at, 'victim'), 'precious');
  symlinkSync(join(at, 'victim'), join(at, 'file.tmp'));
  replaceFile(join(at, 'file'), 'new');
  expect(readFileSync(join(at, 'victim'), 'utf8')).toBe('precious');
  expect(readFileSync(join(at, 'file'), 'utf8')).toBe('new');
});

test('keeps the old content where the new one cannot be put', () => {
  const at = folder();
  const path = join(at, 'file');
  mkdirSync(path);
  writeFileSync(join(path, 'inside'), 'old');
  expect(() => replaceFile(path, 'new')).toThrow();
  expect(readdirSync(at)).toEqual(['file']);
  expect(readFileSync(join(path, 'inside'), 'utf8')).toBe('old');
  chmodSync(path, 0o700);
});
