import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ContentSum, type Fact } from './content-sum.ts';

const fact: fc.Arbitrary<Fact> = fc.tuple(
  fc.string(),
  fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
);

function hashOf(facts: readonly Fact[]): string {
  const content = new ContentSum();
  for (const one of facts) content.add(one);
  return content.hash();
}

test('is the same in any order, and again what it was when facts are taken back', () => {
  fc.assert(
    fc.property(fc.array(fact), fc.array(fact), (before, passing) => {
      const content = new ContentSum(hashOf(before));
      for (const one of passing) content.add(one);
      for (const one of passing.toReversed()) content.remove(one);
      expect(content.hash()).toBe(hashOf(before.toReversed()));
    }),
  );
});

test('tells facts apart: other values, the same fact twice, values that only look alike', () => {
  const hashes = [
    hashOf([]),
    hashOf([['a', 'b']]),
    hashOf([
      ['a', 'b'],
      ['a', 'b'],
    ]),
    hashOf([['a', 'b', '']]),
    hashOf([['a', 'b', null]]),
    hashOf([['ab', '']]),
    hashOf([['a', 1]]),
    hashOf([['a', '1']]),
  ];
  expect(new Set(hashes).size).toBe(hashes.length);
  for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/u);
});
