import { describe, expect, it } from 'vitest';
import { accountId } from '../../../shared/domain/account.ts';
import type { StandingOrder } from '../../../shared/domain/lot-records.ts';
import { instantFromIso } from '../../../shared/time/instant.ts';
import { localDateOf, utc } from '../../../shared/time/time-zone.ts';
import { issueOf } from '../../engine/issue-of.ts';
import { order, recordContext } from '../../engine/lots/records/lot-record.fixture.ts';
import { standingIssues } from './standing-issues.ts';

type Asked = Parameters<typeof standingIssues>[0];

/** A ledger with sales at an exchange. */
function asked(orders: readonly StandingOrder[], ...sold: readonly string[]): Asked {
  return {
    facts: {
      events: [],
      profile: { jurisdiction: 'us' } as Asked['facts']['profile'],
      timeZone: utc,
      assembly: { issues: [] },
    },
    ranked: { issues: [] },
    lots: {
      disposalCount: sold.length,
      disposalAt: (place) => {
        const disposed = instantFromIso(sold[place]!);
        const disposedDate = localDateOf(disposed, utc);
        return { account: accountId('coinbase'), disposed, disposedDate, reason: 'fifo' };
      },
    },
    ofLots: { onRecord: { orders, context: recordContext }, identified: { issues: [] } },
  };
}

const codes = (of: Asked): string[] => standingIssues(of).map(({ code }) => code);

describe('standingIssues', () => {
  it('says which years rest on an order that was recorded only after their sales', () => {
    const recordedAt = '2026-03-01T00:00:00Z';
    const orders = [order('hifo', '2024-01-01T00:00:00Z', { recordedAt, keptElsewhere: true })];
    const found = standingIssues(asked(orders, '2024-06-01T12:00:00Z', '2026-06-01T12:00:00Z'));
    expect(found.map(({ code, message }) => [code, message.slice(0, 13)])).toEqual([
      ['lots/order-kept-elsewhere', 'Sales of 2024'],
    ]);
  });

  it('says that an exchange was not told, of an order and of an identification', () => {
    const given = asked([order('hifo', '2026-03-01T00:00:00Z')], '2027-06-01T12:00:00Z');
    expect(codes(given)).toEqual(['lots/broker-not-told']);
    const words = { account: 'coinbase', year: 2027, what: 'the lots', instead: 'otherwise' };
    const issues = [issueOf('lots/broker-not-told', 'warning', words)];
    const named = {
      ...given,
      ofLots: { onRecord: { ...given.ofLots.onRecord, orders: [] }, identified: { issues } },
    };
    expect(standingIssues(named)).toEqual(issues);
  });

  it('is silent of an order that every sale came after', () => {
    const orders = [order('hifo', '2026-03-01T00:00:00Z')];
    expect(codes(asked(orders, '2025-06-01T12:00:00Z', '2026-06-01T12:00:00Z'))).toEqual([]);
  });

  it('says whose days they are until there is a profile', () => {
    const given = asked([]);
    const found = standingIssues({ ...given, facts: { ...given.facts, profile: null } });
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('days are those of UTC')]);
  });
});
