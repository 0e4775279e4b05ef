/** The Year-end plan on the sample: an exit plan is found, saved, carried to the calendar and the sheet, and compared. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { readTable } from './read-table.ts';
import { goTo, openSample } from './steps.ts';

describe('the exit plan', () => {
  const app = appUnderTest({ inOrder: true });
  beforeAll(() => openSample(app.page));

  const tab = async (name: string): Promise<void> => {
    await app.page.getByRole('tab', { name, exact: true }).click();
  };
  const part = async (name: string): Promise<void> => {
    await app.page.getByText(name, { exact: true }).first().click();
  };

  /** Quantities of coins and contracts in any element of the page, seen or not; prices of one unit may stay. */
  async function amountsLeft(): Promise<readonly string[]> {
    const texts = await app.page.evaluate(() =>
      [...document.querySelectorAll('main *')].flatMap((element) => [
        element.getAttribute('aria-label') ?? '',
        element.getAttribute('title') ?? '',
        [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join(''),
      ]),
    );
    return texts.filter((text) =>
      // The size of a contract is part of its name.
      /(?<!\b[A-Z][a-z]{2} )\b\d[\d,.]* (?:BTC|ETH|USDT?|contracts?)\b/u.test(
        text.replaceAll(/\([\d.]+ [A-Z]+\)/gu, ''),
      ),
    );
  }

  // A search takes its time on a machine that does other things besides.
  const patience = { timeout: 90_000 };

  it('is found, and says in a sentence what to do and what it saves', patience, async () => {
    await goTo(app.page, 'Year-end plan');
    await app.page.getByLabel('Search for at most').fill('2');
    await app.page.getByRole('button', { name: 'Find the plan' }).click();
    const plan = app.page.getByRole('region', { name: 'The plan', exact: true });
    const said = await plan.getByRole('status').innerText({ timeout: 60_000 });
    expect(said).toMatch(/^Sell .* BTC/u);
    // Two seconds may not be enough to be better than the best of them.
    expect(said).toMatch(
      /It saves \$[\d,.]+ against the best simple rule|cheaper than the best simple rule/u,
    );
    await plan.getByText(/^(?:Proven best|Best found)$/u).waitFor();
  });

  it('costs what its parts add up to, and less than each simple rule', async () => {
    await part('What it costs');
    await app.page.getByRole('button', { name: 'Show as table: parts of the cost' }).click();
    const parts = await readTable(app.page, 'Parts of the cost');
    const today = parts.map((row) => inCents(row['In today’s money'] ?? ''));
    const cost = today.at(-1) ?? Number.NaN;
    const together = today.slice(0, -1).reduce((sum, cents) => sum + cents, 0);
    // Each part was rounded to the cent, their sum once.
    expect(Math.abs(cost - together)).toBeLessThanOrEqual(3);
    await app.page.getByRole('button', { name: 'Show as table: simple rules' }).click();
    const rules = await readTable(app.page, 'Simple rules');
    expect(rules).toHaveLength(5);
    for (const rule of rules) {
      if (rule['Cost today'] !== '–') expect(inCents(rule['Cost today'] ?? '')).toBeGreaterThanOrEqual(cost);
    }
    await app.page.getByRole('button', { name: /^How computed: Tax, all years/u }).click();
    await app.page
      .getByRole('dialog', { name: 'How computed' })
      .getByText(/that the plan adds/u)
      .first()
      .waitFor();
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('adds tax year by year as the tax engine has it', async () => {
    await part('Tax by year');
    await app.page.getByRole('button', { name: 'Show as table: tax by year' }).click();
    for (const row of await readTable(app.page, 'Tax with the plan and without')) {
      const added = inCents(row['Tax with'] ?? '') - inCents(row['Tax without'] ?? '');
      expect(Math.abs(inCents(row['Added'] ?? '') - added)).toBeLessThanOrEqual(1);
    }
  });

  it('stays while another screen is open, and is kept with a name', async () => {
    await goTo(app.page, 'Hedge monitor');
    await goTo(app.page, 'Year-end plan');
    await app.page.getByRole('button', { name: 'Save as plan' }).click();
    const dialog = app.page.getByRole('dialog', { name: 'Save as plan' });
    await dialog.getByLabel('Name').fill('Out by 2028');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await app.page.getByRole('region', { name: 'Out by 2028' }).waitFor();
  });

  it('has a sheet for each day, with orders that leave no bigger gap than before', async () => {
    const orders = await readTable(app.page, 'Orders, in this order');
    expect(orders.map((row) => row['No.'])).toEqual(orders.map((_, index) => String(index + 1)));
    await app.page.getByRole('region', { name: 'What it is expected to bring' }).waitFor();
    await app.page.getByRole('group', { name: 'Day' }).getByRole('button').last().click();
    await app.page.getByRole('button', { name: 'Record these lots now' }).waitFor();
    expect((await readTable(app.page, 'Steps of the day')).length).toBeGreaterThan(0);
  });

  it('hides its amounts on the sheet, for pointers, readers and copies alike', async () => {
    await app.page.keyboard.press('Control+.');
    expect(await amountsLeft()).toEqual([]);
    await part('Plan and actual');
    await app.page.getByRole('table', { name: 'All steps' }).waitFor();
    expect(await amountsLeft()).toEqual([]);
    await app.page.keyboard.press('Control+.');
  });

  it('stands in the calendar, where a step can be tried on another day without a pointer', async () => {
    await tab('Calendar');
    await app.page.getByText('Table', { exact: true }).click();
    await app.page.getByText(/^Your plan · \d+$/u).click();
    const steps = await readTable(app.page, 'All dates');
    expect(steps.length).toBeGreaterThan(0);
    const last = app.page.getByRole('table', { name: 'All dates' }).getByRole('row').last();
    await last.focus();
    await app.page.keyboard.press('Enter');
    const entry = app.page.getByRole('dialog');
    await entry.getByLabel('What if it were done on').fill('2028-12-22');
    await entry.getByRole('button', { name: 'Try it' }).click();
    const whatIf = app.page.getByRole('region', { name: 'What if these steps were done on other days?' });
    await whatIf.getByText('Cost in today’s money').waitFor();
    await whatIf
      .getByRole('button', { name: /take back$/u })
      .first()
      .click();
    await whatIf.waitFor({ state: 'hidden' });
  });

  it('shows months, years and a list, and a file without amounts', async () => {
    await app.page.getByText(/^Your plan · \d+$/u).click();
    await app.page.getByText('Month', { exact: true }).click();
    await app.page.getByRole('button', { name: /^Today, 20 Nov 2026/u }).waitFor();
    await app.page.getByRole('button', { name: 'Month after' }).click();
    await app.page.getByRole('heading', { name: 'December 2026' }).waitFor();
    await app.page.getByText('Year', { exact: true }).click();
    await app.page.getByRole('button', { name: /^31 Dec 2026, .*The tax year 2026 ends/u }).click();
    await app.page.getByRole('dialog', { name: '31 Dec 2026' }).waitFor();
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await app.page.getByText('Agenda', { exact: true }).click();
    await app.page.getByRole('button', { name: /The tax year 2026 ends/u }).waitFor();
    await app.page.getByRole('button', { name: 'Save as calendar file' }).click();
    const [download] = await Promise.all([
      app.page.waitForEvent('download'),
      app.page.getByRole('button', { name: /^Save \d+ dates$/u }).click(),
    ]);
    const file = readFileSync(await download.path(), 'utf8');
    expect(file).toContain('BEGIN:VCALENDAR');
    expect(file).toContain('BTC turns long-term');
    expect(file).not.toMatch(/\d USD\b|\$/u);
  });

  it('is compared with a scenario, which is framed as what it is', patience, async () => {
    await tab('Scenarios');
    await app.page.getByRole('button', { name: 'New scenario' }).click();
    const drawer = app.page.getByRole('dialog', { name: 'New scenario' });
    await drawer.getByLabel('Name').fill('BTC doubles');
    await drawer.getByLabel('BTC price by then').fill('100');
    await drawer.getByRole('button', { name: 'Keep the scenario' }).click();
    await app.page.getByRole('checkbox', { name: /^BTC doubles/u }).check();
    await app.page.getByRole('button', { name: 'Compare 2' }).click();
    const table = app.page.getByRole('table', { name: 'Scenarios side by side' });
    await table.getByText('Your ledger').waitFor({ timeout: 60_000 });
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      expect.stringContaining('Your ledger'),
      expect.stringContaining('What if'),
    ]);
    await table.getByRole('button', { name: 'Make it a plan' }).click();
    const dialog = app.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Create the steps' }).click();
    await app.page.getByRole('tab', { name: 'Close-out sheet', selected: true }).waitFor({ timeout: 60_000 });
  });
});

function inCents(text: string): number {
  const [, sign = '', units = '', cents = '00'] = /([−-]?)[+]?\$?([\d,]+)(?:\.(\d\d))?/u.exec(text) ?? [];
  const value = Number(`${units.replaceAll(',', '')}${cents}`);
  return sign === '' ? value : -value;
}
