import { expect, test } from 'vitest';
import { accountId } from '../../../shared/domain/account.ts';
import { assetId } from '../../../shared/domain/asset.ts';
import type { IdentificationRecord } from '../../../shared/domain/hedge.ts';
import type { LotId } from '../../../shared/domain/lot.ts';
import type { AllocationWay } from '../../../shared/domain/lot-records.ts';
import { quantity } from '../../../shared/num/parse.ts';
import { addDuration, instantFromIso } from '../../../shared/time/instant.ts';
import { allocationBody, identificationBody, lotRecordsOf, standingOrderBody } from './lot-record-bodies.ts';

const recordedAt = instantFromIso('2026-11-20T12:00:00.001Z');

function record(kind: IdentificationRecord['kind'], body: string, sequence = 1): IdentificationRecord {
  return { sequence, recordedAt, kind, body, previousHash: '', hash: '' };
}

const lots = [
  { lot: 'a-0' as LotId, quantity: quantity('0.000000000000000001') },
  { lot: 'b-0#2' as LotId, quantity: quantity('3') },
];

test('orders and identifications are what they were, with the time of their record', () => {
  const order = {
    account: accountId('nano'),
    method: 'hifo',
    from: addDuration(recordedAt, -1),
    toldBroker: true,
    keptElsewhere: true,
  } as const;
  const general = { ...order, account: null, toldBroker: false, keptElsewhere: false };
  const named = { account: accountId('nano'), asset: assetId('BTC'), lots, toldBroker: false };
  const found = lotRecordsOf([
    record('hedged-lots', '{}'),
    record('standing-lot-order', standingOrderBody(order), 2),
    record('lot-identification', identificationBody(named), 3),
    record('standing-lot-order', standingOrderBody(general), 4),
    record('election', '{}', 5),
  ]);
  expect(found).toEqual({
    orders: [
      { ...order, recordedAt },
      { ...general, recordedAt },
    ],
    identifications: [{ ...named, sequence: 3, recordedAt }],
    allocation: null,
  });
});

test.each<[string, AllocationWay]>([
  [
    'specific-unit',
    { kind: 'specific-unit', units: lots.map((lot) => ({ ...lot, account: accountId('nano') })) },
  ],
  ['global', { kind: 'global', accounts: ['nano', 'coinbase'].map(accountId), order: 'hifo' }],
])('an allocation by the %s method is what it was; only the first counts', (_, way) => {
  const other = allocationBody({ kind: 'global', accounts: [accountId('other')], order: 'fifo' });
  const records = [record('basis-allocation', allocationBody(way)), record('basis-allocation', other, 2)];
  expect(lotRecordsOf(records).allocation).toEqual({ way, recordedAt });
});

test('bodies have their keys in order', () => {
  const body = standingOrderBody({
    method: 'lifo',
    account: null,
    toldBroker: false,
    from: recordedAt,
    keptElsewhere: false,
  });
  expect(body).toBe(
    '{"account":null,"from":"2026-11-20T12:00:00.001Z","keptElsewhere":false,"method":"lifo","toldBroker":false}',
  );
});
