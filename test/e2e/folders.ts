import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
export const sampleFolder = join(projectFolder, 'resources', 'sample');

/** What the exchanges themselves give out; `other-records.csv` holds what no export says. */
export const exchangeExports: readonly string[] = [
  'coinbase-transactions',
  'binance-spot-trades',
  'binance-futures-trades',
  'binance-futures-transactions',
].map((name) => join(sampleFolder, `${name}.csv`));
export const otherRecords = join(sampleFolder, 'other-records.csv');
