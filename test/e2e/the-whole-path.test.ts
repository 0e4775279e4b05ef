/**
 * Exchange exports in, a compared plan out, and the door locked and opened again: one person's first day, in order.
 * Each test goes on where the one before it stopped. Figures are those of the second calculation.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainTax } from '../sample/second-calculation.ts';
import { appUnderTest } from './app.ts';
import { filesOnDisk } from './files-on-disk.ts';
import { exchangeExports, otherRecords, sampleFolder } from './folders.ts';
import { count, dollars, percent, split } from './in-words.ts';
import { readTable, rowOf } from './read-table.ts';
import {
  futuresGain,
  hedgeContracts,
  plain,
  price,
  realised,
  rowsOfExchanges,
  share,
  shareAfterHedge,
  stakingIncome,
  tooMuch,
  zero,
} from './sample-figures.ts';
import { chooseFiles, createLedger, goTo, importFiles, lock, seeScreen, unlock } from './steps.ts';

const passphrase = 'four plain words outside';
const income = 135_000;
const coinbase = 'coinbase-transactions.csv';
const soon = { timeout: 10_000 };

describe('the whole path', () => {
  const app = appUnderTest({ now: '2026-11-21T04:00:00Z', inOrder: true });
  let recoveryKey = '';

  async function importedRows(): Promise<Readonly<Record<string, string>>> {
    const rows = await readTable(app.page, 'Imports');
    return Object.fromEntries(rows.map((row) => [row['File']?.split(' ')[0] ?? '', row['Rows'] ?? '']));
  }

  const allImported = {
    [coinbase]: count(plain.rows.coinbase),
    'binance-spot-trades.csv': count(plain.rows.spot),
    'binance-futures-trades.csv': count(plain.rows.fills),
    'binance-futures-transactions.csv': count(plain.rows.income),
  };

  it('creates a ledger: passphrase, recovery key typed back, tax details', async () => {
    recoveryKey = await createLedger(app.page, { name: 'My coins', passphrase, income: String(income) });
    await app.page
      .getByRole('heading', { name: 'This ledger is still empty' })
      .or(app.page.getByText('This ledger is still empty'))
      .first()
      .waitFor();
    expect(recoveryKey.split('-').length).toBeGreaterThan(4);
    expect(filesOnDisk(app.dataFolder).join('\n')).toContain('My coins.hedgerow');
  });

  it('imports the four exports of the exchanges together', async () => {
    await goTo(app.page, 'Import');
    const { promised, done } = await importFiles(app.page, exchangeExports);
    expect(promised).toBe(`Import ${count(rowsOfExchanges)} rows`);
    expect(done).toBe(`${count(rowsOfExchanges)} rows are in your ledger`);
    await expect.poll(importedRows, soon).toEqual(allImported);
  });

  it('imports what no export says, as Hedgerow CSV', async () => {
    await app.page.getByRole('button', { name: 'Import more files' }).click();
    const { done } = await importFiles(app.page, [otherRecords]);
    expect(done).toBe(`${count(plain.rows.other)} rows are in your ledger`);
    await expect.poll(async () => Object.keys(await importedRows()), soon).toContain('other-records.csv');
  });

  it('adds nothing when the same files come again', async () => {
    await app.page.getByRole('button', { name: 'Import more files' }).click();
    await chooseFiles(app.page, [...exchangeExports, otherRecords]);
    await app.page
      .getByText(`0 new · ${count(rowsOfExchanges + plain.rows.other)} already here`)
      .first()
      .waitFor();
    await app.page.getByRole('button', { name: 'Continue' }).click();
    await app.page
      .getByText('There is nothing new in these files: every row is already in the ledger.')
      .waitFor();
    expect(await app.page.getByRole('button', { name: 'Import 0 rows' }).isDisabled()).toBe(true);
    await app.page.getByRole('button', { name: 'Cancel the import' }).click();
  });

  it('undoes one import, and takes the file again', async () => {
    await app.page.getByRole('button', { name: `Undo the import of ${coinbase}` }).click();
    await app.page.getByRole('row', { name: coinbase }).waitFor({ state: 'detached' });
    const { done } = await importFiles(app.page, [join(sampleFolder, coinbase)]);
    expect(done).toBe(`${count(plain.rows.coinbase)} rows are in your ledger`);
    await expect.poll(importedRows, soon).toMatchObject(allImported);
  });

  it('sets targets, and reads how far it is from them', async () => {
    await goTo(app.page, 'Targets & hedge');
    await app.page.getByRole('button', { name: 'Remove BNB' }).click();
    await app.page.getByRole('button', { name: 'Remove SOL' }).click();
    await app.page.getByLabel('Target share of BTC').fill('50');
    await app.page.getByLabel('Target share of ETH').fill('50');
    await app.page.getByRole('button', { name: 'Save targets' }).click();
    await app.page.getByText('Targets saved').waitFor();
    await app.page.getByRole('button', { name: 'Show as table: drift' }).click();
    const drift = await readTable(app.page, 'Drift by asset');
    for (const asset of ['BTC', 'ETH'] as const) {
      expect(rowOf(drift, asset)['Effective share']).toBe(percent(share(asset), 2));
      expect(rowOf(drift, asset)['Target']).toBe('50%');
    }
    expect(percent(share('BTC'), 0)).toBe('65%');
  });

  it('sizes the hedge, and saves it as a plan with an exit date', async () => {
    const hedge = app.page.getByRole('region', { name: 'The hedge' });
    const [short, long] = await readTable(app.page, 'Orders of the hedge');
    expect(short?.['Order']).toContain(`Sell ${hedgeContracts.BTC.toFixed()} contracts`);
    expect(long?.['Order']).toContain(`Buy ${hedgeContracts.ETH.toFixed()} contracts`);
    expect(await hedge.getByRole('status').first().innerText()).toContain(
      `65/35 becomes ${split(shareAfterHedge)}. No coin is sold.`,
    );
    await hedge.getByLabel('Exit date').fill('2027-03-31');
    const save = hedge.getByRole('button', { name: 'Save as plan' });
    // What is not known has to be read before anything is kept.
    const read = hedge.getByRole('checkbox', { name: 'I have read this and accept it' });
    await read.first().waitFor();
    expect(await save.isDisabled()).toBe(true);
    for (const box of await read.all()) await box.check();
    await save.click();
    await seeScreen(app.page, 'Year-end plan');
    await app.page.getByText('Plan saved', { exact: true }).first().waitFor();
    await app.page
      .getByRole('region', { name: 'Steps of the hedge' })
      .getByText('31 Mar 2027')
      .first()
      .waitFor();
  });

  it('compares selling now with hedging now and selling on that date', async () => {
    await goTo(app.page, 'Targets & hedge');
    await app.page.getByRole('tab', { name: 'Ways back' }).click();
    await app.page.getByLabel('Leave the hedge on').fill('2027-03-31');
    const ways = app.page.getByRole('region', { name: 'Ways back to your targets' });
    await ways.getByText('Up to date with what is supposed').waitFor({ timeout: 60_000 });
    const costs = await readTable(app.page, 'Ways back side by side');
    const now = columnOf(costs, 'Sell now');
    const later = columnOf(costs, 'Hedge, leave later');
    expect(later('Done on')).toBe('31 Mar 2027');
    // The lots that cost least in tax are sold: never more than the oldest ones would.
    const tax = inCents(firstOf(now('Tax, all years')));
    expect(tax).toBeGreaterThan(0);
    expect(tax).toBeLessThanOrEqual(inCents(dollars(taxOfSellingTheOldest())));
    // Each says how much it costs more than the best of the three; costs were rounded to the cent, their difference once.
    const cost = (column: (line: string) => string): number =>
      inCents(firstOf(column('Cost in today’s money')));
    const best = Math.min(cost(now), cost(later), cost(columnOf(costs, 'Mixed')));
    const [, more = ''] = /▲ (\$[\d,.]+) more/u.exec(now('Cost in today’s money')) ?? [];
    expect(Math.abs(cost(now) - best - inCents(more))).toBeLessThanOrEqual(1);
  });

  it('locks, and refuses a wrong passphrase without touching a file', async () => {
    await lock(app.page);
    const before = filesOnDisk(app.dataFolder);
    await unlock(app.page, 'four plain words inside');
    const refusal = app.page.getByRole('region', { name: 'Unlock' }).getByRole('alert');
    expect(await refusal.innerText()).toContain(
      'The passphrase does not open "My coins.hedgerow". No file was touched.',
    );
    expect(filesOnDisk(app.dataFolder)).toEqual(before);
  });

  it('opens with the passphrase', async () => {
    await unlock(app.page, passphrase);
    await seeScreen(app.page, 'Targets & hedge');
  });

  it('opens with the recovery key, and everything is still there', async () => {
    await lock(app.page);
    await app.page.getByRole('button', { name: 'Forgot it? Use the recovery key' }).click();
    await app.page.getByLabel('Recovery key').fill(recoveryKey.toLowerCase());
    await app.page.getByRole('button', { name: 'Open', exact: true }).click();
    await app.page.getByRole('button', { name: 'Not now' }).click();
    await goTo(app.page, 'Import');
    await expect.poll(importedRows, soon).toMatchObject(allImported);
    await goTo(app.page, 'Targets & hedge');
    await app.page.getByRole('region', { name: 'Saved plans' }).getByText('31 Mar 2027').first().waitFor();
    await goTo(app.page, 'Overview');
    await app.page.getByText('BTC is 15 points over target and ETH is 15 points under target').waitFor();
  });
});

/** The oldest coins are sold, all of them long-term, for what is too much, less a tenth of a per cent in fees. */
function taxOfSellingTheOldest(): typeof zero {
  let left = tooMuch.dividedBy(price('BTC'));
  let cost = zero;
  for (const lot of plain.parcels
    .filter(({ asset }) => asset === 'BTC')
    .toSorted((a, b) => a.time - b.time)) {
    const part = left.lt(lot.quantity) ? left : lot.quantity;
    cost = cost.plus(lot.cost.times(part).dividedBy(lot.quantity));
    left = left.minus(part);
  }
  const sold = tooMuch.times('0.999').minus(cost);
  const ordinary = stakingIncome(2026).plus(income);
  const short = realised(2026, 'short').plus(futuresGain(2026));
  const long = realised(2026, 'long');
  return plainTax(2026, ordinary, short, long.plus(sold)).minus(plainTax(2026, ordinary, short, long));
}

/** The figure of a cell, without how it differs from the best way's. */
function firstOf(cell: string): string {
  return /^[−+<>]*\$[\d,.]+/u.exec(cell)?.[0] ?? cell;
}

/** The figure of a line of the cost table, in the column whose header has these words. */
function columnOf(rows: Awaited<ReturnType<typeof readTable>>, words: string): (line: string) => string {
  return (line) => Object.entries(rowOf(rows, line)).find(([header]) => header.includes(words))?.[1] ?? '';
}

function inCents(text: string): number {
  return Math.round(Number(text.replaceAll(/[$,]/gu, '').replace('−', '-')) * 100);
}
