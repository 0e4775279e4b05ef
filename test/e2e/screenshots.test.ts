/**
 * Pictures of every screen for docs/screenshots, of the sample ledger, light and dark:
 * `HEDGEROW_SCREENSHOTS=1 npx vitest run --project=e2e test/e2e/screenshots.test.ts`. Look at each before it is kept.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { root } from '../built.ts';
import { appUnderTest } from './app.ts';
import { exchangeExports } from './folders.ts';
import { smallPng } from './small-png.ts';
import {
  chooseFiles,
  fillPlace,
  goTo,
  keepKey,
  lock,
  openSample,
  settle,
  typeGroupsBack,
  unlock,
} from './steps.ts';

const folder = join(root, 'docs', 'screenshots');
const badRows =
  'Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n2024-03-01 10:00:00,BTCUSDT,BUY,60000,0.1BTC,6000USDT,0.0001BTC\n' +
  '2024-03-02 10:00:00,BTCUSDT,BUY,-60000,0.1BTC,6000USDT,0.0001BTC\n2024-03-03 10:00:00,BTCUSDT,BU\n';

/** Fills, and a statement that states one fee otherwise, knows a row that nobody knows, and has a deposit from nowhere. */
const disagreeing = [
  {
    name: 'binance-trades.csv',
    bytes: [
      'Date(UTC),Pair,Side,Price,Executed,Amount,Fee',
      '2024-01-10 10:00:00,BTCUSDT,BUY,40000,0.1BTC,4000USDT,4USDT',
      '2024-02-10 10:00:00,BTCUSDT,BUY,45000,0.1BTC,4500USDT,4.5USDT',
      '2024-05-10 10:00:00,ETHUSDT,BUY,3000,1ETH,3000USDT,3USDT',
      '2024-09-10 10:00:00,ETHBTC,SELL,0.05,1ETH,0.05BTC,0.00005BTC',
      '',
    ].join('\n'),
  },
  {
    name: 'binance-statement.csv',
    bytes: [
      'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark',
      '1,2024-01-09 09:00:00,Spot,Deposit,USDT,10000,',
      '1,2024-01-10 10:00:00,Spot,Transaction Buy,BTC,0.1,',
      '1,2024-01-10 10:00:00,Spot,Transaction Spend,USDT,-4000,',
      '1,2024-01-10 10:00:00,Spot,Transaction Fee,USDT,-5,',
      '1,2024-02-20 10:00:00,Spot,Garden Bounty,PEPE,1500000,',
      '1,2024-03-02 10:00:00,Spot,Deposit,BTC,0.25,',
      '',
    ].join('\n'),
  },
];

describe.runIf(process.env['HEDGEROW_SCREENSHOTS'] === '1')('screenshots', () => {
  const app = appUnderTest({ now: '2026-11-21T04:00:00Z' });

  /** The page as it stands, in both looks. */
  async function picture(name: string, width = 1280): Promise<void> {
    mkdirSync(folder, { recursive: true });
    // What was said of the step before is gone.
    await app.page.waitForFunction(() => document.querySelector('.mantine-Notification-root') === null);
    await app.page.setViewportSize({ width, height: width === 1280 ? 900 : 1200 });
    for (const look of ['light', 'dark'] as const) {
      await app.page.emulateMedia({ colorScheme: look, reducedMotion: 'reduce' });
      await settle(app.page);
      // Nothing hovers and no caret blinks in a picture.
      await app.page.mouse.move(0, 0);
      await app.page.waitForFunction(() =>
        document.getAnimations().every(({ playState }) => playState !== 'running'),
      );
      const place = join(folder, `${name}-${look}${width === 1280 ? '' : `-${width}`}.png`);
      writeFileSync(place, smallPng(await app.page.screenshot({ caret: 'hide', animations: 'disabled' })));
    }
  }

  /** Brings a part of a long screen to the top of the window. */
  async function toTop(heading: string): Promise<void> {
    await app.page.getByRole('heading', { name: heading, level: 2 }).evaluate((element) => {
      const { top } = element.getBoundingClientRect();
      window.scrollBy(0, top - 90);
    });
  }

  it('a ledger of one’s own, from the door to an import', async () => {
    await app.page.getByRole('button', { name: 'Create a ledger' }).waitFor();
    await picture('door');
    await app.page.getByRole('button', { name: 'Create a ledger' }).click();
    await fillPlace(app.page, { name: 'My coins', passphrase: 'four plain words outside' });
    await app.page.getByRole('button', { name: 'I have kept it' }).waitFor();
    await picture('recovery-key');
    await typeGroupsBack(app.page, await keepKey(app.page));
    await app.page.getByRole('button', { name: 'Later' }).waitFor();
    await picture('tax-details');
    await app.page.getByRole('button', { name: 'Later' }).click();
    await goTo(app.page, 'Import');
    await picture('import');
    await chooseFiles(app.page, exchangeExports);
    await picture('import-preview');
    await app.page.getByRole('button', { name: 'Continue' }).click();
    await picture('import-confirm');
    await app.page.getByRole('button', { name: 'Cancel the import' }).click();
    await chooseFiles(app.page, [{ name: 'binance-2024.csv', bytes: badRows }]);
    await app.page.getByRole('button', { name: 'Continue' }).click();
    await picture('import-problems');
    await lock(app.page);
    await picture('unlock');
  });

  it('what the Import screen says of files that disagree', async () => {
    await unlock(app.page, 'four plain words outside');
    await goTo(app.page, 'Import');
    await chooseFiles(app.page, disagreeing);
    for (const _ of ['detect', 'check']) await app.page.getByRole('button', { name: 'Continue' }).click();
    await app.page.getByRole('button', { name: /^Import \d+ rows$/u }).click();
    await app.page.getByRole('heading', { name: /in your ledger$/u }).waitFor();
    await picture('import-done');
    for (const [tab, name] of [
      ['Coverage', 'import-coverage'],
      ['Review', 'import-review'],
      ['Differences', 'import-differences'],
      ['Transfers', 'import-transfers'],
      ['Balances', 'import-balances'],
      ['Prices missing', 'import-prices'],
      ['Tickers', 'import-tickers'],
    ] as const) {
      await app.page.getByRole('tab', { name: tab, exact: true }).click();
      await picture(name);
    }
    await app.page.getByRole('tab', { name: 'Coverage', exact: true }).click();
    await picture('import-coverage', 1920);
    await lock(app.page);
  });

  // More than a hundred pictures take longer than a test.
  it('the sample on every screen', { timeout: 600_000 }, async () => {
    await openSample(app.page);
    const passphrase = app.page.getByRole('alert').filter({ hasText: 'The sample ledger is open' });
    await passphrase.getByRole('button').click();
    await picture('overview');
    await picture('overview', 1920);
    await app.page.keyboard.press('Control+k');
    await picture('palette');
    await app.page.keyboard.press('Escape');
    await goTo(app.page, 'Holdings & lots');
    await picture('holdings');
    await app.page.getByRole('button', { name: 'How computed: holding of SOL' }).click();
    await picture('how-computed');
    await app.page.keyboard.press('Escape');
    for (const [tab, name] of [
      ['Lots', 'lots'],
      ['Turning long-term', 'countdown'],
      ['Gains by year', 'gains'],
      ['Methods', 'methods'],
      ['Transactions', 'transactions'],
    ] as const) {
      await app.page.getByRole('tab', { name: tab, exact: true }).click();
      await picture(name);
    }
    await app.page.getByRole('tab', { name: 'Methods', exact: true }).click();
    await app.page.getByRole('button', { name: 'Use it from now on' }).first().click();
    await picture('order');
    await app.page.getByRole('button', { name: 'Record this order' }).click();
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await app.page.getByRole('tab', { name: 'Lots', exact: true }).click();
    await app.page.getByRole('button', { name: 'Choose lots for the next sale' }).click();
    await app.page.getByRole('button', { name: 'All', exact: true }).first().click();
    await picture('choose-lots');
    await app.page.getByRole('button', { name: 'Record these lots' }).click();
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await app.page.getByRole('tab', { name: 'Choices on record', exact: true }).click();
    await picture('choices');
    await goTo(app.page, 'Targets & hedge');
    await picture('targets');
    await toTop('The hedge');
    await picture('hedge');
    await app.page.getByRole('tab', { name: 'Targets & rules' }).click();
    await picture('policy');
    await picture('policy', 1920);
    await app.page
      .getByLabel('In sentences')
      .fill(
        'Hold 50 % BTC, 35 % ETH, 5 % "Small coins" (SOL and BNB as held) and 10 % cash. Rebalance when the moon is full, at most once a month.',
      );
    await app.page.getByText('Write instead:').first().waitFor();
    await picture('policy-problem');
    await app.page.getByRole('tab', { name: 'Ways back' }).click();
    await app.page.getByText('Up to date with what is supposed').waitFor({ timeout: 60_000 });
    await picture('alternatives');
    await picture('alternatives', 1920);
    for (const [heading, name] of [
      ['Side by side', 'alternatives-columns'],
      ['What each way costs', 'alternatives-costs'],
    ] as const) {
      await app.page.getByRole('heading', { name: heading, level: 3 }).evaluate((element) => {
        window.scrollBy(0, element.getBoundingClientRect().top - 90);
      });
      await picture(name);
    }
    await app.page.getByRole('tab', { name: 'Contracts' }).click();
    await picture('contracts');
    await app.page.getByRole('textbox', { name: 'Search' }).fill('BTCUSDT_YYMMDD');
    await app.page.getByText('binance-um:BTCUSDT_YYMMDD', { exact: true }).click();
    await picture('contract');
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await app.page.getByRole('tab', { name: 'Liquidity & sentiment' }).click();
    await picture('market');
    await app.page.getByRole('combobox', { name: 'Contract' }).fill('ETHUSDT perpetual');
    await app.page.getByRole('option', { name: /Binance ETHUSDT perpetual/u }).click();
    await toTop('What an order would cost');
    await picture('order-cost');
    await goTo(app.page, 'Hedge monitor');
    await app.page.getByRole('button', { name: /^Make \d+ positions a hedge$/u }).click();
    await picture('adopt');
    await app.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Make \d+ positions a hedge$/u })
      .click();
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await picture('monitor');
    await picture('monitor', 1920);
    await app.page
      .getByRole('button', { name: /^Short/u })
      .first()
      .click();
    await picture('leg');
    await app.page.getByRole('tab', { name: 'Life and fills' }).click();
    await picture('leg-life');
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await app.page.getByRole('tab', { name: 'Prices up and down' }).click();
    await app.page.locator('label', { hasText: /^BTC$/u }).click();
    await picture('price-moves', 1920);
    await app.page.getByRole('tab', { name: 'Stress test' }).click();
    await toTop('Stress test');
    await picture('stress');
    await goTo(app.page, 'Year-end plan');
    await picture('exit-form');
    await app.page.getByRole('button', { name: 'Find the plan' }).click();
    await app.page.getByRole('heading', { name: 'The plan', exact: true }).waitFor({ timeout: 60_000 });
    await picture('exit');
    await picture('exit', 1920);
    for (const [part, name] of [
      ['Tax by year', 'exit-tax'],
      ['What it costs', 'exit-costs'],
      ['Exposure and days', 'exit-exposure'],
    ] as const) {
      await app.page.getByText(part, { exact: true }).click();
      await app.page
        .getByRole('radiogroup', { name: 'Part of the plan' })
        .evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().top - 90));
      await picture(name);
    }
    await app.page.getByText('If things change', { exact: true }).click();
    await app.page.getByRole('button', { name: 'Try other prices' }).click();
    await app.page
      .getByRole('table', { name: 'Regret under each path of prices' })
      .waitFor({ timeout: 120_000 });
    await app.page.getByRole('button', { name: 'Change one at a time' }).click();
    await app.page
      .getByRole('button', { name: /^Show as table/u })
      .first()
      .waitFor({ timeout: 120_000 });
    await toTop('If prices come otherwise');
    await picture('exit-paths');
    await toTop('If one assumption comes otherwise');
    await picture('exit-sensitivity');
    await app.page.getByText('Losses and gains to take', { exact: true }).first().click();
    await app.page.getByRole('button', { name: 'Look for them' }).click();
    await app.page.getByRole('progressbar').waitFor({ state: 'hidden', timeout: 120_000 });
    await toTop('Losses and gains to take');
    await picture('exit-harvest');
    await app.page.getByRole('button', { name: 'Save as plan' }).click();
    await app.page.getByRole('button', { name: 'Save', exact: true }).click();
    await app.page.getByRole('table', { name: 'Orders, in this order' }).waitFor();
    await picture('sheet');
    await picture('sheet', 1920);
    await app.page.getByRole('group', { name: 'Day' }).getByRole('button').last().click();
    await app.page.getByRole('button', { name: 'Record these lots now' }).waitFor();
    await picture('sheet-lots');
    await app.page.getByText('Plan and actual', { exact: true }).click();
    await app.page.getByRole('table', { name: 'All steps' }).waitFor();
    await picture('sheet-actual');
    await app.page.getByRole('tab', { name: 'Calendar', exact: true }).click();
    await app.page.getByRole('button', { name: 'Month after' }).click();
    await picture('calendar-month');
    await picture('calendar-month', 1920);
    for (const view of ['Year', 'Agenda', 'Table'] as const) {
      await app.page.getByText(view, { exact: true }).click();
      await picture(`calendar-${view.toLowerCase()}`);
    }
    await app.page.getByRole('table', { name: 'All dates' }).getByRole('row').nth(1).click();
    await picture('calendar-entry');
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await app.page.getByRole('tab', { name: 'Scenarios', exact: true }).click();
    await app.page.getByRole('button', { name: 'New scenario' }).click();
    const scenario = app.page.getByRole('dialog', { name: 'New scenario' });
    await scenario.getByLabel('Name').fill('BTC doubles');
    await scenario.getByLabel('BTC price by then').fill('100');
    await picture('scenarios-new');
    await scenario.getByRole('button', { name: 'Keep the scenario' }).click();
    await app.page.getByRole('checkbox', { name: /^BTC doubles/u }).check();
    await app.page.getByRole('button', { name: 'Compare 2' }).click();
    await app.page.getByRole('table', { name: 'Scenarios side by side' }).waitFor({ timeout: 120_000 });
    await picture('scenarios');
    await picture('scenarios', 1920);
    await app.page.getByRole('tab', { name: 'Tax years', exact: true }).click();
    await picture('tax-years');
    await picture('tax-years', 1920);
    await toTop('2026 in detail');
    await picture('tax-year');
    await app.page.getByRole('tab', { name: 'What if', exact: true }).click();
    await app.page.getByLabel('Wages and other income').fill('60000');
    await app.page.getByText('Up to date').waitFor();
    await picture('tax-what-if');
    await app.page.keyboard.press('g');
    await app.page.keyboard.press('c');
    await app.page.getByRole('heading', { name: 'Tax choices', level: 1 }).waitFor();
    await app.page.getByText('being worked out').first().waitFor({ state: 'hidden' });
    await picture('tax-choices');
    await app.page.getByRole('button', { name: /^Funding and fees/u }).click();
    await app.page.getByText('In force:').waitFor();
    await toTop('Futures and funding');
    await picture('tax-choice');
    await goTo(app.page, 'Reports & data');
    await picture('reports');
    await picture('reports', 1920);
    await app.page.getByRole('button', { name: /^Look at Form 8949/u }).click();
    await app.page.getByRole('dialog').getByText('As of').first().waitFor();
    await picture('form-8949');
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await app.page.getByRole('button', { name: 'Export package' }).click();
    await picture('export');
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await goTo(app.page, 'Targets & hedge');
    await app.page.getByRole('heading', { name: 'What this hedge does to your tax' }).evaluate((element) => {
      window.scrollBy(0, element.getBoundingClientRect().top - 90);
    });
    await picture('hedge-tax');
  });
});
