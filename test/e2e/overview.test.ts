/** The Overview on the sample: what is really held, in money, units and shares; what needs somebody; what comes next. */
import { describe, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { dollars, quantity } from './in-words.ts';
import { readTable, rowOf } from './read-table.ts';
import { effectiveValue, held, inFutures, value } from './sample-figures.ts';
import { goTo, openSample, seeScreen } from './steps.ts';

const app = appUnderTest({ inOrder: true });

describe('overview', () => {
  it('adds coins, long and short futures up to the effective exposure', async () => {
    await openSample(app.page);
    await app.page.getByRole('button', { name: 'Show as table: exposure' }).click();
    const rows = await readTable(app.page, 'Effective exposure by asset');
    for (const asset of ['BTC', 'ETH'] as const) {
      const row = rowOf(rows, asset);
      expect(row['Coins']).toContain(dollars(value(asset)));
      expect(row['Coins']).toContain(`${quantity(held(asset))} ${asset}`);
      expect(row['Futures']).toContain(inFutures(asset).isNegative() ? 'short −' : 'long +');
      expect(row['Effective']).toContain(dollars(effectiveValue(asset)));
      expect(row['Effective']).toContain(`${quantity(held(asset).plus(inFutures(asset)))} ${asset}`);
    }
    expect(rowOf(rows, 'SOL')['Futures']).toBe('none');
  });

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
