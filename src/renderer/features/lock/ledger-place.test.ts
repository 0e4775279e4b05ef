import { expect, test } from 'vitest';
import { joinPath, nameFault, splitPath } from './ledger-place.ts';

test.each([
  '/home/me/Hedgerow/My ledger.hedgerow',
  'C:\\Users\\me\\Hedgerow\\2026.ledger',
  '/home/me/ledger',
])('%s falls apart and together again', (path) => expect(joinPath(splitPath(path))).toBe(path));

test('a folder may end in a separator', () => {
  expect(joinPath({ folder: '/home/me/', name: ' Mine ', ending: '.hedgerow' })).toBe(
    '/home/me/Mine.hedgerow',
  );
});

test('names', () => {
  expect(nameFault('My coins 2026')).toBeNull();
  for (const name of ['', '  ', 'a/b', 'a:b', '.hidden']) expect(nameFault(name)).not.toBeNull();
});
