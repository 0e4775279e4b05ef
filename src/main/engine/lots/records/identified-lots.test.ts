import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import type { LotIdentification } from '../../../../shared/domain/lot-records.ts';
import { toText } from '../../../../shared/num/format.ts';
import { event } from '../../events/event.fixture.ts';
import { identification, recordContext } from './lot-record.fixture.ts';
import { identifiedLots } from './identified-lots.ts';

interface Found {
  /** "sale: a 1, b 0.5" */
  readonly chosen: readonly string[];
  /** "5: a 1 left after sale" */
  readonly used: readonly string[];
  readonly codes: readonly string[];
}

function found(events: readonly LedgerEvent[], ...records: LotIdentification[]): Found {
  const { chosenLots, used, issues } = identifiedLots(events, records, recordContext);
  const words = (lots: readonly { lot: string; quantity: Parameters<typeof toText>[0] }[]): string =>
    lots.map(({ lot, quantity }) => `${lot} ${toText(quantity)}`).join(', ');
  return {
    chosen: [...chosenLots].map(([id, lots]) => `${id}: ${words(lots)}`),
    used: [...used].map(
      ([sequence, { left, sales }]) =>
        `${sequence}: ${words(left) || 'nothing'} left, ${sales.join(' ') || 'no sale'}`,
    ),
    codes: issues.map(({ code }) => code),
  };
}

const sell = (id: string, time: string, amount: string, account = 'nano'): LedgerEvent =>
  event(id, 'sell', time, [`${account} BTC -${amount}`, `${account} USD 1000`]);

describe('the lots that sales are of', () => {
  it('are those identified by the moment of the sale, never those of an earlier one', () => {
    const record = identification(5, '2026-03-01T12:00:00Z', 'nano BTC', ['a 1']);
    expect(found([sell('early', '2026-03-01T11:59:59Z', '1')], record)).toEqual({
      chosen: [],
      used: ['5: a 1 left, no sale'],
      codes: [],
    });
    expect(found([sell('then', '2026-03-01T12:00:00Z', '1')], record)).toEqual({
      chosen: ['then: a 1'],
      used: ['5: nothing left, then'],
      codes: [],
    });
  });

  it('are used up in order of record; what a sale is of beyond them goes by the method', () => {
    const records = [
      identification(5, '2026-03-01T12:00:00Z', 'nano BTC', ['a 1', 'b 0.5']),
      identification(7, '2026-03-02T12:00:00Z', 'nano BTC', ['b 0.25', 'c 1']),
    ];
    const sales = [
      sell('s1', '2026-03-05', '1.2'),
      sell('s2', '2026-03-06', '0.5'),
      sell('s3', '2026-03-07', '9'),
    ];
    expect(found(sales, ...records)).toEqual({
      chosen: ['s1: a 1, b 0.2', 's2: b 0.5', 's3: b 0.05, c 1'],
      used: ['5: nothing left, s1 s2', '7: nothing left, s2 s3'],
      codes: [],
    });
  });

  it('say which record decided a sale, of several the first', () => {
    const records = [
      identification(5, '2026-03-01T12:00:00Z', 'nano BTC', ['a 1']),
      identification(7, '2026-03-02T12:00:00Z', 'nano BTC', ['b 1']),
    ];
    const sales = [
      sell('s1', '2026-03-05', '1.5'),
      sell('s2', '2026-03-06', '0.5'),
      sell('s3', '2026-03-07', '1'),
    ];
    const { decidedBy } = identifiedLots(sales, records, recordContext);
    expect([...decidedBy].map(([sale, { sequence }]) => `${sale} ${sequence}`).toSorted()).toEqual([
      's1 5',
      's2 7',
    ]);
  });

  it('are taken from a record only by what came after it, although an earlier record has none left', () => {
    const records = [
      identification(5, '2026-03-01T12:00:00Z', 'nano BTC', ['a 1']),
      identification(7, '2026-03-06T12:00:00Z', 'nano BTC', ['b 1']),
    ];
    expect(found([sell('s1', '2026-03-05', '2'), sell('s2', '2026-03-07', '0.5')], ...records)).toEqual({
      chosen: ['s1: a 1', 's2: b 0.5'],
      used: ['5: nothing left, s1', '7: b 0.5 left, s2'],
      codes: [],
    });
  });

  it('are only those of the same coin in the same account, by sells and swaps, fees left to the method', () => {
    const record = identification(5, '2026-03-01T12:00:00Z', 'nano BTC', ['a 5']);
    const events = [
      sell('elsewhere', '2026-03-02', '1', 'binance'),
      event('other coin', 'sell', '2026-03-03', ['nano ETH -1', 'nano USD 10']),
      event('swap', 'swap', '2026-03-04', ['nano BTC -1', 'nano ETH 20', 'nano BTC -0.1 fee']),
      event('buy', 'buy', '2026-03-05', ['nano BTC 1', 'nano USD -10']),
      event('move', 'transfer', '2026-03-06', ['nano BTC -1', 'binance BTC 1']),
      event('spent', 'spend', '2026-03-07', ['nano BTC -1']),
    ];
    expect(found(events, record)).toEqual({
      chosen: ['swap: a 1'],
      used: ['5: a 4 left, swap'],
      codes: [],
    });
  });

  it('wait, with a warning, where a broker that had to be told was not', () => {
    const untold = identification(5, '2026-12-01T12:00:00Z', 'coinbase BTC', ['a 1']);
    const told = identification(6, '2026-12-01T12:00:00Z', 'coinbase BTC', ['b 1'], true);
    const sales = [
      sell('s1', '2026-12-30', '0.5', 'coinbase'),
      sell('s2', '2027-01-02', '0.5', 'coinbase'),
      sell('s3', '2027-01-03', '0.1', 'coinbase'),
    ];
    expect(found(sales, untold, told)).toEqual({
      chosen: ['s1: a 0.5', 's2: b 0.5', 's3: b 0.1'],
      used: ['5: a 0.5 left, s1', '6: b 0.4 left, s2 s3'],
      codes: ['lots/broker-not-told'],
    });
  });
});
