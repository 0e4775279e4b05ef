import { expect, test } from 'vitest';
import type { TraceText } from '../../shared/contract/texts.ts';
import { traceTree } from './trace-tree.ts';

function node(label: string, value: string, more: Partial<TraceText> = {}): TraceText {
  return { label, value, unit: 'USD', how: 'as given', rule: null, events: [], lots: [], parts: [], ...more };
}

const law =
  'Reg. §1.1012-1(j)(3): where no units are identified, the earliest acquired leave first, inside one account';
const gain = node('Gain on 0.5 BTC', '12000.123456789012345678', {
  how: 'the first part less the others',
  rule: { id: 'x', law, url: null },
  parts: [
    node(
      'Proceeds of what was sold, with a label that is so long that it does not stand beside its figure',
      '42000.5',
      {
        events: ['a', 'b', 'c', 'd'],
      },
    ),
    node('Cost', '30000.376543210987654322', { explain: 'disposal:e/1/costBasis' }),
    node('Term', 'short', { unit: '' }),
  ],
});
const places = new Map(['a', 'b', 'c', 'd'].map((event, line) => [event, `trades.csv:${line + 2}`]));

test('a tree at 100 columns: figures end in one column, the law in brackets, rows by file and line', () => {
  const lines = traceTree(gain, places);
  expect(lines).toEqual([
    'Gain on 0.5 BTC                                                      12000.123456789012345678 USD',
    '  = the first part less the others',
    '  [Reg. §1.1012-1(j)(3): where no units are identified, the earliest acquired leave first, inside',
    '    one account]',
    '  Proceeds of what was sold, with a label that is so long that it does not stand',
    '    beside its figure                                                                 42000.5 USD',
    '    from trades.csv:2, trades.csv:3, trades.csv:4, and 1 more',
    '  Cost                                                               30000.376543210987654322 USD',
    '    more: explain disposal:e/1/costBasis',
    '  Term                                                                                  short',
  ]);
  expect(lines.every((line) => line.length <= 100)).toBe(true);
});

test('text from files moves no cursor', () => {
  expect(traceTree(node('a\u001b[2Jb', '1'), new Map())[0]).toMatch(/^a \[2Jb /u);
});
