import { expect, test } from 'vitest';
import { accountId } from '../../../shared/domain/account.ts';
import { assetId } from '../../../shared/domain/asset.ts';
import type { EventId, LedgerEvent } from '../../../shared/domain/event.ts';
import { money, quantity } from '../../../shared/num/parse.ts';
import { instantFromIso } from '../../../shared/time/instant.ts';
import { columnsOf, eventOf } from './event-columns.ts';

const leg = {
  account: accountId('kraken'),
  asset: assetId('BTC'),
  quantity: quantity('-0.5'),
  role: 'principal',
} as const;

function stored(event: LedgerEvent): LedgerEvent {
  const columns = columnsOf(event.id, event);
  return eventOf(columns, event.source);
}

test('what a row states of its parts, its opening and balances comes back as it was', () => {
  const event: LedgerEvent = {
    id: 'aaaa-0' as EventId,
    time: instantFromIso('2026-03-01T10:00:00Z'),
    sequence: 3,
    kind: 'balance-change',
    legs: [
      leg,
      { ...leg, value: money('-20000') },
      { ...leg, balanceAfter: quantity('1.5') },
      { ...leg, value: money('-20000'), balanceAfter: quantity('1') },
    ],
    part: { assembly: 'group', group: 'TREF-1 "x"', operation: 'trade' },
    opened: instantFromIso('2026-02-01T00:00:00Z'),
    source: { file: 'ledgers.csv', line: 4, format: 'kraken-ledgers' },
  };
  expect(stored(event)).toEqual(event);
  const { part: _, opened: __, ...whole } = event;
  expect(stored(whole)).toEqual(whole);
});
