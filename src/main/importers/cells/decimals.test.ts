import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toText } from '../../../shared/num/format.ts';
import { parseQuantity } from '../../../shared/num/parse.ts';
import type { DecimalMark } from '../importer.ts';
import { isBlank, readDecimal } from './decimals.ts';

function read(cell: string, mark: DecimalMark = '.'): string {
  const found = readDecimal(cell, mark, parseQuantity);
  return found.ok ? found.text : found.fault;
}

describe('readDecimal', () => {
  it.each([
    ['0', '0'],
    ['0.0', '0'],
    ['-0.00', '0'],
    ['1', '1'],
    ['100', '100'],
    ['007.50', '7.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-5.10', '-5.1'],
    ['+5.1', '5.1'],
    ['1,500.0000050000', '1500.000005'],
    ['1,234,567', '1234567'],
    ['-5.4E-7', '-0.00000054'],
    ['0E-18', '0'],
    ['1e3', '1000'],
    ['$121898.55', '121898.55'],
    ['-$1.5', '-1.5'],
    ['$-1.5', '-1.5'],
    ['€ 190.00', '190'],
    ['Kč5,149.00', '5149'],
    ['CA$3', '3'],
    ['(5.25)', '-5.25'],
    ['($5.25)', '-5.25'],
    ['  7 ', '7'],
    ['190.00 €', '190'],
    ['-5,149.00 Kč', '-5149'],
    ['\u22125.1', '-5.1'],
    ['1 500.25', '1500.25'],
    ['1\u202f500\u00a0250', '1500250'],
    ["1'500.25", '1500.25'],
    ['0E-8', '0'],
    ['104.976405810000002816', '104.976405810000002816'],
    ['0.0000000000000000001', 'too-many-decimals'],
    ['0.1000000000000000000', '0.1'],
    ['1e31', 'too-large'],
    ['', 'not-a-number'],
    ['-', 'not-a-number'],
    ['1,5', 'not-a-number'],
    ['1,50,000', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['--5', 'not-a-number'],
    ['-($5)', 'not-a-number'],
    ['BTC', 'not-a-number'],
    ['1 BTC', 'not-a-number'],
    ['1 50', 'not-a-number'],
    ['1 5000', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['٣', 'not-a-number'],
  ])('%s is %s', (cell, expected) => expect(read(cell)).toBe(expected));

  it.each([
    ['1.500,25', '1500.25'],
    ['0,5', '0.5'],
    ['1.500', '1500'],
    ['-3', '-3'],
    ['1 500,25 €', '1500.25'],
    ['1.5', 'not-a-number'],
    ['1,5,0', 'not-a-number'],
  ])('with decimal commas %s is %s', (cell, expected) => expect(read(cell, ',')).toBe(expected));

  it('writes every number as the ledger would', () => {
    const digits = fc.string({
      unit: fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.constantFrom('', '-', '+'), digits, fc.option(digits), (sign, whole, fraction) => {
        const text = `${sign}${whole}${fraction === null ? '' : `.${fraction}`}`;
        const parsed = parseQuantity(text);
        expect(read(text)).toBe(parsed.ok ? toText(parsed.value) : parsed.fault);
      }),
    );
  });
});

describe('isBlank', () => {
  it('knows the ways to say nothing', () => {
    for (const cell of ['', ' ', '-', '--', 'null', 'NULL', '<NA>', 'NaN', '""'])
      expect(isBlank(cell)).toBe(true);
    for (const cell of ['0', '-1', 'no', 'nullable', '---']) expect(isBlank(cell)).toBe(false);
  });
});
