/** The ways back to the targets side by side, on the sample: the answer, its figures, and where each way leads. */
import { describe, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { readTable, rowOf } from './read-table.ts';
import { goTo, openSample, seeScreen } from './steps.ts';

const app = appUnderTest({ inOrder: true });
const upToDate = async (): Promise<void> =>
  await app.page.getByText('Up to date with what is supposed').waitFor({ timeout: 60_000 });

describe('ways back', () => {
  it('answers in a sentence, with three risks, and every way beside the others', async () => {
    await openSample(app.page);
    await goTo(app.page, 'Targets & hedge');
    await app.page.getByRole('tab', { name: 'Ways back' }).click();
    await upToDate();
    const ways = app.page.getByRole('region', { name: 'Ways back to your targets' });
    for (const risk of ['Margin', 'Futures price', 'Work and slips'])
      await ways.getByText(risk, { exact: true }).first().waitFor();
    const rows = await readTable(app.page, 'Ways back side by side');
    const cost = rowOf(rows, 'Cost in today’s money');
    for (const way of ['Do nothing', 'Sell now', 'Hedge, leave later', 'Mixed', 'New money'])
      expect(
        Object.keys(cost).some((header) => header.includes(way)),
        way,
      ).toBe(true);
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
    await upToDate();
  });

  it('leads from selling to the exit plan, and from doing nothing to the record of a decision', async () => {
    await app.page.getByRole('button', { name: 'Plan the exit: Sell now' }).click();
    await seeScreen(app.page, 'Year-end plan');
    await goTo(app.page, 'Targets & hedge');
    await app.page.getByRole('tab', { name: 'Ways back' }).click();
    await upToDate();
    await app.page.getByRole('button', { name: 'Record it: Do nothing' }).click();
    const dialog = app.page.getByRole('dialog', { name: 'What did you decide?' });
    expect(await dialog.getByRole('radio', { name: 'Let it be, this time' }).isChecked()).toBe(true);
  });
});
