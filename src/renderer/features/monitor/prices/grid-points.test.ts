import { expect, test } from 'vitest';
import { closeWords, gridRows, readableRows, type Grid } from './grid-points.ts';

const account = (id: string, equity: string): Grid['points'][number]['accounts'][number] => ({
  id,
  equity,
  initial: '20',
  maintenance: '10',
  buffer: '5',
  liquidated: false,
});

function point(move: string, liquidated: boolean | null): Grid['points'][number] {
  return {
    move,
    price: '1',
    wealth: '1',
    netDelta: '0.5',
    hedgeRatio: null,
    cashNeeded: '0',
    accounts: [account('other', '1'), account('mine', '99')],
    legs: [{ id: 'leg', mark: '1', profit: '7', notional: '1', maintenance: null, delta: '-1', liquidated }],
  };
}

const leg: Grid['legs'][number] = {
  id: 'leg',
  contractName: 'BTCUSDT',
  accountName: 'Binance',
  margin: 'mine',
  settleAsset: 'USDT',
  side: 'short',
  planned: false,
};

function grid(points: Grid['points']): Grid {
  return {
    asOf: '2026-11-21',
    currency: 'USD',
    pricesAsOf: null,
    plannedLegs: 0,
    issues: [],
    coin: 'BTC',
    price: '65000',
    sentence: '',
    accounts: [],
    legs: [leg],
    points,
    unknown: [],
  };
}

const accounts: Grid['accounts'] = ['other', 'mine'].map((id) => ({
  id,
  accountName: id,
  venue: id,
  settleAsset: 'USDT',
}));

test('a leg stands beside the account whose margin holds it', () => {
  const [row] = gridRows({ ...grid([point('0', false)]), accounts }, leg);
  expect(row).toMatchObject({ move: '0', equity: '99', profit: '7', liquidated: false, known: true });
});

test('a margin that is not known is not taken for a position that stays open', () => {
  const [row] = gridRows({ ...grid([point('0', null)]), accounts }, leg);
  expect(row).toMatchObject({ liquidated: false, known: false });
});

test('the nearest forced close is said, up or down; unknown margin is said too', () => {
  const rowsOf = (...points: Grid['points']) => gridRows(grid(points), leg);
  const both = rowsOf(point('-0.5', true), point('-0.1', false), point('0.3', true), point('0.4', true));
  expect(closeWords(both, 'BTC')).toBe('it is closed by force by the time BTC rises 30%.');
  expect(closeWords(both.slice(0, 2), 'BTC')).toBe('it is closed by force by the time BTC falls 50%.');
  expect(closeWords(both.slice(1, 2), 'BTC')).toContain('no price from half to twice');
  expect(closeWords(rowsOf(point('0', null)), 'BTC')).toContain('nobody can tell');
});

test('the table has tenths, and the price at which the state changes', () => {
  const moves = ['-0.05', '0', '0.05', '0.1', '0.15', '0.2', '1'];
  const rows = gridRows(grid(moves.map((move) => point(move, Number(move) >= 0.15))), leg);
  expect(readableRows(rows).map(({ move }) => move)).toEqual(['0', '0.1', '0.15', '0.2', '1']);
});
