import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ParcelHeap } from './parcel-heap.ts';

type Order = (a: number, b: number) => number;

/** Numbers stand for parcels: by time (their tens), by cost (their ones); ties by number. */
const byTime: Order = (a, b) => (Math.floor(a / 10) % 10) - (Math.floor(b / 10) % 10) || a - b;
const byCost: Order = (a, b) => (b % 10) - (a % 10) || a - b;

type Step = { readonly add: number } | { readonly take: true };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.nat(99).map((add) => ({ add })) },
    { weight: 4, arbitrary: fc.constant({ take: true as const }) },
  ),
  { maxLength: 400 },
);

test('what comes first is what sorting would put first, whatever was added and taken before', () => {
  fc.assert(
    fc.property(steps, fc.constantFrom(byTime, byCost), (list, order) => {
      const heap = new ParcelHeap(order);
      const plain: number[] = [];
      let added = 0;
      for (const step of list) {
        if ('add' in step) {
          const parcel = 100 * added++ + step.add;
          heap.add(parcel);
          plain.push(parcel);
        } else {
          heap.removeFirst();
          plain.shift();
        }
        plain.sort(order);
        expect(heap.first()).toBe(plain[0] ?? -1);
        expect(new Set(heap.all())).toEqual(new Set(plain));
      }
    }),
  );
});

test('a long queue is first in, first out, and gives back what was dropped', () => {
  const heap = new ParcelHeap((a, b) => a - b);
  for (let parcel = 0; parcel < 1000; parcel++) heap.add(parcel);
  for (let parcel = 0; parcel < 1000; parcel++) {
    expect(heap.first()).toBe(parcel);
    heap.removeFirst();
    expect(heap.all().length).toBe(999 - parcel);
  }
  expect(heap.first()).toBe(-1);
});
