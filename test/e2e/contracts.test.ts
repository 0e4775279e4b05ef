/** The catalogue and the market data on Targets & hedge: found, corrected, confirmed, taken back; typed, pasted, worked out. */
import { beforeAll, describe, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { readTable } from './read-table.ts';
import { goTo, openSample, settle } from './steps.ts';

const app = appUnderTest({ inOrder: true });
beforeAll(() => openSample(app.page));

const drawer = () => app.page.getByRole('dialog').first();

async function closeDrawer(): Promise<void> {
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await settle(app.page);
}

describe('contracts', () => {
  it('are found by other names of their coin', async () => {
    await goTo(app.page, 'Targets & hedge');
    await app.page.getByRole('tab', { name: 'Contracts' }).click();
    await app.page.getByRole('textbox', { name: 'Search' }).fill('xbt micro');
    await app.page
      .getByRole('status')
      .filter({ hasText: /^1 of \d+ contracts/u })
      .waitFor();
    const [row] = await readTable(app.page, 'Contracts');
    expect(row?.['Contract']).toContain('cme:MBT');
    expect(row?.['One unit is']).toBe('0.1 BTC');
  });

  it('a typed value is said back in words before it is kept, and refused in words', async () => {
    await app.page.getByText('cme:MBT', { exact: true }).click();
    await drawer().getByRole('button', { name: 'Correct the taker fee' }).click();
    const form = app.page.getByRole('dialog', { name: 'Correct the taker fee' });
    await form.getByLabel('What it is').fill('0.05');
    await form
      .getByText(/%|per cent/u)
      .first()
      .waitFor();
    expect(await form.getByRole('button', { name: 'Keep it' }).isDisabled()).toBe(true);
    await form.getByLabel('What it is').fill('0.05%');
    await form.getByLabel('How you know').fill('My broker’s page, read today');
    await form.getByText(/^Read as: /u).waitFor();
    await form.getByRole('button', { name: 'Keep it' }).click();
    await form.waitFor({ state: 'hidden' });
    await app.page.getByText('My broker’s page, read today').first().waitFor();
    const terms = await readTable(app.page, 'Terms');
    const fee = terms.find((row) => row['Field'] === 'taker fee');
    expect(fee?.['Value']).toContain('0.05');
    expect(fee?.['Value']).toContain('My broker’s page, read today');
    expect(fee?.['How sure']).toContain('yours');
  });

  it('a correction is taken back, and what was shipped counts again', async () => {
    await drawer().getByRole('button', { name: 'Correct the taker fee' }).click();
    const form = app.page.getByRole('dialog', { name: 'Correct the taker fee' });
    await form.getByRole('button', { name: 'Take my correction back' }).click();
    await form.waitFor({ state: 'hidden' });
    await app.page.getByText('My broker’s page, read today').first().waitFor({ state: 'hidden' });
    const terms = await readTable(app.page, 'Terms');
    expect(terms.find((row) => row['Field'] === 'taker fee')?.['Value']).toBe('not known');
  });

  it('a line of a statement tells a size that is ten times off', async () => {
    await drawer().getByLabel('Quantity, as shown there').fill('12');
    await drawer().getByLabel('Mark price').fill('100000');
    await drawer().getByLabel('Value of the position').fill('120000');
    await drawer().getByRole('status').filter({ hasText: /fits/iu }).waitFor();
    await drawer().getByLabel('Value of the position').fill('1200000');
    await drawer().getByRole('status').filter({ hasText: 'would fit if the quantity counted BTC' }).waitFor();
    await closeDrawer();
  });

  it('one of one’s own is added, and removed', async () => {
    await app.page.getByRole('button', { name: 'Add a contract' }).click();
    const form = app.page.getByRole('dialog', { name: 'Add a contract' });
    await form.getByRole('button', { name: 'Add this contract' }).click();
    expect(await form.getByText('This is needed').count()).toBeGreaterThan(3);
    await form.getByLabel('Venue').fill('My broker');
    await form.getByLabel('Symbol').fill('TINY');
    await form.getByLabel('Coin').fill('BTC');
    await form.getByLabel('Ends on').fill('2027-06-25');
    await form.getByLabel('One unit is worth').fill('0.001');
    await form.getByLabel('How you know').fill('Its contract page');
    await form.getByRole('button', { name: 'Add this contract' }).click();
    await form.waitFor({ state: 'hidden' });
    await drawer().getByText('own:TINY').first().waitFor();
    await drawer().getByRole('button', { name: 'Remove this contract' }).click();
    await drawer().getByRole('button', { name: 'Yes, remove it' }).click();
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
});

describe('liquidity and sentiment', () => {
  it('each figure stands with its own history and its date', async () => {
    await app.page.getByRole('tab', { name: 'Liquidity & sentiment' }).click();
    const rows = await readTable(app.page, 'Readings');
    const mood = rows.find((row) => row['Figure']?.startsWith('Fear'));
    expect(mood?.['Own history']).toMatch(/higher than \d+%/u);
    expect(rows.every((row) => row['As of'] !== '')).toBe(true);
  });

  it('an order has a cost, or says what is missing', async () => {
    await app.page.getByRole('combobox', { name: 'Contract' }).fill('ETHUSDT perpetual');
    await app.page.getByRole('option', { name: /Binance ETHUSDT perpetual/u }).click();
    await app.page.getByLabel('Worth of the order').fill('50000');
    // Until the new figures are there, those of the size before stand.
    await app.page.getByRole('row').filter({ hasText: 'yours' }).filter({ hasText: '$50,' }).waitFor();
    const rows = await readTable(app.page, 'Cost by size of the order');
    const own = rows.find((row) => row['Order']?.includes('yours'));
    expect(own?.['Order']).toContain('$50,0');
    expect(own?.['Cost']).toMatch(/%/u);
  });

  it('a typed rate without its unit is not taken; with it, it comes back in words', async () => {
    await app.page.getByRole('button', { name: 'Type a figure' }).click();
    const form = app.page.getByRole('dialog', { name: 'Type a market figure' });
    await form.getByLabel('Of what').fill('binance-um:SOLUSDT');
    await form.getByLabel('Funding rate').fill('0.01');
    await form.getByRole('button', { name: 'Keep these figures' }).click();
    await form.getByText('Say what the number is').waitFor();
    await form.getByLabel('which is in').click();
    await app.page.getByRole('option', { name: /per cent/u }).click();
    await form.getByRole('button', { name: 'Keep these figures' }).click();
    await form
      .getByRole('status')
      .filter({ hasText: /10\.95/u })
      .waitFor();
    await form.getByRole('button', { name: 'Done' }).click();
    await form.waitFor({ state: 'hidden' });
  });
});
