import { expect, it } from 'vitest';
import { formatsFound } from './formats-found.ts';

const format = (
  name: string,
  exchange: string,
  header: string,
): Parameters<typeof formatsFound>[0][number] => ({
  id: name,
  name,
  exchange,
  headers: [header],
  help: '',
});
const all = [format('Spot trades', 'Binance', 'Date(UTC),Pair'), format('Ledgers', 'Kraken', 'txid,refid')];

it.each([
  ['', ['Spot trades', 'Ledgers']],
  ['kraken', ['Ledgers']],
  ['binance trades', ['Spot trades']],
  ['REFID', ['Ledgers']],
  ['binance ledgers', []],
])('finds by name, exchange and columns: "%s"', (text, names) => {
  expect(formatsFound(all, text).map(({ name }) => name)).toEqual(names);
});
