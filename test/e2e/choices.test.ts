/** What is put on record about lots: it counts for sales to come, it is shown where it was recorded, and it stays. */
import { beforeAll, describe, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { readTable } from './read-table.ts';
import { goTo, openSample, settle } from './steps.ts';

const app = appUnderTest({ inOrder: true });
beforeAll(() => openSample(app.page));

async function openTab(name: string): Promise<void> {
  await goTo(app.page, 'Holdings & lots');
  await app.page.getByRole('tab', { name, exact: true }).click();
  await settle(app.page);
}

async function dialogCloses(): Promise<void> {
  await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await settle(app.page);
}

describe('a method for sales from now on', () => {
  it('stands beside the others, and what is on record stands out', async () => {
    await openTab('Methods');
    const rows = await readTable(app.page, 'Methods for 2026');
    const chanceOf = (method: RegExp): string | undefined =>
      rows.find((row) => method.test(row['Method'] ?? ''))?.['Can it still be chosen?'];
    expect(rows[0]?.['Can it still be chosen?']).toContain('On record: this counts');
    expect(chanceOf(/^First in/u)).toContain('In force');
    expect(chanceOf(/^Highest cost/u)).toContain('For sales from now on');
    expect(chanceOf(/average/iu)).toContain('Not possible');
  });

  it('is recorded only after it was said what will be recorded', async () => {
    const row = app.page
      .getByRole('table', { name: 'Methods for 2026' })
      .getByRole('row', { name: /^Highest cost/u });
    await row.getByRole('button', { name: 'Use it from now on' }).click();
    const dialog = app.page.getByRole('dialog', { name: 'Record an order for sales' });
    const said = dialog.getByRole('region', { name: 'What will be recorded' });
    await said.getByText('uses the lots that cost the most first').waitFor();
    await said.getByText('cannot be changed or removed').waitFor();
    await dialog.getByLabel('I made this choice earlier').check();
    await dialog.getByRole('button', { name: 'Record this order' }).click();
    await dialog.getByText('Say from which day').waitFor();
    await dialog.getByLabel('I made this choice earlier').uncheck();
    await dialog.getByRole('button', { name: 'Record this order' }).click();
    await dialogCloses();
  });

  it('is on record then, and in force', async () => {
    await openTab('Choices on record');
    const orders = await readTable(app.page, 'Standing orders');
    expect(orders[0]?.['Sales use']).toContain('Highest cost first');
    expect(orders[0]?.['Exchange told']).toBe('no');
    await openTab('Lots');
    await app.page.getByText('Today a sale uses the lots that cost the most first').waitFor();
  });
});

describe('lots for the next sale', () => {
  it('are named with quantities, and more than there is is refused beside the field', async () => {
    await openTab('Lots');
    await app.page.getByRole('button', { name: 'Choose lots for the next sale' }).click();
    const drawer = app.page.getByRole('dialog', { name: 'Choose lots for the next sale' });
    const [first, second] = [0, 1].map((nth) => drawer.getByLabel('Quantity of the lot').nth(nth));
    await first?.fill('99999');
    await drawer.getByText('More than this lot holds').waitFor();
    expect(await drawer.getByRole('button', { name: 'Record these lots' }).isDisabled()).toBe(true);
    await first?.fill('');
    await second?.fill('0.001');
    await drawer.getByText('1 lot,').waitFor();
    await drawer.getByRole('button', { name: 'Record these lots' }).click();
    await dialogCloses();
  });

  it('are on record then, and not sold yet', async () => {
    await openTab('Choices on record');
    const [named] = await readTable(app.page, 'Lots named for sales');
    expect(named?.['Named']).toContain('0.001');
    expect(named?.['Not sold yet']).toContain('0.001');
    expect(named?.['Used by']).toBe('no sale yet');
  });
});

it('a division is recorded only with books of one’s own, and once', async () => {
  await openTab('Choices on record');
  const record = app.page.getByRole('button', { name: 'Record a division' });
  await record.click();
  const dialog = app.page.getByRole('dialog', { name: 'Record how costs were divided' });
  await dialog.getByRole('button', { name: 'Coinbase earlier' }).click();
  await dialog.getByRole('button', { name: 'Record this division' }).click();
  await dialog.getByText('do not record it').waitFor();
  await dialog.getByLabel('My own books show this division').check();
  await dialog.getByRole('button', { name: 'Record this division' }).click();
  await dialogCloses();
  await app.page.getByText('By a rule for all: ').waitFor();
  expect(await record.count()).toBe(0);
});
