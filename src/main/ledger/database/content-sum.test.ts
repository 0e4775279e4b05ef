import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ContentSum, type Fact, nothingStated } from './content-sum.ts';

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

/** As it is defined: each digest a number, added up. */
function sumByDefinition(added: readonly Fact[], removed: readonly Fact[]): string {
  const modulus = 1n << 256n;
  const digest = (text: string): bigint => BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);
  const sumOf = (facts: readonly Fact[]): bigint =>
    facts.reduce((sum, one) => sum + digest(JSON.stringify(one)), 0n);
  const sum = (digest('hedgerow content 1') + sumOf(added) - sumOf(removed)) % modulus;
  return ((sum + modulus) % modulus).toString(16).padStart(64, '0');
}

test('is what it is defined as, whatever is added, taken back or put together', () => {
  fc.assert(
    fc.property(fc.array(fact), fc.array(fact), fc.array(fact), (added, removed, batch) => {
      const content = new ContentSum();
      for (const one of added) content.add(one);
      for (const one of removed) content.remove(one);
      const part = new ContentSum(nothingStated);
      for (const one of batch) part.add(one);
      content.addAll(part);
      expect(content.hash()).toBe(sumByDefinition([...added, ...batch], removed));
      content.removeAll(part);
      expect(content.hash()).toBe(sumByDefinition(added, removed));
    }),
  );
});

test('stays what ledgers of earlier versions have', () => {
  expect(hashOf([])).toBe('0073ca0eef702a6317974f93fb53eeed99672fe1039780fa963637a36ea36171');
  expect(
    hashOf([
      ['event', 'a', 1, null],
      ['account', 'ü'],
    ]),
  ).toBe('a54116d4a2dc283ed7eff409fa81a826c532de5838c7a4d95697b1205fedda4c');
});
