import { expect, it } from 'vitest';
import { instantFromIso } from '../../../shared/time/instant.ts';
import { futureContract } from './future-symbol.ts';

it.each([
  ['MBTZ6', '2026-08-04', 'cme:MBT-202612'],
  ['BTCF0', '2029-12-04', 'cme:BTC-203001'],
  ['ETHH7', '2026-08-04', 'cme:ETH-202703'],
  ['METZ26', '2026-08-04', 'cme:MET-202612'],
  ['MESU6', '2026-08-04', 'interactive-brokers:MESU6'],
  ['MBT DEC 26', '2026-08-04', 'interactive-brokers:MBTDEC26'],
])('%s traded on %s is %s', (symbol, day, contract) => {
  expect(futureContract(symbol, instantFromIso(`${day}T00:00:00Z`))).toBe(contract);
});
