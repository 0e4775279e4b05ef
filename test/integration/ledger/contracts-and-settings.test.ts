/** What the user sets about contracts, and settings: what counts, what is history, what the hash is of. */
import { expect, test } from 'vitest';
import type { Ledger } from '../../../src/main/ledger/ledger.ts';
import { connect } from '../../../src/main/ledger/open/connect.ts';
import { assetId } from '../../../src/shared/domain/asset.ts';
import { contractId } from '../../../src/shared/domain/contract-spec.ts';
import type { ContractCorrection, ContractTerms } from '../../../src/shared/domain/contract-terms.ts';
import type { MarginTable } from '../../../src/shared/domain/margin-table.ts';
import { money, price, quantity, rate } from '../../../src/shared/num/parse.ts';
import { addDuration } from '../../../src/shared/time/instant.ts';
import { localDate } from '../../../src/shared/time/local-date.ts';
import { codeOf, keyOf, makeLedger, reopen } from './ledger.fixture.ts';
import { now, valueOf } from './ledger.values.ts';

const later = addDuration(now, 60_000);
const mbt = contractId('cme', 'MBT');

const correction: ContractCorrection = {
  contract: mbt,
  field: 'takerFee',
  value: '0.0005',
  source: 'statement of November',
  setAt: now,
};

const terms: ContractTerms = {
  id: contractId('own', 'ABC'),
  venue: 'My broker',
  symbol: 'ABC',
  name: 'ABC',
  underlying: assetId('BTC'),
  quote: assetId('USD'),
  settleAsset: assetId('USD'),
  kind: 'dated',
  payoff: 'linear',
  multiplier: quantity('0.1'),
  quantityUnit: 'contracts',
  quantityStep: quantity('1'),
  minQuantity: null,
  maxQuantity: quantity('500'),
  minNotional: money('5'),
  priceTick: price('0.01'),
  expiry: localDate('2026-12-25'),
  expiryRule: null,
  takerFee: rate('0.0005'),
  makerFee: null,
  feePerContract: money('1.25'),
  fundingIntervalHours: null,
  section1256: { status: true, settled: false, reason: 'asked' },
  usPersons: null,
  asOf: localDate('2026-11-20'),
  series: { prefix: 'ABC-', naming: 'yyyymm', cycle: 'last-friday-monthly', holidays: 'day-before' },
  maxLeverage: 20,
  settlement: 'cash',
  settlementIndex: 'BRR',
  fixing: { time: '16:00', zone: 'Europe/London' },
  resets: 'daily',
  margin: null,
  liquidation: 'broker',
  evidence: [
    { fields: ['multiplier', 'takerFee'], confidence: 'theirs', sources: ['read'] },
    { fields: ['resets'], confidence: 'uncertain', sources: [], asOf: localDate('2026-11-19') },
  ],
  notes: 'mine',
};

const tables: readonly (MarginTable | null)[] = [
  null,
  { kind: 'flat', initial: rate('0.1'), maintenance: null },
  {
    kind: 'slope',
    initialBase: rate('0.02'),
    maintenanceBase: rate('0.01'),
    perCoin: rate('0.00005'),
  },
  {
    kind: 'tiers',
    unit: 'settle-value',
    tiers: [
      {
        cap: quantity('50000'),
        maintenanceRate: rate('0.004'),
        deduction: quantity('0'),
        initialRate: rate('0.008'),
      },
      { cap: null, maintenanceRate: rate('0.005'), deduction: quantity('50'), initialRate: null },
    ],
  },
  {
    kind: 'broker-rates',
    long: { initial: rate('0.35'), maintenance: rate('0.3') },
    short: { initial: rate('0.4'), maintenance: rate('0.36') },
  },
  {
    kind: 'broker-money',
    long: { initial: money('1200'), maintenance: money('1000') },
    short: { initial: money('1300'), maintenance: money('1100') },
  },
];

async function afresh(path: string, ledger: Ledger): Promise<Ledger> {
  const hash = ledger.hash();
  await ledger.close();
  const again = await reopen(path);
  expect(again.hash()).toBe(hash);
  expect(await again.read.recomputeHash()).toBe(hash);
  return again;
}

test('the last correction of a field counts; one taken back is as if it had not been, its history stays', async () => {
  const { ledger, path } = await makeLedger();
  const { write, read } = ledger;
  const empty = ledger.hash();
  valueOf(await write.saveContractCorrection(correction));
  const first = ledger.hash();
  const second = { ...correction, value: '0.0004', setAt: later };
  valueOf(await write.saveContractCorrection(second));
  const other = { ...correction, field: 'makerFee', contract: contractId('cme', 'MBT-202612') } as const;
  valueOf(await write.saveContractCorrection(other));
  expect(await read.contractCorrections()).toEqual([second, other]);
  valueOf(await write.takeBackCorrection(other.contract, 'makerFee', later));
  expect(codeOf(await write.takeBackCorrection(other.contract, 'makerFee', later))).toBe(
    'contracts/not-corrected',
  );
  valueOf(await write.saveContractCorrection(correction));
  expect(ledger.hash()).toBe(first);
  const again = await afresh(path, ledger);
  expect(await again.read.contractCorrections()).toEqual([correction]);
  valueOf(await again.write.takeBackCorrection(mbt, 'takerFee', later));
  expect(again.hash()).toBe(empty);
  expect(await again.read.contractCorrections()).toEqual([]);
  await again.close();
  const database = connect(path, await keyOf(path));
  expect(database.prepare('SELECT count(*) FROM contract_correction').pluck().get()).toBe(6);
  database.close();
});

test.each(tables)('a contract of one’s own comes back whole, with margin %#', async (margin) => {
  const { ledger, path } = await makeLedger();
  const empty = ledger.hash();
  valueOf(await ledger.write.saveOwnContract({ ...terms, symbol: 'old' }, now));
  valueOf(await ledger.write.saveOwnContract({ ...terms, margin }, later));
  const again = await afresh(path, ledger);
  expect(await again.read.ownContracts()).toEqual([{ ...terms, margin }]);
  valueOf(await again.write.removeOwnContract(terms.id, later));
  expect(codeOf(await again.write.removeOwnContract(terms.id, later))).toBe('contracts/not-own');
  expect(again.hash()).toBe(empty);
});

test('settings are kept by key; null takes one away', async () => {
  const { ledger, path } = await makeLedger();
  const empty = ledger.hash();
  valueOf(await ledger.write.saveSetting('watch:default', '{"a":1}', now));
  valueOf(await ledger.write.saveSetting('watch:default', '{"a":2}', now));
  valueOf(await ledger.write.saveSetting('margin:x', '{}', now));
  const again = await afresh(path, ledger);
  expect([...(await again.read.settings())]).toEqual([
    ['margin:x', '{}'],
    ['watch:default', '{"a":2}'],
  ]);
  for (const key of ['margin:x', 'watch:default', 'none'])
    valueOf(await again.write.saveSetting(key, null, later));
  expect(again.hash()).toBe(empty);
  expect((await again.read.settings()).size).toBe(0);
});
