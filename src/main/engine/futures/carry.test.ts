import { describe, expect, test } from 'vitest';
import { accountId } from '../../../shared/domain/account.ts';
import type { EventId } from '../../../shared/domain/event.ts';
import { toText } from '../../../shared/num/format.ts';
import { price, quantity, rate } from '../../../shared/num/parse.ts';
import { addDuration, instantFromIso } from '../../../shared/time/instant.ts';
import { localDate } from '../../../shared/time/local-date.ts';
import { specOf } from '../../../../test/properties/futures.fixture.ts';
import { futuresBasis } from './basis.ts';
import { carryOf } from './carry.ts';
import { meanFunding } from './funding.ts';
import type { FuturesResult } from './position.ts';
import { coins, settleAmount } from './units.ts';
import type { PositionDirection } from './units.ts';

const HOUR = 3_600_000;
const start = instantFromIso('2026-01-01T00:00:00Z');
const spec = specOf('linear');

/** A funding row of a position of one coin, entered at 100. */
function row(hour: number, cash: string, direction: PositionDirection | null = 'short'): FuturesResult {
  return {
    event: `f${hour}` as EventId,
    time: addDuration(start, hour * HOUR),
    account: accountId('venue'),
    contract: spec.id,
    positionSide: 'one-way',
    kind: 'funding',
    asset: spec.settleAsset,
    quantity: quantity(cash),
    from: 'file',
    held:
      direction === null
        ? null
        : { direction, size: coins(quantity('1')), entryValue: settleAmount(quantity('100')) },
  };
}

const mean = (rows: readonly FuturesResult[], at: string | null = '200'): ReturnType<typeof meanFunding> =>
  meanFunding(
    spec.id,
    rows,
    () => spec,
    () => (at === null ? null : price(at)),
  );

describe('mean funding', () => {
  // A short of one coin at 200 receives 0.02 and pays 0.04: rates +0.0001 and −0.0002 over 8 hours each:
  // −0.0001 in 16 hours is −0.05475 in a year of 8 760 hours.
  test('is the sum of the rates over the sum of their hours, not the last rate', () => {
    const found = mean([row(0, '0.02'), row(8, '-0.04')]);
    expect(toText(found?.perYear ?? rate('0'))).toBe('-0.05475');
    expect(found).toMatchObject({ payments: 2, hours: 16 });
  });

  test('a long that pays sees the same rate as a short that receives', () => {
    expect(mean([row(0, '-0.02', 'long')])?.perYear).toBe(mean([row(0, '0.02', 'short')])?.perYear);
  });

  test('a shorter interval counts as such, a gap counts as one interval', () => {
    expect(mean([row(0, '0.02'), row(4, '0.02')])?.hours).toBe(12);
    expect(mean([row(0, '0.02'), row(500, '0.02')])?.hours).toBe(16);
  });

  test('without a price the entry value stands in', () => {
    // 0.02 on 100: 0.0002 in 8 hours, 0.219 a year.
    expect(toText(mean([row(0, '0.02')], null)?.perYear ?? rate('0'))).toBe('0.219');
  });

  test('rows that belong to no open position give no rate', () => {
    expect(mean([row(0, '0.02', null)])).toBeNull();
  });
});

describe('carry', () => {
  const dated = { symbol: 'BTC-DEC', kind: 'dated', expiry: localDate('2026-12-25') } as const;
  const basis = futuresBasis(price('102'), price('100'), 90);

  test('funding comes before basis: longs paying is a gain to a short', () => {
    const funding = { perYear: rate('0.08'), payments: 3, hours: 24, first: start, last: start };
    const found = carryOf(dated, { funding, basis });
    expect(found.from).toBe('funding');
    expect(toText(found.costToShort)).toBe('-0.08');
    expect(found.words).toContain('longs pay, shorts receive');
  });

  // 2 % over 90 days: 0.02 × 365 / 90.
  test('a price above spot is a gain to a short', () => {
    const found = carryOf(dated, { funding: null, basis });
    expect(found.from).toBe('basis');
    expect(Number(toText(found.costToShort))).toBeCloseTo((-0.02 * 365) / 90, 12);
  });

  test('within two days of expiry a basis means nothing; without facts carry is 0, and said so', () => {
    expect(carryOf(dated, { funding: null, basis: futuresBasis(price('102'), price('100'), 1) }).from).toBe(
      'none',
    );
    const nothing = carryOf({ ...dated, kind: 'perpetual', expiry: null }, { funding: null, basis: null });
    expect(nothing).toEqual({
      costToShort: rate('0'),
      from: 'none',
      words: 'BTC-DEC: no funding of it is imported, so carry is taken as 0.',
    });
  });
});
