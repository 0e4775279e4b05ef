import { existsSync, mkdirSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeProfile, removeProfile } from './window-profile.ts';

it('is a fresh folder of this user alone, and can be removed', async () => {
  const profile = makeProfile();
  if (process.platform !== 'win32') expect(statSync(profile).mode & 0o777).toBe(0o700);
  expect(makeProfile()).not.toBe(profile);
  await removeProfile(profile);
  expect(existsSync(profile)).toBe(false);
});

it('removes what a killed Hedgerow left, and nothing that is in use or not ours', () => {
  const temporary = mkdtempSync(join(tmpdir(), 'hedgerow profiles '));
  const [dead, living, foreign] = [
    'hedgerow-window-999999999-a',
    `hedgerow-window-${process.pid}-b`,
    'other-999999999-c',
  ];
  for (const name of [dead, living, foreign]) mkdirSync(join(temporary, name));
  makeProfile(temporary);
  expect([dead, living, foreign].map((name) => existsSync(join(temporary, name)))).toEqual([
    false,
    true,
    true,
  ]);
});
