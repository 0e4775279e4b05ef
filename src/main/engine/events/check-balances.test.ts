import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { toText } from '../../../shared/num/format.ts';
import { quantity } from '../../../shared/num/parse.ts';
import { checkBalances } from './check-balances.ts';
import { event } from './event.fixture.ts';

function stating(one: LedgerEvent, after: string): LedgerEvent {
  return { ...one, legs: one.legs.map((leg) => ({ ...leg, balanceAfter: quantity(after) })) };
}

describe('checkBalances', () => {
  it('finds the first row that states another balance, and says what was computed by then', () => {
    const found = checkBalances([
      stating(event('a', 'deposit', '2025-01-01', ['kraken BTC 1']), '1'),
      stating(event('b', 'deposit', '2025-01-02', ['kraken BTC 1']), '3'),
      stating(event('c', 'deposit', '2025-01-03', ['kraken BTC 1']), '4'),
    ]);
    expect(found).toMatchObject([
      { compared: 3, differs: { event: { id: 'b' } }, stated: { event: { id: 'c' } }, belowZero: null },
    ]);
    expect(toText(found[0]!.differs!.computed)).toBe('2');
  });

  it('looks at the end of a second: files shuffle the rows inside it', () => {
    const found = checkBalances([
      stating(event('a', 'withdrawal', '2025-01-01T10:00:00.100Z', ['kraken BTC -1']), '1'),
      stating(event('b', 'deposit', '2025-01-01T10:00:00.900Z', ['kraken BTC 2']), '1'),
    ]);
    expect(found).toMatchObject([{ compared: 1, differs: null, belowZero: null }]);
  });

  it('finds the balance that stands at the end of a second, whatever the order of its rows', () => {
    const at = '2025-01-01T10:00:00Z';
    const rows = [
      stating(event('a', 'deposit', at, ['kraken BTC 5']), '5'),
      stating(event('b', 'deposit', at, ['kraken BTC 10']), '15'),
      stating(event('c', 'deposit', at, ['kraken BTC 1']), '16'),
    ];
    for (const [one, two, three] of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ] as const) {
      expect(checkBalances([rows[one]!, rows[two]!, rows[three]!])).toMatchObject([
        { compared: 1, differs: null, stated: { event: { id: 'c' } } },
      ]);
      const [found] = checkBalances([
        event('x', 'deposit', '2024-01-01', ['kraken BTC 1']),
        rows[one]!,
        rows[two]!,
        rows[three]!,
      ]);
      expect(found).toMatchObject({ differs: { event: { id: 'c' } } });
    }
  });

  it('finds the first row after which less than nothing is there', () => {
    const found = checkBalances([
      event('a', 'deposit', '2025-01-01', ['kraken BTC 1', 'kraken ETH 1']),
      event('b', 'withdrawal', '2025-01-02', ['kraken BTC -1.5']),
      event('c', 'withdrawal', '2025-01-03', ['kraken BTC -1']),
    ]);
    expect(found).toMatchObject([
      { asset: 'BTC', belowZero: { event: { id: 'b' } }, stated: null, compared: 0 },
      { asset: 'ETH', belowZero: null },
    ]);
  });
});
