import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder } from './data-folder.ts';

it.each([
  ['linux', {}, join('/home/a', '.local', 'share', 'hedgerow')],
  ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'hedgerow')],
  ['darwin', {}, join('/home/a', 'Library', 'Application Support', 'Hedgerow')],
  ['win32', { APPDATA: '/roaming' }, join('/roaming', 'Hedgerow')],
  ['win32', {}, join('/home/a', 'AppData', 'Roaming', 'Hedgerow')],
  ['linux', { HEDGEROW_DATA_FOLDER: '/elsewhere', XDG_DATA_HOME: '/data' }, '/elsewhere'],
] as const)('on %s with %j', (platform, env, folder) => {
  expect(dataFolder({ platform, env, home: '/home/a' })).toBe(folder);
});
