import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { dateText, decimalText, instantText } from '../../shared/contract/texts.ts';
import { inputFault } from './input-fault.ts';

const method = z.enum(['fifo', 'hifo']);
const year = z.string().regex(/^\d{4}$/u, 'expected a year such as "2025"');
const rates = z.strictObject({ short: z.number(), long: z.number() });
const shape = z.strictObject({
  method: z.union([method, z.record(year, method)]),
  plain: method,
  years: z.array(z.strictObject({ year: z.number().int().min(1900).max(2999) })),
  name: z.string().min(1).max(3).optional(),
  code: z.string().min(2).optional(),
  lots: z.array(z.string()).min(1).max(2).optional(),
  day: z.iso.date().optional(),
  at: z.iso.datetime().optional(),
  time: z.union([instantText, dateText]).optional(),
  rates: z.union([rates, z.record(year, rates)]).optional(),
  word: z.string().regex(/^a+$/u).optional(),
  amount: decimalText.optional(),
  way: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('one') }),
      z.strictObject({ kind: z.literal('two') }),
    ])
    .optional(),
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
    [{ ...right, method: { '20x5': 'fifo' } }, 'method.20x5: expected a year such as "2025"'],
    [{ ...right, years: [{ year: 500 }] }, 'years.0.year: it must be at least 1900'],
    [{ ...right, years: [{ year: 3000 }] }, 'years.0.year: it must be at most 2999'],
    [{ ...right, years: [{ year: 2025.5 }] }, 'years.0.year: it must be a whole number'],
    [{ ...right, name: '' }, 'name: it must not be empty'],
    [{ ...right, name: 'long' }, 'name: it must have at most 3 characters'],
    [{ ...right, code: 'a' }, 'code: it must have at least 2 characters'],
    [{ ...right, lots: [] }, 'lots: it must not be empty'],
    [{ ...right, lots: ['a', 'b', 'c'] }, 'lots: it must have at most 2 entries'],
    [{ ...right, day: '1.3.2025' }, 'day: expected a date such as 2025-03-01'],
    [{ ...right, at: '2025-03-01' }, 'at: expected an instant such as 2025-03-01T09:30:00Z'],
    [
      { ...right, time: 'noon' },
      'time: expected an instant such as 2025-03-01T09:30:00Z, or a date such as 2025-03-01',
    ],
    [{ ...right, time: '0001-01-01' }, 'time: expected a date of the years 1000 to 9999'],
    [{ ...right, rates: { x: { short: 1, long: 1 } } }, 'rates.x: expected a year such as "2025"'],
    [{ ...right, rates: { short: 1 } }, 'rates.long: it is missing'],
    [{ ...right, word: 'b' }, 'word: it is not written as it has to be'],
    [{ ...right, way: { kind: 'bay' } }, 'way.kind: it must be one of one, two'],
    [{ ...right, way: {} }, 'way.kind: it is missing'],
    [{ ...right, amount: '1,5' }, 'amount: expected a plain decimal number such as 1234.56'],
    [{ ...right, amount: '007' }, 'amount: expected a plain decimal number such as 1234.56'],
    [
      { ...right, amount: `0.${'1'.repeat(19)}` },
      'amount: expected a number of at most 18 decimals, and 30 digits before the point',
    ],
    [
      { ...right, amount: `-1${'0'.repeat(30)}` },
      'amount: expected a number of at most 18 decimals, and 30 digits before the point',
    ],
  ])('of %j', (input, words) => {
    expect(said(input)).toBe(words);
  });
});
