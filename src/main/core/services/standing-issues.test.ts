import { describe, expect, it } from 'vitest';
import { accountId } from '../../../shared/domain/account.ts';
import type { LotMethod } from '../../../shared/domain/lot.ts';
import { instantFromIso } from '../../../shared/time/instant.ts';
import { localDateOf, utc } from '../../../shared/time/time-zone.ts';
import { identificationBody, standingOrderBody } from '../../ledger/repositories/lot-record-bodies.ts';
import { event } from '../../engine/events/event.fixture.ts';
import { identification } from '../../engine/lots/records/lot-record.fixture.ts';
import { standingIssues } from './standing-issues.ts';

type Asked = Parameters<typeof standingIssues>[0];

interface Given {
  readonly records?: Asked['facts']['records'];
  readonly sold?: readonly string[];
  readonly profile?: null;
}

/** A ledger of one exchange account, with sales in it. */
function asked({ records = [], sold = [], profile }: Given): Asked {
  const account = accountId('coinbase');
  return {
    events: sold.map((time) => event(time, 'sell', time, ['coinbase BTC -1', 'coinbase USD 9'])),
    facts: {
      profile: profile === null ? null : ({ jurisdiction: 'us' } as Asked['facts']['profile']),
      timeZone: utc,
      accounts: new Map([
        [account, { id: account, name: 'Coinbase', kind: 'exchange', venue: null, country: null }],
      ]),
      records,
      elections: [],
    },
    lots: {
      disposalCount: sold.length,
      disposalAt: (place) => {
        const disposed = instantFromIso(sold[place]!);
        return { account, disposed, disposedDate: localDateOf(disposed, utc), reason: 'fifo' };
      },
    },
  };
}

function orderRecord(method: LotMethod, from: string, recordedAt: string): Asked['facts']['records'][number] {
  const order = { account: null, method, from: instantFromIso(from), toldBroker: false };
  return {
    sequence: 1,
    recordedAt: instantFromIso(recordedAt),
    kind: 'standing-lot-order',
    body: standingOrderBody({ ...order, keptElsewhere: from < recordedAt }),
    previousHash: '',
    hash: '',
  };
}

const codes = (of: Asked): string[] => standingIssues(of).map(({ code }) => code);

describe('standingIssues', () => {
  it('says which years rest on an order that was recorded only after their sales', () => {
    const records = [orderRecord('hifo', '2024-01-01T00:00:00Z', '2026-03-01T00:00:00Z')];
    const found = standingIssues(asked({ records, sold: ['2024-06-01T12:00:00Z', '2026-06-01T12:00:00Z'] }));
    expect(found.map(({ code, message }) => [code, message.slice(0, 13)])).toEqual([
      ['lots/order-kept-elsewhere', 'Sales of 2024'],
    ]);
  });

  it('says that an exchange was not told, of an order and of an identification', () => {
    const sold = ['2027-06-01T12:00:00Z'];
    const order = orderRecord('hifo', '2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z');
    expect(codes(asked({ records: [order], sold }))).toEqual(['lots/broker-not-told']);
    const named = identification(1, '2026-03-01T00:00:00Z', 'coinbase BTC', ['a 1']);
    const record = { ...order, kind: 'lot-identification', body: identificationBody(named) } as const;
    expect(codes(asked({ records: [record], sold }))).toEqual(['lots/broker-not-told']);
  });

  it('is silent of an order that every sale came after', () => {
    const records = [orderRecord('hifo', '2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z')];
    expect(codes(asked({ records, sold: ['2025-06-01T12:00:00Z', '2026-06-01T12:00:00Z'] }))).toEqual([]);
  });

  it('says whose days they are until there is a profile', () => {
    expect(standingIssues(asked({ profile: null })).map(({ message }) => message)).toEqual([
      expect.stringContaining('days are those of UTC'),
    ]);
  });
});
