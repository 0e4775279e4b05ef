/** The policy on Targets & hedge: typed as sentences, typed as fields, saved, and a rule that fired decided. */
import { describe, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { readTable, rowOf } from './read-table.ts';
import { goTo, openSample, settle } from './steps.ts';

const app = appUnderTest({ inOrder: true });
const sentences = (): ReturnType<typeof app.page.getByLabel> => app.page.getByLabel('In sentences');

describe('the policy', () => {
  it('stands there as sentences and as fields', async () => {
    await openSample(app.page);
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
