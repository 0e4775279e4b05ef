/** Papers for the accountant: what can be made and what is missing, the same figures on the screen as in the files, and saving. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { readTable } from './read-table.ts';
import { openSample, seeScreen, settle } from './steps.ts';

const app = appUnderTest({ inOrder: true });
beforeAll(() => openSample(app.page));

/** Where the window puts what the page hands over. */
const downloaded = (name: string): string => join(app.dataFolder, '..', 'downloads', name);

async function look(paper: string): Promise<void> {
  await app.page.getByRole('button', { name: new RegExp(`^Look at ${paper}`, 'u') }).click();
  await app.page.getByRole('dialog').getByText('As of').first().waitFor();
  await settle(app.page);
}

async function close(): Promise<void> {
  // A dialog that is shown above it may hold the keys a moment longer.
  await expect
    .poll(async () => {
      await app.page.keyboard.press('Escape');
      return app.page.getByRole('dialog').count();
    })
    .toBe(0);
}

/** Chooses a format in the open dialog, has the file made, and waits until it is saved. Out: its bytes. */
async function make(format: RegExp, name: string): Promise<Buffer> {
  const dialog = app.page.getByRole('dialog');
  await dialog.getByRole('radio', { name: format }).check();
  await dialog.getByRole('button', { name: /^Make and save/u }).click();
  await dialog.getByText(`Made: ${name}`).waitFor();
  await expect.poll(() => existsSync(downloaded(name)), { timeout: 10_000 }).toBe(true);
  return readFileSync(downloaded(name));
}

describe('the papers of a year', () => {
  it('stand with what each is for and whether it can be made; the last full year is in view', async () => {
    await app.page.keyboard.press('g');
    await app.page.keyboard.press('r');
    await seeScreen(app.page, 'Reports & data');
    await app.page
      .getByText('Working papers from your own records, not filed forms.', { exact: false })
      .waitFor();
    expect(await app.page.getByRole('radio', { name: '2025' }).isChecked()).toBe(true);
    for (const group of ['For the tax return', 'For your accountant', 'Your data']) {
      const papers = app.page.getByRole('list', { name: group }).getByRole('listitem');
      expect(await papers.count()).toBeGreaterThan(2);
      for (const words of await papers.allInnerTexts()) {
        expect(words).toMatch(/ready|missing|nothing to report/u);
        expect(words.length).toBeGreaterThan(60);
      }
    }
  });

  it('Form 8949: sales by box with their sums, every figure with how it came about', async () => {
    await look('Form 8949');
    const dialog = app.page.getByRole('dialog', { name: /^Form 8949/u });
    await dialog
      .getByText(/not a filed form/iu)
      .first()
      .waitFor();
    const tables = dialog.getByRole('table');
    expect(await tables.count()).toBeGreaterThan(0);
    const name = (await tables.first().getAttribute('aria-label')) ?? '';
    const rows = await readTable(app.page, name);
    expect(rows.length).toBeGreaterThan(0);
    await dialog.locator('[data-explain]').first().click();
    const trace = app.page.getByRole('dialog', { name: 'How computed' });
    await trace.waitFor();
    await settle(app.page);
    expect(await trace.getByRole('alert').count()).toBe(0);
    await app.page.keyboard.press('Escape');
    await trace.waitFor({ state: 'hidden' });
    await close();
  });

  it.each([
    'Schedule D',
    'Form 6781',
    'Close-out memo',
    'Identification records',
    'Elections',
    'Lots held',
    'Journal',
  ])('%s can be looked at', async (paper) => {
    await look(paper);
    const dialog = app.page.getByRole('dialog');
    expect(await dialog.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(0);
    expect(await dialog.innerText()).not.toMatch(/NaN|undefined|\[object/u);
    await close();
  });

  it('another year is a press away, and is kept in the address', async () => {
    await app.page.locator('label', { hasText: /^2024$/u }).click();
    await settle(app.page);
    expect(await app.page.evaluate(() => window.location.hash)).toContain('year=2024');
    await look('Form 8949');
    await app.page.getByRole('dialog', { name: /2024$/u }).waitFor();
    await close();
    await app.page.locator('label', { hasText: /^2025$/u }).click();
  });

  it('what a broker reports is said once, and moves the boxes', async () => {
    const coinbase = app.page.getByRole('combobox', { name: 'What Coinbase reports for 2025' });
    await coinbase.selectOption({ label: 'It reports proceeds and cost to the IRS' });
    await app.page.getByText('You said so.').waitFor();
    await coinbase.selectOption('assumed');
    await app.page.getByText('You said so.').waitFor({ state: 'hidden' });
  });
});

describe('saving', () => {
  it('a paper as PDF, and it opens with what a PDF opens with', async () => {
    await app.page.getByRole('button', { name: /^Export Form 8949/u }).click();
    const pdf = await make(/^PDF/u, 'form-8949-2025.pdf');
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    await close();
  });

  it('a paper as JSON, with the mark that it is no filed form', async () => {
    await app.page.getByRole('button', { name: /^Export Schedule D/u }).click();
    const json: unknown = JSON.parse((await make(/^JSON/u, 'schedule-d-2025.json')).toString('utf8'));
    expect(JSON.stringify(json)).toMatch(/not a filed form/iu);
    await close();
  });

  it('all of a year in one archive', async () => {
    await app.page.getByRole('button', { name: 'Export package' }).click();
    const dialog = app.page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^CSV/u }).check();
    await dialog.getByRole('button', { name: /^Make and save/u }).click();
    const made = dialog.getByText(/^Made: .*\.zip$/u);
    await made.waitFor();
    const name = (await made.innerText()).replace('Made: ', '');
    await expect.poll(() => existsSync(downloaded(name)), { timeout: 10_000 }).toBe(true);
    const zip = readFileSync(downloaded(name));
    expect(zip.subarray(0, 4)).toEqual(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
    expect(zip.toString('latin1')).toContain('form-8949-2025');
    await close();
  });

  it('says that a file holds amounts while they are hidden', async () => {
    await app.page.keyboard.press('Control+.');
    await app.page.getByRole('button', { name: 'Export package' }).click();
    await app.page.getByRole('dialog').getByText('The file will show your amounts').waitFor();
    await close();
    await app.page.keyboard.press('Control+.');
  });
});

it('ledger health: everything is read and its seals are worked out anew', async () => {
  await app.page.getByRole('tab', { name: 'Ledger health' }).click();
  await app.page.getByRole('button', { name: 'Check now' }).click();
  await app.page.getByText('What is stored is what was written.').waitFor();
  await app.page.getByText('The chain of identification records is unbroken.').waitFor();
});
