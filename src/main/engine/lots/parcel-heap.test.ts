import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { money, quantity } from '../../../shared/num/parse.ts';
import { instantFromEpochMs } from '../../../shared/time/instant.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import type { LotOrigin } from './lot-matching.ts';
import { fifo } from './methods/fifo.ts';
import { hifo } from './methods/hifo.ts';
import { parcelOf } from './parcel.ts';
import type { LotOrder, Parcel } from './parcel.ts';
import { ParcelHeap } from './parcel-heap.ts';

function parcel(time: number, cost: number, rank: number): Parcel {
  const origin = {
    id: `lot-${rank}`,
    event: 'e',
    asset: 'BTC',
    account: 'a',
    quantity: quantity('1'),
    costBasis: money(String(cost)),
    acquired: instantFromEpochMs(time),
    acquiredDate: localDate('2025-01-01'),
    longTermFrom: localDate('2026-01-02'),
    basisUnknown: false,
  } as unknown as LotOrigin;
  return parcelOf(origin, rank);
}

type Step =
  | { readonly add: readonly [time: number, cost: number] }
  | { readonly take: true }
  | { readonly order: LotOrder };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.tuple(fc.nat(9), fc.nat(9)).map((add) => ({ add })) },
    { weight: 4, arbitrary: fc.constant({ take: true as const }) },
    { weight: 1, arbitrary: fc.constantFrom(fifo, hifo).map((order) => ({ order })) },
  ),
  { maxLength: 400 },
);

test('what comes first is what sorting would put first, whatever was added, taken and reordered before', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const heap = new ParcelHeap(fifo);
      const plain: Parcel[] = [];
      let order: LotOrder = fifo;
      let rank = 0;
      for (const step of list) {
        if ('add' in step) {
          const added = parcel(...step.add, rank++);
          heap.add(added);
          plain.push(added);
        } else if ('order' in step) {
          ({ order } = step);
          heap.reorder(order);
        } else {
          heap.removeFirst();
          plain.shift();
        }
        plain.sort(order);
        expect(heap.first()).toBe(plain[0]);
        expect(new Set(heap.parcels)).toEqual(new Set(plain));
      }
    }),
  );
});

test('a long queue is first in, first out, and gives back what was dropped', () => {
  const heap = new ParcelHeap(fifo);
  for (let rank = 0; rank < 1000; rank++) heap.add(parcel(rank, 1, rank));
  for (let rank = 0; rank < 1000; rank++) {
    expect(heap.first()?.rank).toBe(rank);
    heap.removeFirst();
    expect(heap.parcels.length).toBe(999 - rank);
  }
  expect(heap.first()).toBeUndefined();
});
