import { expect, test } from 'vitest';
import {
  closeWords,
  gridRows,
  legsOf,
  legsWords,
  readableRows,
  type Grid,
  type GridAccount,
  type GridLeg,
} from './grid-points.ts';

const account = (id: string, equity: string, liquidated: boolean | null) => ({
  id,
  equity,
  initial: '20',
  maintenance: '10',
  buffer: '5',
  liquidated,
});

function point(move: string, liquidated: boolean | null): Grid['points'][number] {
  return {
    move,
    price: '1',
    wealth: '1',
    netDelta: '0.5',
    hedgeRatio: null,
    cashNeeded: '0',
    accounts: [account('other', '1', false), account('mine', '99', liquidated)],
    legs: [],
  };
}

const [other, mine] = ['other', 'mine'].map((id) => ({
  id,
  accountName: id,
  venue: id,
  settleAsset: 'USDT',
})) as [GridAccount, GridAccount];

function rowsOf(...points: Grid['points']) {
  return gridRows({ accounts: [other, mine], points }, mine);
}

test('an account stands with its own figures', () => {
  expect(rowsOf(point('0', false))[0]).toMatchObject({ equity: '99', liquidated: false, known: true });
});

test('a margin that is not known is not taken for one that suffices', () => {
  expect(rowsOf(point('0', null))[0]).toMatchObject({ liquidated: false, known: false });
});

test('positions stand with the account whose margin holds them', () => {
  const leg = (margin: string, side: 'long' | 'short', contractName: string): GridLeg => ({
    id: contractName,
    contractName,
    accountName: margin,
    margin,
    settleAsset: 'USDT',
    side,
    planned: false,
  });
  const legs = [
    leg('mine', 'short', 'BTCUSDT'),
    leg('other', 'long', 'SOLUSDT'),
    leg('mine', 'long', 'ETHUSDT'),
  ];
  expect(legsWords(legsOf({ legs }, mine))).toBe('Short BTCUSDT and long ETHUSDT');
});

test('the nearest forced close is said, up or down; unknown margin is said too', () => {
  const both = rowsOf(point('-0.5', true), point('-0.1', false), point('0.3', true), point('0.4', true));
  expect(closeWords(both, 'BTC')).toBe('closed by force by the time BTC rises 30%.');
  expect(closeWords(both.slice(0, 2), 'BTC')).toBe('closed by force by the time BTC falls 50%.');
  expect(closeWords(both.slice(1, 2), 'BTC')).toContain('no price from half to twice');
  expect(closeWords(rowsOf(point('0', null)), 'BTC')).toMatch(/^what must stay .* nobody can tell\.$/u);
  expect(closeWords(rowsOf(point('0', false), point('0.4', null), point('0.5', null)), 'BTC')).toBe(
    'stays open until BTC rises 40%; from there, what must stay on the account is not known, so nobody can tell.',
  );
  expect(closeWords(rowsOf(point('0.4', true), point('0.5', null)), 'BTC')).toMatch(
    /^closed by force by the time BTC rises 40%\. From where BTC rises 50%, /u,
  );
});

test('the table has tenths, and the price at which the state changes', () => {
  const moves = ['-0.05', '0', '0.05', '0.1', '0.15', '0.2', '1'];
  const rows = rowsOf(...moves.map((move) => point(move, Number(move) >= 0.15)));
  expect(readableRows(rows).map(({ move }) => move)).toEqual(['0', '0.1', '0.15', '0.2', '1']);
});
