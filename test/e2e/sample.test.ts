/** One click opens the sample; what its screens say is what the second calculation makes of the same files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { isLong, plainTax } from '../sample/second-calculation.ts';
import { appUnderTest } from './app.ts';
import { sampleFolder } from './folders.ts';
import { count, dollars, gain, percent, quantity, split, tether } from './in-words.ts';
import { readTable, rowOf } from './read-table.ts';
import {
  closedContracts,
  coins,
  effectiveValue,
  futuresGain,
  futuresOf,
  hedgeContracts,
  held,
  inFutures,
  openGain,
  plain,
  price,
  realised,
  sampleDay,
  share,
  shareAfterHedge,
  stakingIncome,
  waiting,
  total,
  value,
  wholeValue,
} from './sample-figures.ts';
import { chooseLook, goTo, openSample, seeFirstWays, seeScreen, settle } from './steps.ts';

const app = appUnderTest();
beforeAll(() => openSample(app.page));

/** The amount that a gain on the screen states. */
function gainIn(text = ''): Decimal {
  const [amount = ''] = /[+\u2212]\$[\d,.]+/u.exec(text) ?? [];
  return new Decimal(amount.replace('\u2212', '-').replace('+', '').replaceAll(/[$,]/gu, ''));
}

/** A sum of two figures that were rounded each. */
function expectAbout(sum: Decimal, exact: Decimal): void {
  expect(sum.minus(exact).abs().toNumber()).toBeLessThan(0.015);
}

/** The figure beneath a headline. */
async function headline(words: string): Promise<string> {
  const entry = app.page
    .locator('dl > div')
    .filter({ has: app.page.getByRole('term').filter({ hasText: words }) });
  return await entry.getByRole('definition').first().innerText();
}

async function openTab(name: string): Promise<void> {
  await goTo(app.page, 'Holdings & lots');
  await app.page.getByRole('tab', { name, exact: true }).click();
}

const years = [2023, 2024, 2025, 2026] as const;
const costOfLots = total(plain.parcels.map(({ cost }) => cost));

describe('overview', () => {
  it('says what all of it is worth, what it cost, and the open gains', async () => {
    await goTo(app.page, 'Overview');
    expect(await headline('All you hold is worth')).toContain(dollars(wholeValue));
    expect(await headline('Cost basis')).toContain(
      dollars(costOfLots.plus(value('USD')).plus(value('USDT'))),
    );
    // A hedge keeps units of bitcoin from ageing: how much that moves is told in test/integration/tax/clocks-shown.test.ts.
    const [long, short] = [gainIn(await headline('long-term')), gainIn(await headline('short-term'))];
    expectAbout(long.plus(short), openGain('long').plus(openGain('short')));
    expect(gain(long)).not.toBe(gain(openGain('long')));
  });

  it('says how each asset is exposed, futures counted', async () => {
    await app.page.getByRole('button', { name: 'Show as table: exposure' }).click();
    const rows = await readTable(app.page, 'Effective exposure by asset');
    for (const asset of coins) {
      const row = rowOf(rows, asset);
      expect(row['Coins']).toContain(dollars(value(asset)));
      expect(row['Effective']).toContain(dollars(effectiveValue(asset)));
      expect(row['Effective']).toContain(percent(effectiveValue(asset).dividedBy(wholeValue), 1));
    }
    for (const asset of ['BTC', 'ETH'] as const) {
      const row = rowOf(rows, asset);
      expect(row['Coins']).toContain(`${quantity(held(asset))} ${asset}`);
      expect(row['Futures']).toContain(inFutures(asset).isNegative() ? 'short −' : 'long +');
      expect(row['Effective']).toContain(`${quantity(held(asset).plus(inFutures(asset)))} ${asset}`);
    }
    expect(rowOf(rows, 'SOL')['Futures']).toBe('none');
  });

  it('says how far the mix is from its target', async () => {
    await app.page.getByRole('button', { name: 'Show as table: drift' }).click();
    const rows = await readTable(app.page, 'Drift by asset');
    for (const asset of ['BTC', 'ETH'] as const) {
      expect(rowOf(rows, asset)['Effective share']).toBe(percent(share(asset), 2));
      expect(rowOf(rows, asset)['Drift']).toContain('outside');
    }
  });
});

describe('holdings and lots', () => {
  it('says of each asset what is held, its worth, its share, its gains and its futures', async () => {
    await openTab('Holdings');
    const rows = await readTable(app.page, 'Holdings');
    for (const asset of coins) {
      const row = rowOf(rows, asset);
      expect(row['Held, at price']).toBe(`${quantity(held(asset))} ${dollars(price(asset))}`);
      expect(row['Value and share']).toBe(
        `${dollars(value(asset))} ${percent(value(asset).dividedBy(wholeValue), 1)}`,
      );
      const [short, long] = [openGain('short', asset), openGain('long', asset)];
      if (asset === 'BTC')
        expectAbout(gainIn(row['Short-term gain']).plus(gainIn(row['Long-term gain'])), short.plus(long));
      else
        expect([row['Short-term gain'], row['Long-term gain']]).toEqual([
          expect.stringContaining(gain(short)),
          expect.stringContaining(gain(long)),
        ]);
      expect(row['Effective']).toContain(quantity(held(asset).plus(inFutures(asset))));
    }
    expect(rowOf(rows, 'All')['Value and share']).toBe(dollars(wholeValue));
  });

  it('says what the futures are and what they brought', async () => {
    const open = await readTable(app.page, 'Open futures positions');
    for (const [symbol, name] of [
      ['BTCUSDT_261225', '25 Dec 2026'],
      ['ETHUSDT', 'ETHUSDT perpetual'],
    ] as const) {
      const { size, entry, mark, funding } = futuresOf(symbol);
      const row = open.find((each) => each['Contract']?.includes(name)) ?? {};
      expect(row['Quantity']).toContain(quantity(size.abs()));
      expect(row['Entry, mark']).toBe(`${dollars(entry)} ${dollars(mark)}`);
      expect(row['Notional']).toContain(dollars(size.abs().times(mark)));
      expect(row['Profit: open, taken']).toContain(tether(size.times(mark.minus(entry))));
      expect(row['Funding, fees']).toContain(tether(funding));
    }
    const closed = await readTable(app.page, 'Closed futures positions');
    const taken = closed.map((row) => row['Taken']?.replace(/^\S+ (?:gain|loss) /u, ''));
    expect(new Set(taken)).toEqual(
      new Set(closedContracts.map((symbol) => tether(futuresOf(symbol).profit))),
    );
  });

  it('has every lot, and their sums', async () => {
    await openTab('Lots');
    const rows = await readTable(app.page, 'Open lots');
    expect(Object.values(rows.at(-1) ?? {})).toEqual(
      expect.arrayContaining([
        `${count(plain.parcels.length)} lots`,
        dollars(costOfLots),
        dollars(total(coins.map(value))),
      ]),
    );
  });

  it('says what each year brought', async () => {
    await openTab('Gains by year');
    const rows = await readTable(app.page, 'Gains by year');
    for (const year of years) {
      const row = rowOf(rows, String(year));
      expect(row['Short-term']).toContain(gain(realised(year, 'short')));
      expect(row['Long-term']).toContain(gain(realised(year, 'long')));
      expect(row['Other futures']).toContain(gain(futuresGain(year)));
      expect(row['Income']).toBe(dollars(stakingIncome(year)));
    }
  });

  it('counts down the lots that are still short-term, and says what waiting changes', async () => {
    await openTab('Turning long-term');
    // The sample's short of 12 May 2026 ended the holding period of the BTC that were young then (Reg. 1.1092(b)-2T(a)).
    const hedged = Date.parse('2026-05-12T12:00:00Z');
    const wasStopped = ({ asset, time }: (typeof plain.parcels)[number]): boolean =>
      asset === 'BTC' && time <= hedged && !isLong(time, hedged);
    const short = plain.parcels.filter((one) => !isLong(one.time, sampleDay) || wasStopped(one));
    await app.page.getByText(`${count(short.length)} lots`, { exact: true }).waitFor();
    const [next] = await readTable(app.page, 'Lots turning long-term');
    expect(next?.['What waiting changes']).toMatch(/^Sold today: short-term .* From .*: long-term /u);
    const months = await app.page
      .getByRole('list', { name: 'By month' })
      .getByRole('listitem')
      .allInnerTexts();
    const lots = months.map((words) => Number(/(\d+) lots?/u.exec(words)?.[1]));
    expect(lots.reduce((sum, each) => sum + each, 0)).toBe(short.length);
  });

  it('leads from the next date of a coin to its own countdown', async () => {
    await openTab('Holdings');
    await app.page.getByTitle('Lots of ETH turning long-term').click();
    const lots = await readTable(app.page, 'Lots turning long-term');
    expect(new Set(lots.map((row) => row['Lot']?.slice(0, 3)))).toEqual(new Set(['ETH']));
    await goTo(app.page, 'Overview');
  });

  it('says why each lot was sold, and adds up what the filters leave', async () => {
    await openTab('Gains by year');
    await app.page.getByRole('button', { name: '2025', exact: true }).click();
    const sales = await readTable(app.page, 'Sales of 2025');
    expect(rowOf(sales, '4 Apr 2025')['Why this lot']).toBe('First in, first out: the oldest left');
    const panel = app.page.getByRole('region', { name: 'Sales of 2025' });
    for (const [label, term] of [
      ['Short-term', 'short'],
      ['Long-term', 'long'],
    ] as const) {
      await panel.getByText(label, { exact: true }).click();
      await expect
        .poll(async () => rowOf(await readTable(app.page, 'Sales of 2025'), 'All')['Gain'])
        .toContain(gain(realised(2025, term)));
    }
  });

  it('finds transactions by kind, account, day and what is not counted', async () => {
    await openTab('Transactions');
    const rows = app.page.getByText(/^[\d,]+ rows? match$/u);
    await app.page.getByLabel('Only rows not counted').check();
    await rows.waitFor();
    await app.page.getByText('repeated or replaced').first().waitFor();
    await app.page.getByLabel('Only rows not counted').uncheck();
    await app.page.getByLabel('From day').fill('2026-11-01');
    await app.page.getByLabel('To day').fill('2026-11-30');
    const days = async (): Promise<readonly (string | undefined)[]> =>
      (await readTable(app.page, 'Transactions')).map((row) => row['Date']?.slice(-8));
    await expect.poll(async () => new Set(await days())).toEqual(new Set(['Nov 2026']));
    await app.page.getByLabel('To day').fill('2026-10-01');
    await app.page.getByText('This is before the first day').waitFor();
    await app.page.getByRole('button', { name: 'Show everything' }).click();
    await app.page.getByText(/^[\d,]+ rows$/u).waitFor();
  });

  it('copies all rows as a spreadsheet takes them, and none while amounts are hidden', async () => {
    await openTab('Lots');
    await app.page.evaluate(() => {
      navigator.clipboard.writeText = (text) => {
        document.documentElement.dataset['copied'] = text;
        return Promise.resolve();
      };
    });
    const copy = app.page.getByRole('button', { name: `Copy ${count(plain.parcels.length)} rows` });
    await app.page.keyboard.press('Control+.');
    expect(await copy.isDisabled()).toBe(true);
    await app.page.keyboard.press('Control+.');
    await copy.click();
    await app.page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await app.page.evaluate(() => document.documentElement.dataset['copied'] ?? '');
    const [head = [], ...rows] = copied.split('\n').map((line) => line.split('\t'));
    const costs = rows.map((row) => row[head.indexOf('Cost basis')] ?? '');
    expect(dollars(total(costs.map((cost) => new Decimal(cost))))).toBe(dollars(costOfLots));
    await app.page.evaluate(() => delete document.documentElement.dataset['copied']);
  });

  it('has every row of every file among the transactions', async () => {
    await openTab('Transactions');
    const { coinbase, spot, fills, income, other } = plain.rows;
    const prices =
      readFileSync(join(sampleFolder, 'other-records.csv'), 'utf8').match(/^[^,]+,price,/gmu)?.length ?? 0;
    await app.page
      .getByText(`${count(coinbase + spot + fills + income + other - prices)} rows`, { exact: true })
      .waitFor();
  });
});

/** The years without what is planned. */
async function openTaxYears(): Promise<void> {
  await goTo(app.page, 'Year-end plan');
  await app.page.getByRole('tab', { name: 'Tax years', exact: true }).click();
  await app.page.getByRole('table', { name: 'Tax years' }).waitFor();
  await app.page.locator('label', { hasText: /^As it stands$/u }).click();
  await settle(app.page);
}

describe('targets and plan', () => {
  it('shows what each year owes', async () => {
    await openTaxYears();
    const rows = await readTable(app.page, 'Tax years');
    const figure = (line: string, year: number): string =>
      Object.entries(rowOf(rows, line)).find(([header]) => header.startsWith(String(year)))?.[1] ?? '';
    for (const [year, wages] of [
      [2025, 131_000],
      [2026, 135_000],
    ] as const) {
      const ordinary = stakingIncome(year).plus(wages);
      const tax = plainTax(
        year,
        ordinary,
        // What waits under the straddle rules does not count yet.
        realised(year, 'short').plus(futuresGain(year)).plus(waiting(year)),
        realised(year, 'long'),
      );
      expect(figure('Losses that wait', year)).toBe(dollars(waiting(year)));
      expect(figure('All tax', year)).toBe(dollars(tax));
    }
  });

  it('sizes the hedge, and says where it ends', async () => {
    await goTo(app.page, 'Targets & hedge');
    const hedge = app.page.getByRole('region', { name: 'The hedge' });
    await hedge.getByText(`65/35 becomes ${split(shareAfterHedge)}. No coin is sold.`).waitFor();
    const [short, long] = await readTable(app.page, 'Orders of the hedge');
    expect(short?.['Order']).toContain(`Sell ${hedgeContracts.BTC.toFixed()} contracts`);
    expect(long?.['Order']).toContain(`Buy ${hedgeContracts.ETH.toFixed()} contracts`);
  });
});

describe('how computed', () => {
  it('names file and line of every row that a figure rests on, as the row stands there', async () => {
    await openTab('Holdings');
    await app.page.getByRole('button', { name: 'How computed: holding of SOL' }).click();
    const drawer = app.page.getByRole('dialog', { name: 'How computed' });
    await drawer
      .getByText(dollars(value('SOL')))
      .first()
      .waitFor();
    const rows = await drawer
      .getByRole('region', { name: 'Rows it rests on' })
      .getByRole('listitem')
      .allInnerTexts();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const [, file = '', line, raw] = /^(.+), line (\d+)\s+(.+)$/u.exec(row) ?? [];
      expect(readFileSync(join(sampleFolder, file), 'utf8').split('\n')[Number(line) - 1]).toBe(raw);
    }
    await app.page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('adds the gain of a lot up from its parts', async () => {
    await openTab('Lots');
    await expectExplained(app.page.getByRole('table', { name: 'Open lots' }).getByRole('row').nth(1));
  });

  it('explains each figure of a year', async () => {
    await openTab('Gains by year');
    const years = app.page.getByRole('table', { name: 'Gains by year' });
    await expectExplained(years.getByRole('row', { name: /^2025/u }));
  });

  it('explains each figure of a holding', async () => {
    await openTab('Holdings');
    await expectExplained(
      app.page.getByRole('table', { name: 'Holdings' }).getByRole('row', { name: /^All/u }),
    );
  });

  it('explains no figure of the plan by another', async () => {
    await goTo(app.page, 'Targets & hedge');
    await app.page.getByRole('tab', { name: 'Ways back' }).click();
    await seeFirstWays(app.page);
    const ways = app.page.getByRole('table', { name: 'Ways back side by side' });
    for (const line of [/^Cost in today’s money/u, /^Tax, all years/u])
      await expectExplained(ways.getByRole('row', { name: line }));
    await openTaxYears();
    const years = app.page.getByRole('table', { name: 'Tax years' });
    const headers = await years.getByRole('columnheader').allInnerTexts();
    const column = headers.findIndex((header) => header.startsWith('2026'));
    await expectExplained(years.locator(`tbody tr > :nth-child(${column + 1})`));
  });

  /** Every button there opens a tree that begins with the figure beside it, or in it. */
  async function expectExplained(place: Locator): Promise<void> {
    const found = place.getByRole('button', { name: /how computed/iu });
    // Long tables fill in once they are laid out.
    await found.first().waitFor();
    const buttons = await found.all();
    const drawer = app.page.getByRole('dialog', { name: 'How computed' });
    for (const button of buttons) {
      const itself = await button.innerText();
      const figure = /\$[\d,.]+|[\d.]+%/u.exec(
        itself === '' ? await button.locator('xpath=ancestor::td[1]').innerText() : itself,
      );
      await button.click();
      await drawer
        .getByText(/\$[\d,.]+/u)
        .first()
        .waitFor();
      const first = await drawer
        .getByText(/^[−+<>]*(?:\$[\d,.]+|[\d.]+%)$/u)
        .first()
        .innerText();
      expect(oneDecimal(first.replace(/^[−+]/u, ''))).toBe(figure?.[0]);
      await app.page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
    }
  }

  /** A rate stands in the table with at most one decimal, in its tree with at most four. */
  function oneDecimal(figure: string): string {
    return figure.endsWith('%') ? `${Number(Number.parseFloat(figure).toFixed(1))}%` : figure;
  }
});

it('keeps the look that was chosen', async () => {
  await chooseLook(app.page, 'Dark');
  await app.page.reload();
  await seeScreen(app.page, 'Year-end plan');
  expect(await app.page.evaluate(() => document.documentElement.dataset['mantineColorScheme'])).toBe('dark');
  await chooseLook(app.page, 'Light');
});
