import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Queue } from './queue.ts';

test('does what an array does that is shifted, also where it ran empty meanwhile', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat())), (steps) => {
      const queue = new Queue<number>();
      const plain: number[] = [];
      for (const step of steps) {
        expect(queue.first).toBe(plain[0]);
        if (step === null) expect(queue.take()).toBe(plain.shift());
        else {
          queue.put(step);
          plain.push(step);
        }
      }
    }),
  );
});
