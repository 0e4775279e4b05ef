import { expect, test } from 'vitest';
import { tracePart, type Trace } from './trace-part.ts';

function node(label: string, value: string, parts: Trace[] = []): Trace {
  return { label, value, unit: 'USD', how: '', rule: null, events: [], lots: [], parts };
}

const year = node('Tax of 2026', '120', [
  node('Income tax', '100', [node('Taxable income', '1000')]),
  node('Net investment income tax', '20'),
]);

test('the part with the value and the label', () => {
  expect(tracePart(year, '120', /^Tax of/u)).toBe(year);
  expect(tracePart(year, '1000', /^Taxable income$/u)?.label).toBe('Taxable income');
  expect(tracePart(year, '20', /^Net investment income tax$/u)?.label).toBe('Net investment income tax');
});

test('nothing where another figure has the label, or another label the figure', () => {
  expect(tracePart(year, '20', /^Income tax$/u)).toBeNull();
  expect(tracePart(year, '7', /^Taxable income$/u)).toBeNull();
});
