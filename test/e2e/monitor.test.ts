/** From open futures that nobody watches to a hedge with a record, a row, limits of its own and a stress test. */
import { beforeAll, describe, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { readTable, rowOf } from './read-table.ts';
import { goTo, openSample, settle } from './steps.ts';

const app = appUnderTest({ inOrder: true });
beforeAll(() => openSample(app.page));

const drawer = () => app.page.getByRole('dialog', { name: /^BTC hedge with/u });

async function closeLayer(): Promise<void> {
  await app.page.keyboard.press('Escape');
  await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await settle(app.page);
}

describe('open futures of the files', () => {
  it('stand on the monitor, with the three risks above them', async () => {
    await goTo(app.page, 'Hedge monitor');
    const risks = app.page.getByRole('region', { name: 'What these hedges can cost you' });
    expect(await risks.getByRole('listitem').count()).toBe(3);
    const rows = await readTable(app.page, 'Hedges by urgency');
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row['Hedge']).toContain('belongs to no hedge');
  });

  it('become a hedge with an exit, on record today', async () => {
    await app.page.getByRole('button', { name: 'Make 2 positions a hedge' }).click();
    const dialog = app.page.getByRole('dialog', { name: 'Make open futures a hedge' });
    await dialog.getByLabel('Exit date').fill('2026-01-15');
    await dialog.getByText('Choose a day after today').waitFor();
    await dialog.getByLabel('Exit date').fill('2027-01-15');
    await dialog.getByLabel('Why you hold them').fill('To keep the mix without a sale');
    await dialog.getByRole('button', { name: 'Make 2 positions a hedge' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await app.page.getByText('belongs to no hedge').first().waitFor({ state: 'hidden' });
    await settle(app.page);
    const rows = await readTable(app.page, 'Hedges by urgency');
    const btc = rows.find((row) => row['Hedge']?.includes('BTCUSDT_261225')) ?? {};
    expect(btc['Hedge']).toContain('Short 0.06 BTC');
    expect(btc['Hedge']).toContain('open');
    expect(btc['Ratio, left over']).toMatch(/\d%/u);
  });
});

describe('one hedge', () => {
  it('tells its life, from the rows of the files to the planned exit', async () => {
    await app.page.getByRole('button', { name: /^Short 0\.06/u }).click();
    await drawer().getByRole('tab', { name: 'Life and fills' }).click();
    await settle(app.page);
    const life = drawer().getByRole('listitem');
    await life
      .filter({ hasText: 'Opened' })
      .getByText(/\.csv, line \d+/u)
      .first()
      .waitFor();
    await life.filter({ hasText: 'Put on record' }).first().waitFor();
    await life.filter({ hasText: 'Planned exit' }).getByText('15 Jan 2027').waitFor();
  });

  it('names the lots it hedges and where that is recorded', async () => {
    await drawer().getByRole('tab', { name: 'Lots it hedges' }).click();
    expect((await readTable(app.page, 'Lots it hedges')).length).toBeGreaterThan(0);
    await drawer()
      .getByText(/^Record \d+/u)
      .first()
      .waitFor();
  });

  it('explains its figures', async () => {
    await drawer().getByRole('tab', { name: 'Now' }).click();
    await settle(app.page);
    await drawer().getByRole('button', { name: 'How computed: Hedge ratio now' }).click();
    const explained = app.page.getByRole('dialog', { name: 'How computed' });
    await explained.getByRole('heading', { level: 3 }).first().waitFor();
    await app.page.keyboard.press('Escape');
    await explained.waitFor({ state: 'hidden' });
    await drawer().waitFor();
  });

  it('takes limits of its own, refuses nonsense, and goes back to those for all', async () => {
    await drawer().getByRole('tab', { name: 'Warnings and margin' }).click();
    const field = drawer().getByLabel('Ratio may be off the plan by');
    await field.fill('x');
    await drawer().getByText('This is not a number').waitFor();
    await field.fill('1');
    await drawer().getByRole('button', { name: 'Save when to warn' }).click();
    await drawer().getByText('Set for this hedge alone.').waitFor();
    await drawer().getByRole('button', { name: 'Back to those for all hedges' }).click();
    await drawer().getByText('As for all hedges, until you set others here.').waitFor();
    await closeLayer();
  });
});

describe('what could happen', () => {
  it('every scenario has an outcome, the worst first', async () => {
    await app.page.getByRole('tab', { name: 'Stress test' }).click();
    await settle(app.page);
    const rows = await readTable(app.page, 'Scenarios, the worst first');
    expect(rows.length).toBeGreaterThan(10);
    expect(rows[0]?.['Outcome']).toBe('Danger');
    for (const row of rows) expect(row['Outcome']).toMatch(/^(?:Danger|Watch|Fine|Not known)$/u);
  });

  it('one’s own is tried as one types, kept, and removed again', async () => {
    await app.page.getByRole('button', { name: 'Add a scenario of your own' }).click();
    const form = app.page.getByRole('dialog', { name: 'A scenario of your own' });
    await form.getByLabel('Name').fill('Half of everything');
    await form.getByLabel('All coins move by').fill('-50');
    await form.getByRole('region', { name: 'Its outcome' }).getByText('Wealth changes by').waitFor();
    await form.getByRole('button', { name: 'Keep this scenario' }).click();
    await form.waitFor({ state: 'hidden' });
    await app.page.getByRole('button', { name: 'Half of everything' }).waitFor();
    await settle(app.page);
    const own = rowOf(
      (await readTable(app.page, 'Scenarios, the worst first')).map(({ Scenario = '', ...rest }) => ({
        Scenario,
        ...rest,
      })),
      'Half of everything',
    );
    expect(own['Scenario']).toContain('yours');
    await app.page.getByRole('button', { name: 'Half of everything' }).click();
    await app.page.getByRole('button', { name: 'Remove this scenario of yours' }).click();
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await app.page.getByRole('button', { name: 'Half of everything' }).waitFor({ state: 'detached' });
  });

  it('a price that moves shows what stands on the account, as lines and as a table', async () => {
    await app.page.getByRole('tab', { name: 'Prices up and down' }).click();
    await settle(app.page);
    await app.page.locator('label', { hasText: /^BTC$/u }).click();
    await settle(app.page);
    await app.page
      .getByRole('button', { name: /^Show as table: .* by price$/u })
      .first()
      .click();
    const rows = await readTable(app.page, 'Binance Futures in USDT by price');
    expect(rows.map((row) => row['BTC moves'])).toContain('−50%');
    expect(rows.map((row) => row['BTC moves'])).toContain('+100%');
  });
});

it('the six steps stand on the Overview, ticked by the ledger', async () => {
  await goTo(app.page, 'Overview');
  const steps = app.page.getByRole('list', { name: 'Six steps of a hedge' }).getByRole('listitem');
  expect(await steps.count()).toBe(6);
  expect(await steps.first().innerText()).toContain('Done');
});
