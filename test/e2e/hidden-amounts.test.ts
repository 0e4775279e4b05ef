/** With amounts hidden, nothing in the page says how much anybody owns: no text, no attribute, no field, no title. */
import { beforeAll, expect, it } from 'vitest';
import { contractCatalogue } from '../../resources/contracts/catalogue.ts';
import { toText } from '../../src/shared/num/format.ts';
import { appUnderTest } from './app.ts';
import { dollars } from './in-words.ts';
import { futuresOf, plain, price } from './sample-figures.ts';
import { goTo, goToTaxChoices, openSample, seeFirstWays, settle, type ScreenName } from './steps.ts';

const app = appUnderTest();
beforeAll(() => openSample(app.page));

/** What says nothing of how much one owns: prices of one unit, sizes of contracts, a column's words. */
const known = new Set([
  ...[...plain.prices.values()].map(dollars),
  ...[...plain.positions.keys()].map((symbol) => dollars(futuresOf(symbol).entry)),
  ...plain.parcels.map(({ cost, quantity }) => dollars(cost.dividedBy(quantity))),
  ...contractCatalogue.flatMap(({ multiplier, quantityStep, underlying }) => {
    const size = toText(multiplier);
    return [`${size} ${underlying}`, `$${size}.00`, toText(quantityStep)];
  }),
  dollars(price('USD')),
  '$1',
]);

/** Everything that a reader, a pointer, a screen reader or a copy could find in the page. */
async function everyText(): Promise<readonly string[]> {
  return await app.page.evaluate(() => {
    const elements = [...document.querySelectorAll('body *')].filter(
      (element) => !element.matches('style, script'),
    );
    const names = ['title', 'aria-label', 'aria-description', 'aria-valuetext', 'alt'];
    const attributes = elements.flatMap((element) => names.map((name) => element.getAttribute(name) ?? ''));
    const hiddenTexts = elements.flatMap((element) =>
      [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')),
    );
    const fields = elements.flatMap((element) =>
      // Beside a field stands its unit.
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? [element.value, element.placeholder].map(
            (text) => `${text} ${element.parentElement?.innerText ?? ''}`,
          )
        : [],
    );
    return [document.title, document.body.innerText, ...attributes, ...hiddenTexts, ...fields];
  });
}

/** Sums of money and quantities of coins, in any spelling; rates, dates, counts of days, multiples and numbers of laws are none. */
const amounts =
  /[−+-]?\$[\d,]+(?:\.\d+)?|(?<![\d,]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) )[\d,]*\d(?:\.\d+)? (?:BTC|ETH|BNB|SOL|USDT|USD)\b|(?<![\w.,-]|Reg\. )[−+-]?(?:\d{1,3},)*\d+\.\d{2,}(?![\d.]*(?:\s?%| points| times|-\d))/gu;

async function amountsInPage(): Promise<readonly string[]> {
  await settle(app.page);
  const found = (await everyText()).flatMap((text) => text.match(amounts) ?? []);
  return [...new Set(found.map((amount) => amount.trim()))].filter((amount) => !known.has(amount));
}

// Liquidity & sentiment shows figures of markets, which say nothing of what anybody owns.
const places: readonly (readonly [screen: ScreenName, tab?: string])[] = [
  ['Overview'],
  ['Import'],
  ['Import', 'Coverage'],
  ['Import', 'Transfers'],
  ['Import', 'Balances'],
  ['Holdings & lots'],
  ['Holdings & lots', 'Lots'],
  ['Holdings & lots', 'Turning long-term'],
  ['Holdings & lots', 'Gains by year'],
  ['Holdings & lots', 'Methods'],
  ['Holdings & lots', 'Transactions'],
  ['Holdings & lots', 'Choices on record'],
  ['Targets & hedge'],
  ['Targets & hedge', 'Ways back'],
  ['Targets & hedge', 'Targets & rules'],
  ['Targets & hedge', 'Contracts'],
  ['Hedge monitor'],
  ['Hedge monitor', 'Prices up and down'],
  ['Hedge monitor', 'Stress test'],
  ['Year-end plan'],
  ['Year-end plan', 'Tax years'],
  ['Year-end plan', 'What if'],
  ['Year-end plan', 'Calendar'],
  ['Year-end plan', 'Close-out sheet'],
  ['Year-end plan', 'Scenarios'],
  ['Year-end plan', 'Records'],
  ['Reports & data'],
  ['Reports & data', 'Ledger health'],
];

it('hides every amount on every screen', async () => {
  const shown: string[] = [];
  const left: string[] = [];
  for (const [screen, tab] of places) {
    await goTo(app.page, screen);
    if (tab !== undefined) await app.page.getByRole('tab', { name: tab, exact: true }).click();
    if (tab === 'Ways back') await seeFirstWays(app.page);
    shown.push(...(await amountsInPage()));
    await app.page.keyboard.press('Control+.');
    left.push(...(await amountsInPage()).map((amount) => `${screen} ${tab ?? ''}: ${amount}`));
    await app.page.keyboard.press('Control+.');
  }
  // What is to vanish was there: else this would prove nothing.
  expect(shown.length).toBeGreaterThan(300);
  expect(left).toEqual([]);
});

it('hides them in the tables behind the charts, in drawers and in the form of the tax details', async () => {
  await app.page.keyboard.press('Control+.');
  await goTo(app.page, 'Overview');
  for (const of of ['exposure', 'drift'])
    await app.page.getByRole('button', { name: `Show as table: ${of}` }).click();
  expect(await amountsInPage()).toEqual([]);
  await goTo(app.page, 'Holdings & lots');
  await app.page.getByRole('button', { name: 'Lots of BTC' }).click();
  await app.page.getByRole('button', { name: 'How computed: holding of BTC' }).click();
  await app.page.getByRole('dialog', { name: 'How computed' }).getByText('Rows it rests on').waitFor();
  expect(await amountsInPage()).toEqual([]);
  await app.page.keyboard.press('Escape');
  await goTo(app.page, 'Year-end plan');
  await app.page.getByRole('button', { name: 'Your tax details' }).click();
  await app.page.getByRole('dialog', { name: 'Your tax details' }).getByText('Amounts are hidden').waitFor();
  expect(await amountsInPage()).toEqual([]);
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Control+.');
});

it('hides them in questions with their money, in papers and in what a hedge does to taxes', async () => {
  const left: string[] = [];
  await goToTaxChoices(app.page);
  await app.page.keyboard.press('Control+.');
  for (const question of ['Funding and fees of other futures', 'Network fee of a transfer']) {
    await app.page.getByRole('button', { name: new RegExp(`^${question}`, 'u') }).click();
    await app.page.getByText('In force:').first().waitFor();
    left.push(...(await amountsInPage()).map((amount) => `${amount}, ${question}`));
  }
  await goTo(app.page, 'Reports & data');
  for (const paper of [
    'Form 8949',
    'Schedule D',
    'Form 6781',
    'Close-out memo',
    'Identification records',
    'Lots held',
    'Disposals',
    'Journal',
  ]) {
    await app.page.getByRole('button', { name: new RegExp(`^Look at ${paper}`, 'u') }).click();
    await app.page.getByRole('dialog').getByText('As of').first().waitFor();
    left.push(...(await amountsInPage()).map((amount) => `${amount}, ${paper}`));
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  await app.page.getByRole('button', { name: 'Export package' }).click();
  await app.page.getByRole('dialog').getByText('The file will show your amounts').waitFor();
  await app.page.keyboard.press('Escape');
  await goTo(app.page, 'Targets & hedge');
  await app.page.getByRole('heading', { name: 'What this hedge does to your tax' }).waitFor();
  await settle(app.page);
  left.push(...(await amountsInPage()).map((amount) => `${amount}, tax of the hedge`));
  expect(left).toEqual([]);
  await app.page.keyboard.press('Control+.');
});

it('hides them in all that is said of a hedge, of a scenario and of futures to adopt', async () => {
  await goTo(app.page, 'Hedge monitor');
  await app.page.getByRole('button', { name: 'Make 2 positions a hedge' }).click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByRole('checkbox').first().waitFor();
  await app.page.keyboard.press('Control+.');
  expect(await amountsInPage()).toEqual([]);
  await dialog.getByRole('button', { name: 'Make 2 positions a hedge' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await settle(app.page);
  await app.page
    .getByRole('button', { name: /^Short/u })
    .first()
    .click();
  const left: string[] = [];
  await dialog.getByRole('tab').first().waitFor();
  for (const tab of await dialog.getByRole('tab').all()) {
    await tab.click();
    left.push(...(await amountsInPage()).map((amount) => `${amount}, hedge`));
  }
  await app.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await app.page.getByRole('tab', { name: 'Stress test' }).click();
  await app.page.getByRole('button', { name: 'Binance is lost' }).click();
  await dialog.getByText('How the change came about').waitFor();
  left.push(...(await amountsInPage()).map((amount) => `${amount}, scenario`));
  expect(left).toEqual([]);
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Control+.');
});
