/**
 * From the drift to a decision, on the sample: what the Overview says is really held and needs somebody, the ways back to
 * the targets side by side, and the policy itself, typed as sentences, typed as fields, saved and followed.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { readTable, rowOf } from './read-table.ts';
import { goTo, openSample, seeScreen, seeWays, settle } from './steps.ts';

const app = appUnderTest({ inOrder: true });
const sentences = (): ReturnType<typeof app.page.getByLabel> => app.page.getByLabel('In sentences');
beforeAll(() => openSample(app.page));

describe('overview', () => {
  it('leads from a rule that fired to the ways back, and to the decision', async () => {
    const needs = app.page.getByRole('region', { name: 'Needs you' });
    await needs.getByRole('button', { name: 'See the ways back' }).click();
    await seeScreen(app.page, 'Targets & hedge');
    await app.page.getByRole('heading', { name: 'Ways back to your targets' }).waitFor();
    await goTo(app.page, 'Overview');
    await needs.getByRole('button', { name: 'Decide' }).click();
    await app.page.getByRole('dialog', { name: 'What did you decide?' }).waitFor();
    await app.page.keyboard.press('Escape');
  });

  it('shows the next dates, and leads to the calendar', async () => {
    await goTo(app.page, 'Overview');
    const dates = app.page.getByRole('region', { name: 'Next dates' });
    await dates.getByText('Year end').first().waitFor();
    await dates.getByRole('button', { name: 'Whole calendar' }).click();
    await seeScreen(app.page, 'Year-end plan');
  });
});

describe('ways back', () => {
  it('answers in a sentence, with three risks, and every way beside the others', async () => {
    await goTo(app.page, 'Targets & hedge');
    await app.page.getByRole('tab', { name: 'Ways back' }).click();
    await seeWays(app.page);
    const ways = app.page.getByRole('region', { name: 'Ways back to your targets' });
    for (const risk of ['Margin', 'Futures price', 'Work and slips'])
      await ways.getByText(risk, { exact: true }).first().waitFor();
    const rows = await readTable(app.page, 'Ways back side by side');
    const cost = rowOf(rows, 'Cost in today’s money');
    for (const way of ['Do nothing', 'Sell now', 'Hedge, leave later', 'Mixed', 'New money'])
      expect(Object.keys(cost)).toContainEqual(expect.stringContaining(way));
  });

  it('has a table behind the chart of costs that says the same', async () => {
    const side = rowOf(await readTable(app.page, 'Ways back side by side'), 'Tax, all years');
    await app.page.getByRole('button', { name: 'Show as table: cost of each way' }).click();
    const selling = rowOf(await readTable(app.page, 'Cost of each way'), 'Sell now');
    const [, shown = ''] = Object.entries(side).find(([header]) => header.includes('Sell now')) ?? [];
    expect(shown.startsWith(selling['Tax'] ?? 'nothing')).toBe(true);
  });

  it('hides every amount, in sentences and in tables', async () => {
    const ways = app.page.getByRole('region', { name: 'Ways back to your targets' });
    expect(await ways.innerText()).toMatch(/\$\d/u);
    await app.page.keyboard.press('Control+.');
    // The size of a contract is part of its name.
    const left = (await ways.innerText()).replaceAll(/\([\d.,]+ [A-Z]+\)/gu, '');
    expect(left.match(/.{0,40}(?:[$€]\d|\d (?:BTC|ETH|USDT?)\b).{0,20}/gu)).toBeNull();
    await app.page.keyboard.press('Control+.');
  });

  it('says at its field what cannot be, and keeps the last figures', async () => {
    await app.page.getByLabel('Leave the hedge on').fill('2020-01-01');
    await app.page.getByText('The day must lie ahead').waitFor();
    await app.page.getByText('The figures below are of the assumptions before.').waitFor();
    await app.page.getByRole('button', { name: 'Start again' }).click();
    await seeWays(app.page);
  });

  it('leads from selling to the exit plan, and from doing nothing to the record of a decision', async () => {
    await app.page.getByRole('button', { name: 'Plan the exit: Sell now' }).click();
    await seeScreen(app.page, 'Year-end plan');
    await goTo(app.page, 'Targets & hedge');
    await app.page.getByRole('tab', { name: 'Ways back' }).click();
    await seeWays(app.page);
    await app.page.getByRole('button', { name: 'Record it: Do nothing' }).click();
    const dialog = app.page.getByRole('dialog', { name: 'What did you decide?' });
    expect(await dialog.getByRole('radio', { name: 'Let it be, this time' }).isChecked()).toBe(true);
    await app.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });
});

describe('the policy', () => {
  it('stands there as sentences and as fields', async () => {
    await goTo(app.page, 'Targets & hedge');
    await app.page.getByRole('tab', { name: 'Targets & rules' }).click();
    await expect.poll(() => sentences().inputValue()).toContain('Hold 50 % BTC and 50 % ETH.');
    expect(await app.page.getByLabel('Target of BTC').inputValue()).toBe('50');
  });

  it('marks the words that it cannot read, and says what to write instead', async () => {
    await sentences().fill('Hold 50 % BTC and 50 % ETH. Rebalance when the moon is full.');
    await app.page.getByText('Write instead:').first().waitFor();
    expect(await sentences().getAttribute('aria-invalid')).toBe('true');
    expect(await app.page.getByRole('button', { name: 'Save policy' }).isDisabled()).toBe(true);
    expect(await app.page.locator('mark').first().innerText()).not.toBe('');
  });

  it('fills the fields from sentences, and the sentences from fields', async () => {
    await sentences().fill(
      'Hold 40 % BTC, 40 % ETH and 20 % cash. Rebalance when any asset is more than 10 points from its target, at most once a month.',
    );
    const btc = app.page.getByLabel('Target of BTC');
    await expect.poll(() => btc.inputValue()).toBe('40');
    expect(await app.page.getByLabel('Target of CASH').inputValue()).toBe('20');
    await btc.fill('45');
    await app.page.getByText('The targets add up to 105 %, not 100 %').waitFor();
    await app.page.getByLabel('Target of ETH').fill('35');
    await expect.poll(() => sentences().inputValue()).toContain('Hold 45 % BTC, 35 % ETH and 20 % cash.');
  });

  it('shows the drift of what is typed, cash included, adding up to all', async () => {
    await app.page.getByRole('button', { name: 'Show as table: drift of every line' }).click();
    await settle(app.page);
    const rows = await readTable(app.page, 'Drift of every line');
    expect(rowOf(rows, 'Cash')['Target']).toBe('20%');
    expect(rowOf(rows, 'All')['Share']).toBe('100%');
    expect(rowOf(rows, 'All')['Target']).toBe('100%');
  });

  it('is saved as a version, with what was changed', async () => {
    await app.page.getByRole('button', { name: 'Save policy' }).click();
    await app.page.getByText('Policy saved').waitFor();
    const versions = app.page.getByRole('region', { name: 'Versions' });
    await versions.getByText(/^Version 2,/u).waitFor();
    await expect.poll(() => sentences().inputValue()).toContain('45 % BTC');
  });

  it('takes the decision on a rule that fired, and records it', async () => {
    const log = app.page.getByRole('region', { name: 'When rules fired' });
    await log.getByRole('button', { name: /^(?:Decide|Record a decision)$/u }).click();
    const dialog = app.page.getByRole('dialog', { name: 'What did you decide?' });
    await dialog.getByRole('radio', { name: 'Let it be, this time' }).check();
    await dialog.getByLabel('Why, in your words').fill('Waiting for January');
    await dialog.getByRole('button', { name: 'Record it' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await log.getByText('Waiting for January').first().waitFor();
  });
});
