import { expect, test } from 'vitest';
import { figureKind } from './trace-kind.ts';

test.each([
  ['135474.34', 'USD', 'money'],
  ['1.3', 'BTC', 'quantity'],
  ['0.15', 'rate', 'rate'],
  ['2026-11-20', '', 'date'],
  ['long-term', '', 'words'],
  ['-0.06', '', 'quantity'],
])('%s %s is %s', (value, unit, kind) => expect(figureKind(value, unit)).toBe(kind));
