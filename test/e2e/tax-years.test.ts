/** Tax years on the screen: every year with its status, a what-if that moves them and changes nothing, state tax. */
import { beforeAll, describe, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { readTable, rowOf, type ReadRow } from './read-table.ts';
import { goTo, openSample, settle } from './steps.ts';

const app = appUnderTest({ inOrder: true });
beforeAll(() => openSample(app.page));

async function openTab(name: string): Promise<void> {
  await goTo(app.page, 'Year-end plan');
  await app.page.getByRole('tab', { name, exact: true }).click();
  await settle(app.page);
}

function cents(text: string): number {
  return Math.round(Number(text.replaceAll(/[$,+]/gu, '').replace('−', '-')) * 100);
}

/** The figure of a year; without what stands beneath it. */
function figure(rows: readonly ReadRow[], line: string, year: number): string {
  const cell = Object.entries(rowOf(rows, line)).find(([header]) => header.startsWith(String(year)))?.[1];
  return cell?.split(' ')[0] ?? '';
}

const taxOf = (rows: readonly ReadRow[], years: readonly number[]): readonly number[] =>
  years.map((year) => cents(figure(rows, 'All tax', year)));

const ahead = [2026, 2027, 2028, 2029, 2030, 2031] as const;
let before: readonly number[] = [];

describe('the table', () => {
  it('goes from the first year to five years ahead, and says which is over, running and ahead', async () => {
    await openTab('Tax years');
    const rows = await readTable(app.page, 'Tax years');
    const headers = Object.keys(rows[0] ?? {}).length === 0 ? [] : Object.keys(rowOf(rows, 'All tax'));
    expect(headers.filter((header) => /^20\d\d over/u.test(header))).toHaveLength(3);
    expect(headers.some((header) => header.startsWith('2026 running'))).toBe(true);
    expect(headers.some((header) => header.startsWith('2031 ahead'))).toBe(true);
    before = taxOf(rows, ahead);
    expect(before.every((tax) => tax > 0)).toBe(true);
  });

  it('shows a year in detail: parts that add up to its tax, and which losses wait', async () => {
    await app.page.getByRole('button', { name: '2026', exact: true }).click();
    const detail = app.page.getByRole('region', { name: '2026 in detail' });
    await detail.getByRole('button', { name: 'Show as table: tax of 2026' }).click();
    const parts = await detail
      .getByRole('table', { name: 'Parts of the tax of 2026' })
      .getByRole('cell')
      .allInnerTexts();
    const amounts = parts.map(cents);
    const total = amounts.at(-1) ?? 0;
    expect(amounts.slice(0, -1).reduce((sum, part) => sum + part, 0)).toBe(total);
    expect(total).toBe(before[0]);
    const waiting = app.page.getByRole('region', { name: 'Losses that wait at the end of 2026' });
    await waiting
      .getByRole('button', { name: /^Show all \d+$/u })
      .first()
      .click();
    expect(await waiting.getByText(/^sell .* BTC/u).count()).toBeGreaterThan(3);
  });
});

describe('a what-if', () => {
  it('moves the year that is changed, and no other', async () => {
    await openTab('What if');
    const frame = app.page.getByRole('region', { name: 'What would my tax years be if…' });
    await frame.getByText('Nothing here changes your ledger').waitFor();
    await frame.getByLabel('Tax year', { exact: true }).selectOption('2027');
    await frame.getByLabel('Wages and other income').fill('150000');
    await expect
      .poll(async () => taxOf(await readTable(app.page, 'Tax years, what if'), [2027])[0], {
        timeout: 10_000,
      })
      .toBeGreaterThan(before[1] ?? 0);
    const now = taxOf(await readTable(app.page, 'Tax years, what if'), ahead);
    expect(now.map((tax, index) => tax !== before[index])).toEqual([false, true, false, false, false, false]);
    const [, said = ''] = /Difference\s*\+(\$[\d,.]+)/u.exec(await frame.innerText()) ?? [];
    expect(cents(said)).toBe((now[1] ?? 0) - (before[1] ?? 0));
  });

  it('keeps the last figures while a field cannot be read, and says so', async () => {
    const income = app.page.getByLabel('Wages and other income');
    await income.fill('15o');
    await app.page.getByText('A field cannot be read yet').waitFor();
    expect(taxOf(await readTable(app.page, 'Tax years, what if'), [2027])[0]).toBeGreaterThan(before[1] ?? 0);
  });

  it('shows only what changes, and starts again', async () => {
    await app.page.getByLabel('Wages and other income').fill('150000');
    await app.page.getByText('Up to date').waitFor();
    await app.page.getByRole('switch', { name: 'Only lines that change' }).check();
    const rows = await readTable(app.page, 'Tax years, what if');
    expect(rows.some((row) => Object.values(row)[0] === 'Long-term gain')).toBe(false);
    await app.page.getByRole('button', { name: 'Start again' }).click();
    await app.page.getByText('Nothing supposed yet').waitFor();
    await app.page.getByText('No figure differs from your plan.').waitFor();
    expect(taxOf(await readTable(app.page, 'Tax years, what if'), ahead)).toEqual(before);
  });

  it('has changed nothing', async () => {
    await openTab('Tax years');
    expect(taxOf(await readTable(app.page, 'Tax years'), ahead)).toEqual(before);
  });
});

describe('tax details', () => {
  it('a state rate becomes a line of its own, and stands in the form again', async () => {
    await app.page.getByRole('button', { name: 'Your tax details' }).click();
    const year = app.page.getByRole('group', { name: 'Tax year 2026' });
    await year.getByLabel('State income tax').fill('5');
    await app.page.getByRole('button', { name: 'Save tax details' }).click();
    await app.page.getByText('Tax details saved').waitFor();
    await expect
      .poll(async () => figure(await readTable(app.page, 'Tax years'), 'State tax', 2026), {
        timeout: 10_000,
      })
      .not.toBe('');
    const rows = await readTable(app.page, 'Tax years');
    const [state, taxable] = [figure(rows, 'State tax', 2026), figure(rows, 'Taxable income', 2026)].map(
      cents,
    );
    expect(Math.abs((state ?? 0) - (taxable ?? 0) * 0.05)).toBeLessThanOrEqual(1);
    await app.page.getByRole('button', { name: 'Your tax details' }).click();
    expect(await year.getByLabel('State income tax').inputValue()).toBe('5');
    await app.page.keyboard.press('Escape');
  });
});
