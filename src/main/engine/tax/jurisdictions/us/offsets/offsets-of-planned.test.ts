/** What a short not yet opened offsets under each choice, by hand. */
import { expect, test } from 'vitest';
import { assetId } from '../../../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../../../shared/domain/lot.ts';
import { defaultTaxElections } from '../../../../../../shared/domain/tax-elections.ts';
import type { TaxElectionValues } from '../../../../../../shared/domain/tax-elections.ts';
import { toText } from '../../../../../../shared/num/format.ts';
import { quantity } from '../../../../../../shared/num/parse.ts';
import { instantFromIso } from '../../../../../../shared/time/instant.ts';
import { offsetsOfPlanned } from './offsets-of-planned.ts';

const btc = assetId('BTC');
const eth = assetId('ETH');
const held = [
  { id: 'a' as LotId, asset: btc, quantity: quantity('1'), acquired: instantFromIso('2025-03-01T00:00:00Z') },
  { id: 'b' as LotId, asset: btc, quantity: quantity('3'), acquired: instantFromIso('2024-01-01T00:00:00Z') },
  {
    id: 'e' as LotId,
    asset: eth,
    quantity: quantity('10'),
    acquired: instantFromIso('2024-01-01T00:00:00Z'),
  },
];

/** A short of 1 BTC that names lot a. */
function offsets(
  changed: Partial<TaxElectionValues>,
  { isSection1256 = true, underlying = btc, lots = ['a'], alike = false } = {},
): string[] {
  const spec = {
    underlying,
    section1256: { status: isSection1256, settled: true, reason: '' },
  } as unknown as Parameters<typeof offsetsOfPlanned>[0]['spec'];
  const named = lots.map((lot) => ({ lot: lot as LotId, quantity: quantity('1') }));
  const elections = { ...defaultTaxElections, ...changed };
  return offsetsOfPlanned(
    { asset: btc, spec, coins: quantity('1'), lots: named },
    { elections, heldLots: held, crossCounts: () => alike },
  ).map((one) => `${one.long} ${toText(one.quantity)} ${one.regime} ${one.by}`);
}

test.each([
  ['the lots that saving names', {}, {}, ['a 1 none planned']],
  ['a share of every lot', { partialHedge: 'pro-rata' }, {}, ['a 0.25 none planned', 'b 0.75 none planned']],
  ['what is held longest', { partialHedge: 'oldest' }, {}, ['b 1 none planned']],
  ['all lots of the coin', { partialHedge: 'all' }, {}, ['a 1 none planned', 'b 3 none planned']],
  ['no lots named: presumed', {}, { lots: [] }, ['a 0.25 none planned', 'b 0.75 none planned']],
  ['coins not actively traded', { activelyTraded: false }, {}, []],
  ['another coin, not alike', { crossAsset: 'if-correlated' }, { underlying: eth }, []],
  [
    'another coin, alike: what is named, parts or not',
    { crossAsset: 'if-correlated', partialHedge: 'all' },
    { underlying: eth, alike: true },
    ['a 1 none planned'],
  ],
  ['identified', { straddleRegime: 'identified' }, {}, ['a 1 identified planned']],
  ['1256(d)', { straddleRegime: 'section-1256d' }, {}, ['a 1 section-1256d planned']],
  [
    '1256(d) of what is no section 1256 contract',
    { straddleRegime: 'section-1256d' },
    { isSection1256: false },
    ['a 1 none planned'],
  ],
  ['an account marks no hedge', { straddleRegime: 'account' }, {}, ['a 1 none planned']],
] as const)('%s', (_, changed, of, expected) => {
  expect(offsets(changed, of as Parameters<typeof offsets>[1])).toEqual(expected);
});
