import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { inputFault } from './input-fault.ts';

const method = z.enum(['fifo', 'hifo']);
const shape = z.strictObject({
  method: z.union([method, z.record(z.string(), method)]),
  plain: method,
  years: z.array(z.strictObject({ year: z.number() })),
});
const right = { method: 'fifo', plain: 'fifo', years: [] };

function said(input: unknown): string {
  const { path, reason } = inputFault(shape.safeParse(input).error?.issues[0], input);
  return `${path.join('.')}: ${reason}`;
}

describe('inputFault', () => {
  it.each([
    [{ ...right, plain: 'lifo' }, 'plain: it must be one of fifo, hifo'],
    [
      { ...right, method: 'lifo' },
      'method: it must be one of fifo, hifo, or it must be an object with fields',
    ],
    [{ ...right, method: { 2025: 'lifo' } }, 'method.2025: it must be one of fifo, hifo'],
    [{ ...right, more: 1 }, 'more: it does not exist here'],
    [{ method: 'fifo', years: [] }, 'plain: it is missing'],
    [{ ...right, years: [{}] }, 'years.0.year: it is missing'],
    [{ ...right, years: [{ year: '2025' }] }, 'years.0.year: it must be a number'],
    [{ ...right, years: 5 }, 'years: it must be a list'],
    [undefined, ': it is missing'],
  ])('of %j', (input, words) => {
    expect(said(input)).toBe(words);
  });
});
