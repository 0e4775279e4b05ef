import { describe, expect, it } from 'vitest';
import { accountId } from '../../../../shared/domain/account.ts';
import type { MatchReason } from '../../../../shared/domain/lot.ts';
import type { StandingOrder } from '../../../../shared/domain/lot-records.ts';
import { instantFromIso } from '../../../../shared/time/instant.ts';
import { localDateOf } from '../../../../shared/time/time-zone.ts';
import { order, recordContext } from './lot-record.fixture.ts';
import { orderIssues } from './order-issues.ts';
import type { SoldInOrder } from './order-issues.ts';

type Sold = ReturnType<SoldInOrder['disposalAt']>;

function sold(account: string, time: string, reason: MatchReason = 'hifo'): Sold {
  const disposed = instantFromIso(time);
  return {
    account: accountId(account),
    disposed,
    disposedDate: localDateOf(disposed, recordContext.timeZone),
    reason,
  };
}

function list(disposals: readonly Sold[]): SoldInOrder {
  return { disposalCount: disposals.length, disposalAt: (place) => disposals[place]! };
}

function messages(orders: readonly StandingOrder[], ...disposals: Sold[]): string[] {
  return orderIssues(orders, list(disposals), recordContext).map(({ code, message }) => `${code} ${message}`);
}

const kept = order('hifo', '2024-01-01T12:00:00Z', {
  recordedAt: '2026-03-01T12:00:00Z',
  keptElsewhere: true,
  toldBroker: true,
});

describe('what is said of sales that orders decided', () => {
  it('says once a year that an order was recorded only after the sales', () => {
    const found = messages(
      [kept],
      sold('nano', '2024-06-01T12:00:00Z'),
      sold('nano', '2025-06-01T12:00:00Z'),
      sold('coinbase', '2025-07-01T12:00:00Z'),
      sold('nano', '2026-06-01T12:00:00Z'),
    );
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(
      /^lots\/order-kept-elsewhere Sales of 2024 are matched highest cost first .* on 2026-03-01\..*made by 2024-01-01/u,
    );
    expect(found[1]).toContain('Sales of 2025');
  });

  it('names the account that was not told, once a year, and only where it changes the method', () => {
    const untold = [order('hifo', '2026-03-01T12:00:00Z')];
    const found = messages(
      untold,
      sold('coinbase', '2026-12-31T12:00:00Z'),
      sold('coinbase', '2027-02-01T12:00:00Z', 'fifo'),
      sold('coinbase', '2027-03-01T12:00:00Z', 'fifo'),
      sold('nano', '2027-02-01T12:00:00Z'),
    );
    expect(found).toEqual([
      expect.stringMatching(
        /^lots\/broker-not-told .*"coinbase" was not told of your order to sell highest cost first.*2027 are matched first in, first out/u,
      ),
    ]);
    expect(
      messages([order('fifo', '2026-03-01T12:00:00Z')], sold('coinbase', '2027-02-01T12:00:00Z')),
    ).toEqual([]);
  });

  it('says nothing of sales whose lots were named, and reads no sale where no order can matter', () => {
    expect(messages([kept], sold('nano', '2024-06-01T12:00:00Z', 'identified'))).toEqual([]);
    const unread: SoldInOrder = {
      disposalCount: 1,
      disposalAt() {
        throw new Error('read');
      },
    };
    expect(orderIssues([], unread, recordContext)).toEqual([]);
    const told = order('hifo', '2026-03-01T12:00:00Z', { toldBroker: true });
    expect(orderIssues([told], unread, recordContext)).toEqual([]);
  });

  it('reads no sale from before an order can matter', () => {
    const sales = [sold('coinbase', '2026-12-31T12:00:00Z'), sold('coinbase', '2027-02-01T12:00:00Z')];
    const read: number[] = [];
    const noting: SoldInOrder = {
      disposalCount: 1_000_000,
      disposalAt(place) {
        read.push(place);
        return place === 999_999 ? sales[1]! : sales[0]!;
      },
    };
    const untold = order('hifo', '2026-03-01T12:00:00Z');
    expect(orderIssues([untold], noting, recordContext)).toHaveLength(1);
    expect(read).toEqual([999_999, 999_998]);
  });
});
