/** Conversions in two rows. Source: formats.md, Coinbase since 2026 (two rows a second apart with one note). */
import { expect, it } from 'vitest';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import { toText } from '../../../shared/num/format.ts';
import { assembleParts } from './assemble-parts.ts';
import { event } from './event.fixture.ts';

const part = {
  assembly: 'restated' as const,
  group: '2026-02-02 Converted 0.003 BTC to 2 SOL',
  operation: 'Convert',
};

const trade = (id: string, second: string): LedgerEvent =>
  event(id, 'swap', `2026-02-02T10:00:${second}Z`, ['coinbase SOL 2 principal =208', 'coinbase BTC -0.003'], {
    part,
  });
const exact = (id: string, second: string, amount: string): LedgerEvent =>
  event(id, 'balance-change', `2026-02-02T10:00:${second}Z`, [`coinbase SOL ${amount}`], { part });
const words = ({ events, apart }: ReturnType<typeof assembleParts>): readonly string[] =>
  events.map(
    ({ id, kind, legs }) =>
      `${id} ${kind} ${legs.map(({ asset, quantity }) => `${toText(quantity)} ${asset}`).join(', ')}${apart.has(id) ? ' (apart)' : ''}`,
  );

it.each([
  [
    'both rows: the exact one counts',
    [trade('a', '00'), exact('b', '01', '2.000000001')],
    ['a swap 2.000000001 SOL, -0.003 BTC'],
  ],
  ['the trade alone', [trade('a', '00')], ['a swap 2 SOL, -0.003 BTC']],
  ['what came alone', [exact('b', '01', '2.000000001')], ['b balance-change 2.000000001 SOL (apart)']],
  [
    'two equal conversions of a day: each with the row nearest to it, also where nothing was rounded',
    [trade('a', '00'), exact('b', '01', '2'), trade('c', '30'), exact('d', '31', '2.0001')],
    ['a swap 2 SOL, -0.003 BTC', 'c swap 2.0001 SOL, -0.003 BTC'],
  ],
  [
    'one row of four is missing',
    [trade('a', '00'), trade('c', '30'), exact('d', '31', '2.0001')],
    ['a swap 2 SOL, -0.003 BTC', 'c swap 2.0001 SOL, -0.003 BTC'],
  ],
] as const)('%s', (_, rows, expected) => expect(words(assembleParts(rows))).toEqual(expected));

it('what came is worth what the trade says', () => {
  const [whole] = assembleParts([trade('a', '00'), exact('b', '01', '2.000000001')]).events;
  expect(whole?.legs.map(({ value }) => value && toText(value))).toEqual(['208', undefined]);
  expect(whole?.parts?.map(({ id }) => id)).toEqual(['b']);
});
