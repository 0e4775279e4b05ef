import { join } from 'node:path';
import { root } from '../built.ts';

export const sampleFolder = join(root, 'resources', 'sample');

/** What the exchanges themselves give out; `other-records.csv` holds what no export says. */
export const exchangeExports: readonly string[] = [
  'coinbase-transactions',
  'binance-spot-trades',
  'binance-futures-trades',
  'binance-futures-transactions',
].map((name) => join(sampleFolder, `${name}.csv`));
export const otherRecords = join(sampleFolder, 'other-records.csv');
