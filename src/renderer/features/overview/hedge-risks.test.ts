import { expect, test } from 'vitest';
import { hedgeRisks } from './hedge-risks.ts';
import { position } from './overview.fixture.ts';

test('no positions, no risks', () => {
  expect(hedgeRisks([], 'USD')).toEqual([]);
});

test('margin, basis and work, with the figures of the positions', () => {
  const [margin, basis, complexity] = hedgeRisks(
    [
      position('BTCUSDT'),
      position('BTC-27MAR27', { notional: '-7000', expiry: '2027-03-27', funding: '0', account: 'cme' }),
      position('ETHUSDT', { underlying: 'ETH', side: 'long', notional: '15000', funding: '-2.25' }),
    ],
    'USD',
  );
  expect(margin?.text).toContain(
    'For example, if BTC rises by 10%, your short loses about $2,000.00 and if ETH falls by 10%, your long loses about $1,500.00.',
  );
  expect(basis?.text).toContain('Funding of these positions so far: +10.25 USDT.');
  expect(complexity?.text).toContain('You have 3 open positions in 2 accounts to watch');
  expect(complexity?.text).toContain('One of them ends on a date');
});

test('unpriced positions leave the example out', () => {
  const [margin] = hedgeRisks([position('BTCUSDT', { notional: null })], 'USD');
  expect(margin?.text).not.toContain('For example');
});
