/**
 * A stranger's file, from dropped to stored, within two minutes. Presses for a file whose guess is right: choose the file,
 * "Map this file", "Save and read the file", "Continue", "Import": five. The futures file below takes one more, for a word
 * that nobody could guess: six. The spot file takes three more, for two columns with odd names and for the coin that no
 * column says: eight.
 */
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { chooseFiles, createLedger, goTo, settle, type GivenFile } from './steps.ts';

/** Own rows in the words of WEEX's interface (formats.md section 4): nobody has published a file. */
const futures: GivenFile = {
  name: 'weex-bills-2026.csv',
  bytes: [
    'cTime,bizType,symbol,coin,deltaAmount,fees,afterAmount',
    '1767607200000,deposit,,USDT,5000,0,5000',
    '1767693600000,position_close_long,cmt_btcusdt,USDT,120.5,1.8,5118.7',
    '1767697200000,position_funding,cmt_btcusdt,USDT,-3.25,0,5115.45',
    '1767700800000,star_grant,,USDT,10,0,5125.45',
    '',
  ].join('\n'),
};

/** An exchange that is invented, and so are its columns: no word of them can be known. */
const spot: GivenFile = {
  name: 'Zorblatt.csv',
  bytes: [
    'Moment;Deed;Thing;Many;Each;Tithe',
    '13.01.2026 10:00:00;Buy;ADA;100,5;0,40;0,05',
    '14.01.2026 11:30:00;Sell;ADA;50;0,42;0,03',
    '15.01.2026 12:00:00;Buy;SOL;2;130;0,20',
    '',
  ].join('\n'),
};

describe('a file that nobody knows', () => {
  const app = appUnderTest({ now: '2026-11-21T04:00:00Z', inOrder: true });
  const button = (name: string | RegExp) => app.page.getByRole('button', { name });
  const preview = () => app.page.getByRole('table', { name: 'The first rows and what they become' });

  beforeAll(async () => {
    await createLedger(app.page, { name: 'Maps', passphrase: 'four plain words outside', income: '1' });
    await goTo(app.page, 'Import');
  });

  async function map(file: GivenFile): Promise<void> {
    await chooseFiles(app.page, [file]);
    await button('Map this file').click();
    await app.page.getByRole('table', { name: 'Columns of the file' }).waitFor();
  }

  async function store(): Promise<string> {
    await button('Save and read the file').click();
    await button('Continue').click();
    const last = button(/^Import [\d,]+ rows?$/u);
    const onwards = button('Continue');
    await last.or(onwards).first().waitFor();
    if (await onwards.isVisible()) await onwards.click();
    await last.click();
    const done = app.page.getByRole('heading', { name: /in your ledger$/u });
    await done.waitFor();
    return await done.innerText();
  }

  async function findings(): Promise<readonly string[]> {
    await settle(app.page);
    if (!(await app.page.evaluate(() => 'axe' in window))) await app.page.evaluate(axe.source);
    return await app.page.evaluate(async () => {
      const injected = window as unknown as { readonly axe: typeof axe };
      const { violations } = await injected.axe.run(document, {
        preload: false,
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
    });
  }

  it('of futures: one word is said, the rest is guessed', async () => {
    await map(futures);
    await app.page.getByLabel('What rows with “star_grant” are').selectOption('income/reward');
    await preview().getByText('Income of 10 USDT').waitFor();
    expect(await findings()).toEqual([]);
    await app.page.keyboard.press('Control+.');
    const hidden = await app.page.getByRole('main').innerText();
    expect(hidden).toContain('Received •••• USDT');
    expect(hidden).not.toMatch(/5000|120\.5|3\.25|5125/u);
    await app.page.keyboard.press('Control+.');
    expect(await store()).toMatch(/^4 rows/u);
  });

  it('of trades: what is missing is said beside its field, and rows appear when nothing is', async () => {
    await button(/^Import more/u).click();
    await map(spot);
    // "Buy" and "Sell" in its cells tell what Deed is. A trade has a price, and another coin.
    await app.page.getByLabel('What “Each” says').selectOption('price');
    await app.page.getByLabel('What “Tithe” says').selectOption('fee');
    await button('Save and read the file').click();
    const coin = app.page.getByRole('textbox', { name: 'What the coin is paid with' });
    expect(await coin.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await app.page.getByText('or name what it is paid with').count()).toBe(1);
    await coin.fill('USDT');
    await preview().getByText('Sold 50 ADA for 21 USDT').waitFor();
    expect(await findings()).toEqual([]);
    expect(await store()).toMatch(/^3 rows/u);
  });

  it('is kept as a mapping that is handed on, dropped, put back and taken in', async () => {
    await app.page.getByRole('tab', { name: 'Formats' }).click();
    const table = app.page.getByRole('table', { name: 'Mappings of your own' });
    await table.getByText('Zorblatt').first().waitFor();
    const saved = app.page.waitForEvent('download');
    await button('Save the mapping Zorblatt as a file').click();
    const path = await (await saved).path();
    const drop = button('Drop the mapping Zorblatt');
    await drop.click();
    await drop.waitFor({ state: 'detached' });
    await button('Put it back').click();
    await drop.click();
    await drop.waitFor({ state: 'detached' });
    const text = readFileSync(path, 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      hedgerowMapping: 1,
      name: 'Zorblatt',
      assets: { quote: 'USDT' },
    });
    const file = { name: 'map.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await app.page.getByLabel('Mapping file to take in').setInputFiles(file);
    await drop.waitFor();
    expect(await findings()).toEqual([]);
  });
});
