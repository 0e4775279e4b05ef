/** Any event that an importer could make, for fast-check. */
import fc from 'fast-check';
import { accountId } from '../../../src/shared/domain/account.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import { contractId } from '../../../src/shared/domain/contract-spec.ts';
import {
  EVENT_KINDS,
  INCOME_REASONS,
  LEG_ROLES,
  type EventId,
  type Fill,
  type Leg,
  type LedgerEvent,
} from '../../../src/shared/domain/event.ts';
import type { StoredRow } from './ledger.values.ts';
import { money, price, quantity } from '../../../src/shared/num/parse.ts';
import { instantFromEpochMs } from '../../../src/shared/time/instant.ts';
import { sha256 } from './ledger.values.ts';

export const accounts = ['binance', 'coinbase', 'futures'].map((id) => ({
  id: accountId(id),
  name: `Account ${id}`,
  kind: 'exchange' as const,
  venue: null,
  country: null,
}));

const account = fc.constantFrom(...accounts.map(({ id }) => id));
const asset = fc.constantFrom('BTC', 'ETH', 'USDT', 'ÅNGSTRÖM').map(assetId);
const contract = fc.constantFrom(contractId('binance-um', 'BTCUSDT'), contractId('cme', 'MBT'));
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"', '[],', 'null', '\u2028', "'; DROP TABLE event; --"),
);
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n) + 1n, max: 10n ** 30n - 1n }), fc.integer({ min: 0, max: 18 }))
  .map(([digits, decimals]) => `${digits}e-${decimals}`);
const positive = fc.bigInt({ min: 1n, max: 10n ** 24n }).map((digits) => `${digits}e-18`);
const time = fc.integer({ min: Date.UTC(2009, 0, 3), max: Date.UTC(2100, 0, 1) }).map(instantFromEpochMs);

const leg: fc.Arbitrary<Leg> = fc.record(
  {
    account,
    asset,
    quantity: decimal.map(quantity),
    role: fc.constantFrom(...LEG_ROLES),
    value: decimal.map(money),
  },
  { requiredKeys: ['account', 'asset', 'quantity', 'role'] },
);

const fill: fc.Arbitrary<Fill> = fc.record({
  account,
  contract,
  side: fc.constantFrom('buy', 'sell'),
  quantity: positive.map(quantity),
  price: positive.map(price),
  positionSide: fc.constantFrom('one-way', 'long', 'short'),
});

type Draft = Omit<LedgerEvent, 'id' | 'source'>;
const draft: fc.Arbitrary<Draft> = fc.record(
  {
    time,
    sequence: fc.nat(),
    kind: fc.constantFrom(...EVENT_KINDS),
    legs: fc.array(leg, { maxLength: 5 }),
    fill,
    reason: fc.constantFrom(...INCOME_REASONS),
    contract,
    externalId: text,
    note: text,
    carriedBasis: fc.record({ costBasis: decimal.map(money), acquired: time }),
    replaces: fc.array(
      fc.stringMatching(/^[0-9a-f]+-\d+$/u).map((id) => id as EventId),
      { minLength: 1, maxLength: 3 },
    ),
  },
  { requiredKeys: ['time', 'sequence', 'kind', 'legs'] },
);

/** Rows of one file, some of them identical. */
export const rowsOfFile = (file: string): fc.Arbitrary<StoredRow[]> =>
  fc.array(fc.tuple(draft, fc.nat({ max: 40 }), text), { minLength: 1, maxLength: 30 }).map((drafts) => {
    const seen = new Map<string, number>();
    return drafts.map(([event, number, raw], index) => {
      const rowHash = sha256(`${file} ${number}`);
      const occurrence = seen.get(rowHash) ?? 0;
      seen.set(rowHash, occurrence + 1);
      const id = `${rowHash.slice(0, 32)}-${occurrence}` as EventId;
      const source = { file, line: index + 2, format: 'binance-spot' };
      return { event: { ...event, id, source }, rowHash, occurrence, raw };
    });
  });
