import { expect, test } from 'vitest';
import { toText } from './format.ts';
import { parseSuffixedRate, rateIn } from './suffixed-rate.ts';

test.each([
  ['0.01%', '0.0001'],
  ['0.01 %', '0.0001'],
  ['0.01 percent', '0.0001'],
  ['0.01 per cent', '0.0001'],
  ['1 basis points', '0.0001'],
  ['1bp', '0.0001'],
  ['-2.5 bps', '-0.00025'],
  ['0.0001 fraction', '0.0001'],
])('%s', (text, expected) => {
  const rate = parseSuffixedRate(text);
  expect(rate === null ? null : toText(rate)).toBe(expected);
});

test.each(['0.01', '', '%', '1 x', '1..2%', '0.00000000000000001%'])('"%s" is none', (text) =>
  expect(parseSuffixedRate(text)).toBeNull(),
);

test('a number and its unit apart', () => {
  expect(toText(rateIn('0.01', 'percent') as never)).toBe('0.0001');
  expect(rateIn('x', 'percent')).toBeNull();
});
