/** Whatever a file holds and whatever a mapping says of it: no crash, and every row ends as something. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAPPING_MEANS,
  MAPPING_ROLES,
  type MappingProfile,
} from '../../../src/shared/domain/mapping-profile.ts';
import { importerOfProfile } from '../../../src/main/importers/mapping/mapped-importer.ts';
import { profileProblems } from '../../../src/main/importers/mapping/profile-problems.ts';
import { suggestMapping } from '../../../src/main/importers/mapping/suggest/suggest-mapping.ts';
import { sampleTable } from '../../../src/main/importers/mapping/suggest/table-sample.ts';
import { readText } from '../../../src/main/importers/read-text.fixture.ts';

const header = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const cell = fc.oneof(
  fc.constantFrom(
    '',
    '-',
    '0',
    '1',
    '-2.5',
    '1,000.5',
    '0.1BTC',
    'BTC',
    'usdt',
    'BTC/USDT',
    'BTCUSDT',
    'buy',
    'Sell',
    'long',
  ),
  fc.constantFrom(
    '2025-03-01 10:00:00',
    '1/2/2025 3:04',
    '1740823200000',
    'yesterday',
    'x',
    'Filled',
    '$5',
    '(5)',
    '1e999',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const meaning = fc.record(
  {
    means: fc.constantFrom(...MAPPING_MEANS),
    side: fc.constantFrom('buy' as const, 'sell' as const),
    reason: fc.constantFrom('staking' as const, 'other' as const),
  },
  { requiredKeys: ['means'] },
);
const profile: fc.Arbitrary<MappingProfile> = fc.record({
  hedgerowMapping: fc.constant(1 as const),
  name: fc.constant('Any'),
  header: fc.constant(header),
  account: fc.constant({ name: 'Any', kind: 'futures' as const, venue: 'Any' }),
  dateOrder: fc.constantFrom(undefined, 'day-first' as const),
  decimalMark: fc.constantFrom(undefined, ',' as const),
  // Of rows that lack the first three, nothing else would be looked at.
  columns: fc
    .dictionary(fc.constantFrom(...MAPPING_ROLES), fc.constantFrom(...header))
    .map((columns) => ({ ...columns, time: 'a', amount: 'b', asset: 'c' })),
  assets: fc.constantFrom({}, { asset: 'USDT', 'fee-asset': 'BNB', quote: 'USDT' }),
  pair: fc.record({ prefix: fc.constantFrom('', 'cmt_'), separator: fc.constantFrom('', '/', '-') }),
  meanings: fc.array(
    fc.record({ word: fc.constantFrom('buy', 'x', ''), means: fc.constantFrom(...MAPPING_MEANS) }),
    { maxLength: 3 },
  ),
  otherwise: fc.option(meaning),
  sides: fc.constant({ buy: ['buy'], sell: ['sell'] }),
  finalStatus: fc.constant(['filled', '1']),
  fees: fc.record({
    sign: fc.constantFrom('positive-is-cost' as const, 'negative-is-cost' as const),
    inside: fc.boolean(),
  }),
  funding: fc.constantFrom('positive-is-received' as const, 'positive-is-paid' as const),
  profit: fc.constantFrom('gross' as const, 'net' as const),
  contract: fc.constantFrom(
    null,
    { venue: 'any', payoff: 'linear' as const },
    { venue: 'any', payoff: 'inverse' as const },
  ),
});

describe('any mapping of any file', () => {
  it('accounts for every row', () => {
    const [time, amount, coin] = [
      fc.constantFrom('2025-03-01 10:00:00', '2025-03-02 10:00:00', 'x'),
      fc.constantFrom('0', '1', '-2.5', ''),
      fc.constantFrom('BTC', 'USDT', ''),
    ];
    const row = fc
      .tuple(time, amount, coin, fc.array(cell, { minLength: 7, maxLength: 7 }))
      .map(([a, b, c, rest]) => [a, b, c, ...rest]);
    const rows = fc.array(row, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(profile, rows, (mapping, cells) => {
        profileProblems(mapping);
        const quoted = cells.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const read = readText([header.join(','), ...quoted].join('\n'), {
          own: [importerOfProfile(mapping)],
        });
        if (read.failure !== null) return;
        const errors = read.problems.filter(({ severity }) => severity === 'error').map(({ line }) => line);
        const ends = [
          ...read.drafts.map(({ line }) => line),
          ...read.ignored.map((line) => Number(line.split(' ')[0])),
        ];
        expect(new Set([...ends, ...errors]).size).toBe(read.rows);
        expect(new Set(ends).size).toBe(ends.length);
        expect(ends.filter((line) => errors.includes(line))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('suggests something for any table, and never throws', () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 8 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (cells) => {
        const text = cells.map((row) => row.join(',')).join('\n');
        const sample = sampleTable('x.csv', new TextEncoder().encode(text));
        if (!sample.ok) return;
        const { profile: found } = suggestMapping(sample.value, undefined, () => new Map([['buy', 1]]));
        profileProblems(found);
        expect(found.header.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
