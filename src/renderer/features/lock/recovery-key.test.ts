import { expect, test } from 'vitest';
import { askedGroups, groupsOf, isSameGroup } from './recovery-key.ts';

test('groups', () => {
  expect(groupsOf('ABCD-EFGH-0123 4567')).toEqual(['ABCD', 'EFGH', '0123', '4567']);
});

test('asks for one group of each half', () => {
  expect(askedGroups(8, () => 0)).toEqual([0, 4]);
  expect(askedGroups(8, () => 0.999)).toEqual([3, 7]);
  expect(askedGroups(9, () => 0.999)).toEqual([4, 8]);
});

test('case, blanks and look-alike letters do not matter; other letters do', () => {
  expect(isSameGroup(' a0i1 ', 'A0I1')).toBe(true);
  expect(isSameGroup('AOL1', 'A011')).toBe(true);
  expect(isSameGroup('A012', 'A011')).toBe(false);
});
