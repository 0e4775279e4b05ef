/** The sample investor's files arrive whole. What they amount to is checked in test/sample. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { importSampleInto } from '../../../src/main/core/services/imports/import-sample.ts';
import { resourcesFolder } from '../../../src/main/core/services/imports/resources-folder.ts';
import { type ImportDesk, must, openDesk } from './import-desk.fixture.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.end());

it('imports every file, the profile and the policy', async () => {
  const stored = must(await importSampleInto(desk.context()));
  expect(stored.batches.map(({ format }) => format).toSorted()).toEqual([
    'binance-book-depth',
    'binance-book-depth',
    'binance-funding',
    'binance-funding',
    'binance-klines',
    'binance-klines',
    'binance-klines',
    'binance-metrics',
    'binance-metrics',
    'binance-spot',
    'binance-um-income',
    'binance-um-trades',
    'coinbase',
    'fear-greed',
    'hedgerow-csv',
    'hedgerow-market-csv',
  ]);
  expect(stored.batches.every(({ skippedRows }) => skippedRows === 0)).toBe(true);
  expect(stored.ledgerHash).toBe(desk.ledger.hash());
  expect((await desk.ledger.read.accounts()).map(({ id, kind }) => `${id} ${kind}`).toSorted()).toEqual([
    'binance exchange',
    'binance-futures futures',
    'coinbase exchange',
    'market-data wallet',
  ]);
  expect(await desk.ledger.read.profile()).not.toBeNull();
  expect(await desk.ledger.read.policy()).not.toBeNull();
  expect((await desk.ledger.read.marks()).length).toBeGreaterThan(0);
  expect((await desk.ledger.read.observedSeries()).length).toBeGreaterThan(0);
});

it('a second time adds nothing', async () => {
  must(await importSampleInto(desk.context()));
  const events = await desk.ledger.read.eventCount();
  expect(must(await importSampleInto(desk.context()))).toMatchObject({ added: 0, batches: [] });
  expect(await desk.ledger.read.eventCount()).toBe(events);
});

it('the resources are found from wherever the code lies', () => {
  const found = resourcesFolder();
  expect(found).toMatch(/resources$/u);
  expect(resourcesFolder(`${found}/../out/main`)).toBe(found);
  expect(resourcesFolder('/')).toBeUndefined();
});
