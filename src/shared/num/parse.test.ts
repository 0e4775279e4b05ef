import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvariantError } from '../invariant.ts';
import { toText } from './format.ts';
import { Decimal, anyExact, canonical } from './oracle.fixture.ts';
import { money, parseMoney, parsePrice, parseQuantity, parseRate, price, quantity, rate } from './parse.ts';
import type { Money } from './types.ts';

function reading(text: string): string {
  const parsed = parseMoney(text);
  return parsed.ok ? toText(parsed.value) : parsed.fault;
}

describe('what it reads', () => {
  test.each([
    ['0', '0'],
    ['-0', '0'],
    ['-0.000', '0'],
    ['+1', '1'],
    ['007', '7'],
    ['1.', '1'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['12.30', '12.3'],
    ['-5.4E-7', '-0.00000054'],
    ['0E-18', '0'],
    ['0e999999999999', '0'],
    ['0e-999999999999', '0'],
    ['1e3', '1000'],
    ['1.25e+1', '12.5'],
    ['1E29', '100000000000000000000000000000'],
    ['0.00001e30', '10000000000000000000000000'],
    ['0.000000000000000001', '0.000000000000000001'],
    ['0.0000000000000000010000', '0.000000000000000001'],
    ['10e-19', '0.000000000000000001'],
    ['999999999999999', '999999999999999'],
    ['99999999999999.9', '99999999999999.9'],
    ['9999999999999999', '9999999999999999'],
    ['9007199254740993', '9007199254740993'],
    ['0000000000000000000000000000000000000000000000001', '1'],
    [
      '-999999999999999999999999999999.999999999999999999',
      '-999999999999999999999999999999.999999999999999999',
    ],
  ])('%s is %s', (text, expected) => expect(reading(text)).toBe(expected));
});

describe('what it refuses', () => {
  test.each([
    '',
    ' ',
    '1 ',
    ' 1',
    '.',
    '-',
    '+',
    '-.',
    '--1',
    '+-1',
    '1-',
    '1.2.3',
    '1,000',
    '1,5',
    '1_000',
    "1'000",
    '0x10',
    '1n',
    'e5',
    '.e5',
    '1e',
    '1e+',
    '1e1.5',
    'NaN',
    'Infinity',
    '-Infinity',
    '١',
    '１',
    '1\n',
    '\u00a01',
    '1\u0000',
    '−1',
    '$1',
  ])('%j is not a number', (text) => expect(reading(text)).toBe('not-a-number'));

  test.each(['0.0000000000000000001', '1e-19', '1.5e-18', '1e-999999999999', `0.${'3'.repeat(100_000)}`])(
    '%.24s has too many decimals',
    (text) => expect(reading(text)).toBe('too-many-decimals'),
  );

  test.each([
    '1e30',
    '-1e30',
    `1${'0'.repeat(30)}`,
    '1e999999999999',
    '9'.repeat(100_000),
    `1${'0'.repeat(30)}.5`,
  ])('%.24s is too large', (text) => expect(reading(text)).toBe('too-large'));
});

test('text that decimal.js reads, it reads alike, or says why not', () => {
  const digits = fc.stringMatching(/^\d{1,34}$/);
  const plain = fc.tuple(fc.constantFrom('', '-', '+'), digits, fc.option(digits, { nil: '' }));
  const exponent = fc.option(fc.integer({ min: -40, max: 40 }), { nil: undefined });
  fc.assert(
    fc.property(plain, exponent, ([sign, whole, fraction], e) => {
      const text = `${sign}${whole}.${fraction}${e === undefined ? '' : `e${e}`}`;
      const expected = new Decimal(text.replace('.e', 'e').replace(/\.$/, ''));
      const actual = reading(text);
      if (expected.abs().greaterThanOrEqualTo('1e30')) expect(actual).toBe('too-large');
      else if (expected.decimalPlaces() > 18) expect(actual).toBe('too-many-decimals');
      else expect(actual).toBe(canonical(expected));
    }),
    { numRuns: 1000 },
  );
});

test('any text is read or refused, never thrown at', () => {
  const almost = fc.stringMatching(/^[-+0-9.eE ]{0,12}$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), almost), (text) => {
      const expected = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text);
      expect(reading(text) !== 'not-a-number').toBe(expected);
    }),
    { numRuns: 2000 },
  );
});

test('parsing the canonical text gives the number back', () => {
  fc.assert(
    fc.property(anyExact<Money>(), (x) => {
      expect(money(toText(x))).toBe(x);
    }),
    { numRuns: 1000 },
  );
});

test('the four kinds read alike', () => {
  for (const parse of [parseMoney, parseQuantity, parsePrice, parseRate]) {
    expect(parse('1.5')).toMatchObject({ ok: true, value: 1_500_000_000_000_000_000n });
    expect(parse('x')).toEqual({ ok: false, fault: 'not-a-number' });
  }
});

test.each([money, quantity, price, rate])('trusted text that is bad is a bug', (read) => {
  expect(() => read('1,5')).toThrow(InvariantError);
});
