/** Finding contracts in the shipped catalogue, and the days and hours at which dated ones end. */
import { describe, expect, test } from 'vitest';
import { contractCatalogue } from '../../../resources/contracts/catalogue.ts';
import { contractLookup, listedContracts } from '../../../src/main/engine/futures/contract-lookup.ts';
import { fixingTime } from '../../../src/main/engine/futures/fixing-time.ts';
import type { ContractId } from '../../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../../src/shared/domain/contract-terms.ts';
import { epochMs } from '../../../src/shared/time/instant.ts';
import { dateText, localDate } from '../../../src/shared/time/local-date.ts';

const termsOf = contractLookup(contractCatalogue);
const find = (id: string): ContractTerms | undefined => termsOf(id as ContractId);

// An instance of every series: the day from the rule and the hour from the venue's specification. Christmas Day and Good
// Friday move CME and Coinbase to the day before; London and New York count summer time.
const INSTANCES: readonly (readonly [id: string, expiry: string, fixing: string])[] = [
  ['cme:BTC-202603', '2026-03-27', '2026-03-27T16:00:00.000Z'],
  ['cme:MBT-202612', '2026-12-24', '2026-12-24T16:00:00.000Z'],
  ['cme:ETH-202606', '2026-06-26', '2026-06-26T15:00:00.000Z'],
  // The last Friday of March 2027 is Good Friday.
  ['cme:MET-202703', '2027-03-25', '2027-03-25T16:00:00.000Z'],
  ['cme:SOL-202704', '2027-04-30', '2027-04-30T15:00:00.000Z'],
  ['cme:MSL-202612', '2026-12-24', '2026-12-24T16:00:00.000Z'],
  ['cme:XRP-202607', '2026-07-31', '2026-07-31T15:00:00.000Z'],
  ['cme:MXP-202611', '2026-11-27', '2026-11-27T16:00:00.000Z'],
  ['cme:ADA-202612', '2026-12-24', '2026-12-24T16:00:00.000Z'],
  ['cme:MICRO-ADA-202612', '2026-12-24', '2026-12-24T16:00:00.000Z'],
  ['cme:LINK-202609', '2026-09-25', '2026-09-25T15:00:00.000Z'],
  ['cme:MICRO-LINK-202609', '2026-09-25', '2026-09-25T15:00:00.000Z'],
  ['cme:XLM-202610', '2026-10-30', '2026-10-30T16:00:00.000Z'],
  ['cme:MICRO-XLM-202610', '2026-10-30', '2026-10-30T16:00:00.000Z'],
  ['cme:BFF-261204', '2026-12-04', '2026-12-04T21:00:00.000Z'],
  // New York has summer time already, London not yet.
  ['cme:BFF-260313', '2026-03-13', '2026-03-13T20:00:00.000Z'],
  ['coinbase-derivatives:BIT-24APR26', '2026-04-24', '2026-04-24T15:00:00.000Z'],
  ['coinbase-derivatives:ET-30JAN26', '2026-01-30', '2026-01-30T16:00:00.000Z'],
  ['binance-um:BTCUSDT_261225', '2026-12-25', '2026-12-25T08:00:00.000Z'],
  ['binance-um:ETHUSDT_260626', '2026-06-26', '2026-06-26T08:00:00.000Z'],
  ['binance-cm:BTCUSD_260626', '2026-06-26', '2026-06-26T08:00:00.000Z'],
  ['bybit:BTCUSDZ26', '2026-12-25', '2026-12-25T08:00:00.000Z'],
  ['okx:BTC-USD-261225', '2026-12-25', '2026-12-25T08:00:00.000Z'],
  // A weekly one is believed too: the symbol names the day.
  ['okx:BTC-USD-241220', '2024-12-20', '2024-12-20T08:00:00.000Z'],
  ['deribit:BTC-25DEC26', '2026-12-25', '2026-12-25T08:00:00.000Z'],
  ['kraken-futures:FF_XBTUSD_261127', '2026-11-27', '2026-11-27T08:00:00.000Z'],
];

describe('dated contracts', () => {
  test.each(INSTANCES)('%s ends on %s at %s', (id, expiry, fixing) => {
    const terms = find(id);
    expect(terms?.id).toBe(id);
    if (terms === undefined || terms.expiry === null) return expect.unreachable();
    expect(dateText(terms.expiry)).toBe(expiry);
    const fixed = fixingTime(terms);
    expect(fixed?.assumed).toBe(false);
    expect(new Date(epochMs(fixed!.at)).toISOString()).toBe(fixing);
  });

  test('every series has such a case', () => {
    const prefixes = contractCatalogue.flatMap(({ id, series }) =>
      series === null ? [] : [`${id.split(':')[0] ?? ''}:${series.prefix}`],
    );
    expect(prefixes.filter((prefix) => !INSTANCES.some(([id]) => id.startsWith(prefix)))).toEqual([]);
  });
});

describe('finding a contract', () => {
  test.each(['binance-um:BTCUSDT', 'mexc:BTC_USD', 'bitmex:ETHUSD', 'weex:BTCUSDT'])('%s', (id) => {
    expect(find(id)?.id).toBe(id);
    expect(find(id)?.expiry).toBeNull();
  });

  test.each([
    'cme:NOPE',
    'binance-um:BTCUSDT_PERP',
    'nowhere:BTCUSDT',
    'deribit:BTC-PERPETUALLY',
    'okx:BTC-USD-26122',
    '',
  ])('%j is not known', (id) => {
    expect(find(id)).toBeUndefined();
  });

  test('a later entry wins over an earlier one of the same id', () => {
    const own = { ...contractCatalogue[0]!, name: 'mine' };
    expect(contractLookup([...contractCatalogue, own])(own.id)?.name).toBe('mine');
  });
});

test('listed are single contracts and the next two quarters of each series', () => {
  const listed = listedContracts(contractCatalogue, localDate('2026-11-22')).map(({ id }) => id as string);
  expect(listed).toContain('binance-um:BTCUSDT');
  expect(listed.filter((id) => id.startsWith('cme:MBT'))).toEqual(['cme:MBT-202612', 'cme:MBT-202703']);
  expect(listed.filter((id) => id.startsWith('cme:BFF'))).toEqual(['cme:BFF-261127', 'cme:BFF-261204']);
  expect(listed.filter((id) => id.startsWith('binance-um:BTCUSDT_'))).toEqual([
    'binance-um:BTCUSDT_261225',
    'binance-um:BTCUSDT_270326',
  ]);
});
