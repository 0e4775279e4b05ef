import { expect, test } from 'vitest';
import { tracePart, type Trace } from './trace-part.ts';

function node(label: string, value: string, parts: Trace[] = []): Trace {
  return { label, value, unit: 'USD', how: '', rule: null, events: [], lots: [], parts };
}

const year = node('Tax of 2026', '120', [
  node('Income tax', '100', [node('Taxable income', '1000')]),
  node('Net investment income tax', '20'),
]);

test('the part with the value and a word of its label', () => {
  expect(tracePart(year, '1000', ['taxable']).label).toBe('Taxable income');
  expect(tracePart(year, '20', ['investment']).label).toBe('Net investment income tax');
});

test('the whole where no part fits', () => {
  expect(tracePart(year, '20', ['ordinary']).label).toBe('Tax of 2026');
  expect(tracePart(year, '7', ['taxable']).label).toBe('Tax of 2026');
});
