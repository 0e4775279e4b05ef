import { describe, expect, it } from 'vitest';
import { accountId } from '../../../../shared/domain/account.ts';
import type { StandingOrder } from '../../../../shared/domain/lot-records.ts';
import { instantFromIso } from '../../../../shared/time/instant.ts';
import { order, recordContext } from './lot-record.fixture.ts';
import { lotMethodAt } from './lot-method-at.ts';
import { lifeOf } from './order-timeline.ts';

function methodOf(orders: readonly StandingOrder[], account: string, time: string): string {
  return lotMethodAt(orders, recordContext)(accountId(account), instantFromIso(time));
}

describe('the method in force', () => {
  it('is first in, first out before the first order, and the order from its moment on', () => {
    const orders = [order('hifo', '2026-03-01T10:00:00Z')];
    expect(methodOf([], 'nano', '2026-03-01T10:00:00Z')).toBe('fifo');
    expect(methodOf(orders, 'nano', '2026-03-01T09:59:59.999Z')).toBe('fifo');
    expect(methodOf(orders, 'nano', '2026-03-01T10:00:00Z')).toBe('hifo');
    expect(methodOf(orders, 'nano', '2036-03-01T10:00:00Z')).toBe('hifo');
  });

  it('is that of the later order, and of two from one moment the one recorded last', () => {
    const orders = [
      order('hifo', '2026-03-01T10:00:00Z'),
      order('lifo', '2026-05-01T10:00:00Z'),
      order('lofo', '2026-05-01T10:00:00Z'),
    ];
    expect(methodOf(orders, 'nano', '2026-04-01T10:00:00Z')).toBe('hifo');
    expect(methodOf(orders, 'nano', '2026-06-01T10:00:00Z')).toBe('lofo');
  });

  it('is an account’s own order before a later general one, in that account alone', () => {
    const orders = [
      order('lifo', '2026-03-01T10:00:00Z', { account: 'nano' }),
      order('hifo', '2026-05-01T10:00:00Z'),
    ];
    expect(methodOf(orders, 'nano', '2026-06-01T10:00:00Z')).toBe('lifo');
    expect(methodOf(orders, 'coinbase', '2026-04-01T10:00:00Z')).toBe('fifo');
    expect(methodOf(orders, 'coinbase', '2026-06-01T10:00:00Z')).toBe('hifo');
  });

  it('never reaches back before it was recorded, unless books kept elsewhere show it', () => {
    const recordedAt = '2026-03-01T10:00:00Z';
    const plain = [order('hifo', '2025-01-01T00:00:00Z', { recordedAt })];
    const kept = [order('hifo', '2025-01-01T00:00:00Z', { recordedAt, keptElsewhere: true })];
    expect(methodOf(plain, 'nano', '2025-06-01T10:00:00Z')).toBe('fifo');
    expect(methodOf(plain, 'nano', '2026-03-01T10:00:00Z')).toBe('hifo');
    expect(methodOf(kept, 'nano', '2025-06-01T10:00:00Z')).toBe('hifo');
  });

  it('waits for a `from` that lies ahead of the record', () => {
    const orders = [order('hifo', '2026-07-01T00:00:00Z', { recordedAt: '2026-03-01T10:00:00Z' })];
    expect(methodOf(orders, 'nano', '2026-06-30T23:59:59Z')).toBe('fifo');
    expect(methodOf(orders, 'nano', '2026-07-01T00:00:00Z')).toBe('hifo');
  });

  it('counts at a broker from 2027, the taxpayer’s day, only if the broker was told', () => {
    const untold = [order('hifo', '2026-03-01T10:00:00Z')];
    const told = [order('hifo', '2026-03-01T10:00:00Z', { toldBroker: true })];
    // New York's 2027 begins at five in the morning, UTC.
    expect(methodOf(untold, 'coinbase', '2027-01-01T04:59:59Z')).toBe('hifo');
    expect(methodOf(untold, 'coinbase', '2027-01-01T05:00:00Z')).toBe('fifo');
    expect(methodOf(untold, 'margin', '2027-01-01T05:00:00Z')).toBe('fifo');
    expect(methodOf(untold, 'nano', '2027-01-01T05:00:00Z')).toBe('hifo');
    expect(methodOf(told, 'coinbase', '2027-01-01T05:00:00Z')).toBe('hifo');
  });

  it('falls back at a broker on the last order that it was told', () => {
    const orders = [
      order('hifo', '2026-03-01T10:00:00Z', { toldBroker: true }),
      order('lifo', '2026-05-01T10:00:00Z'),
    ];
    expect(methodOf(orders, 'coinbase', '2026-12-01T10:00:00Z')).toBe('lifo');
    expect(methodOf(orders, 'coinbase', '2027-02-01T10:00:00Z')).toBe('hifo');
  });
});

describe('the life of an order', () => {
  const time = instantFromIso;
  const lives = (...orders: StandingOrder[]): unknown => orders.map((one) => lifeOf(one, orders));

  it('ends when another for the same accounts holds, whatever was recorded when', () => {
    const first = order('hifo', '2026-03-01T10:00:00Z');
    const own = order('lifo', '2026-04-01T10:00:00Z', { account: 'nano' });
    const next = order('lofo', '2026-05-01T10:00:00Z');
    const past = order('lifo', '2024-01-01T00:00:00Z', {
      recordedAt: '2026-06-01T00:00:00Z',
      keptElsewhere: true,
    });
    expect(lives(first, own, next, past)).toEqual([
      { from: first.from, until: next.from },
      { from: own.from, until: null },
      { from: next.from, until: null },
      { from: time('2024-01-01T00:00:00Z'), until: first.from },
    ]);
  });

  it('of two from one moment is none for the one recorded first', () => {
    const [one, other] = [order('hifo', '2026-03-01T10:00:00Z'), order('lifo', '2026-03-01T10:00:00Z')];
    expect(lives(one, other)).toEqual([
      { from: one.from, until: one.from },
      { from: one.from, until: null },
    ]);
  });
});
