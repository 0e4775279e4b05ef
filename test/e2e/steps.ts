/** What a person does, in the app's own words. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locator, Page } from 'playwright-core';

export type ScreenName =
  | 'Overview'
  | 'Import'
  | 'Holdings & lots'
  | 'Targets & hedge'
  | 'Hedge monitor'
  | 'Year-end plan'
  | 'Reports & data';

/** Goes to a screen by its link and waits for its answers. */
export async function goTo(page: Page, screen: ScreenName): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
  await seeScreen(page, screen);
}

/** The questions that the law leaves open: a screen under the Year-end plan, reached by its keys. */
export async function goToTaxChoices(page: Page): Promise<void> {
  await goTo(page, 'Year-end plan');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.getByRole('heading', { name: 'Tax choices', level: 1 }).waitFor();
  await settle(page);
}

export async function seeScreen(page: Page, screen: ScreenName): Promise<void> {
  await page.getByRole('heading', { name: screen, level: 1 }).waitFor();
  await settle(page);
}

/**
 * Waits until nothing is being read or worked out any more. A search that may be left at any time is not waited for:
 * who needs its answer waits for its words.
 */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector(
        '[data-state="loading"], [role="progressbar"]:not([aria-hidden="true"] *, [data-state="searching"] *)',
      ) === null,
  );
}

/** Waits for the whole answer of the ways back: all five, and what decides. */
export async function seeWays(page: Page): Promise<void> {
  await page.getByText('Up to date with what is supposed').waitFor({ timeout: 100_000 });
}

/** Waits for the first figures of the ways back, which come long before the mix and what decides. */
export async function seeFirstWays(page: Page): Promise<void> {
  await page.getByRole('table', { name: 'Ways back side by side' }).waitFor();
}

export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  // It opens on the screen where one was last.
  // Its keys cost what real ones cost: on a busy machine that takes its time.
  await page.getByRole('complementary', { name: 'Sample ledger' }).waitFor({ timeout: 60_000 });
  await goTo(page, 'Overview');
}

export async function lock(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Lock' }).click();
  await page.getByRole('heading', { name: 'Hedgerow', level: 1 }).waitFor();
}

export interface NewLedger {
  readonly name: string;
  readonly passphrase: string;
  readonly income: string;
}

/** The four steps of creating a ledger. Out: the recovery key as it was shown. */
export async function createLedger(page: Page, ledger: NewLedger): Promise<string> {
  await page.getByRole('button', { name: 'Create a ledger' }).click();
  await fillPlace(page, ledger);
  const recoveryKey = await keepKey(page);
  await typeGroupsBack(page, recoveryKey);
  await page.getByLabel('Tax year').fill('2026');
  await page.getByLabel('Yearly income besides your coins').fill(ledger.income);
  await page.getByLabel('Time zone').fill('America/New_York');
  await page.getByRole('button', { name: 'Save and open the ledger' }).click();
  await seeScreen(page, 'Overview');
  return recoveryKey.join('-');
}

export async function fillPlace(page: Page, { name, passphrase }: Omit<NewLedger, 'income'>): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  await page.getByRole('button', { name: 'Create the ledger' }).click();
}

/** Out: the groups that stand on the screen. */
export async function keepKey(page: Page): Promise<readonly string[]> {
  const groups = page.getByRole('list', { name: 'Recovery key in groups' }).getByRole('listitem');
  await groups.first().waitFor();
  const texts = await groups.allInnerTexts();
  await page.getByRole('button', { name: 'I have kept it' }).click();
  // Each stands behind its number, which is not part of it.
  return texts.map((text, index) =>
    text
      .trim()
      .slice(String(index + 1).length)
      .trim(),
  );
}

export async function typeGroupsBack(page: Page, groups: readonly string[]): Promise<void> {
  const fields = page.getByLabel(/^Group \d+$/u);
  await fields.first().waitFor();
  for (const field of await fields.all()) {
    const number = Number(/\d+/u.exec(await labelOf(field))?.[0]);
    await field.fill(groups[number - 1] ?? '');
  }
  await page.getByRole('button', { name: 'Check', exact: true }).click();
}

async function labelOf(field: Locator): Promise<string> {
  return await field.evaluate(
    (element) => (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null) ?? '',
  );
}

export async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

/** Gives files to the Import screen's own field, as a drop or the system's dialog does. */
export async function chooseFiles(
  page: Page,
  files: readonly string[] | readonly GivenFile[],
): Promise<void> {
  const given = files.map((file) => (typeof file === 'string' ? fileAt(file) : file));
  await page
    .getByLabel('Files to import')
    .setInputFiles(
      given.map(({ name, bytes }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) })),
    );
  await page
    .getByRole('heading', { name: /What is in these files|cannot be read/u, level: 2 })
    .or(page.getByRole('alert'))
    .first()
    .waitFor();
  await settle(page);
}

export interface GivenFile {
  readonly name: string;
  readonly bytes: string | Uint8Array;
}

function fileAt(path: string): GivenFile {
  return { name: basename(path), bytes: readFileSync(path) };
}

/** From what was detected to what was stored. Out: what the last two steps said. */
export async function importFiles(
  page: Page,
  files: readonly string[],
): Promise<{ readonly promised: string; readonly done: string }> {
  await chooseFiles(page, files);
  await page.getByRole('button', { name: 'Continue' }).click();
  const store = page.getByRole('button', { name: /^Import [\d,]+ rows?$/u });
  // The check lies between them only where something needs a look.
  const onwards = page.getByRole('button', { name: 'Continue' });
  await store.or(onwards).first().waitFor();
  if (await onwards.isVisible()) await onwards.click();
  const promised = await store.innerText();
  await store.click();
  const done = page.getByRole('heading', { name: /in your ledger$/u });
  await done.waitFor();
  return { promised, done: await done.innerText() };
}

/** Light or dark, by the button in the strip. */
export async function chooseLook(page: Page, look: 'Light' | 'Dark'): Promise<void> {
  await page.getByRole('button', { name: 'Light or dark' }).click();
  await page.getByRole('menuitem', { name: look, exact: true }).click();
  await page.waitForFunction(
    (scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme,
    look.toLowerCase(),
  );
}
