/** Bad input through the Import screen: what is wrong, where, what to do about it, all at once; and nothing is stored. */
import { beforeAll, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { filesOnDisk } from './files-on-disk.ts';
import { chooseFiles, createLedger, goTo } from './steps.ts';

const app = appUnderTest({ now: '2026-11-21T04:00:00Z' });
beforeAll(() =>
  createLedger(app.page, { name: 'Bad input', passphrase: 'four plain words outside', income: '0' }),
);

const header = 'Date(UTC),Pair,Side,Price,Executed,Amount,Fee';
const goodRow = '2024-03-01 10:00:00,BTCUSDT,BUY,60000,0.1BTC,6000USDT,0.0001BTC';
const name = 'my export.csv';
const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52];

/** The panel of the wizard, with this file in it. */
async function offer(bytes: string | Uint8Array): Promise<ReturnType<typeof app.page.getByRole>> {
  await goTo(app.page, 'Import');
  await chooseFiles(app.page, [{ name, bytes }]);
  return app.page.getByRole('region', { name: 'Import files' });
}

async function expectNothingStored(before: readonly string[]): Promise<void> {
  await app.page.getByRole('button', { name: 'Cancel the import' }).click();
  await app.page.getByText('Nothing imported yet').waitFor();
  expect(stored()).toEqual(before);
}

/** What is on the disk. A preview makes an import and takes it back, which touches the database's empty journal. */
function stored(): readonly string[] {
  return filesOnDisk(app.dataFolder).map((file) => file.replace(/(-journal 0) [\d.]+/u, '$1'));
}

it.each([
  ['an empty file', '', /is empty\. Nothing was imported\./u, /Download the export again/u],
  [
    'a binary file',
    Uint8Array.from(pngStart),
    /is a binary file.* Nothing was imported\./u,
    /choose "Save as" and the type CSV/u,
  ],
  [
    'a header that nobody knows',
    'When,What\n2024-01-01,BTC\n',
    /are of no format that Hedgerow knows \(When,What\)/u,
    /which export to download/u,
  ],
])('%s is refused', async (_, bytes, what, doWhat) => {
  const before = stored();
  const panel = await offer(bytes);
  const refusal = panel.getByRole('region', { name }).getByRole('alert');
  expect(await refusal.innerText()).toMatch(what);
  expect(await refusal.innerText()).toMatch(doWhat);
  expect(await refusal.innerText()).toContain(name);
  expect(await panel.getByRole('button', { name: 'Continue' }).isDisabled()).toBe(true);
  await expectNothingStored(before);
});

it.each([
  [
    'cut off',
    '2024-03-02 10:00:00,BTCUSDT,BU',
    /has 3 cells where the header has 7 columns/u,
    /download the export again/u,
  ],
  [
    'of twenty decimals',
    '2024-03-02 10:00:00,BTCUSDT,BUY,60000,0.12345678901234567891BTC,7407USDT,0BTC',
    /"0\.12345678901234567891" in column "Executed" has 20 decimals/u,
    /Round the cell yourself/u,
  ],
  [
    'with a negative price',
    '2024-03-02 10:00:00,BTCUSDT,BUY,-60000,0.1BTC,6000USDT,0.0001BTC',
    /"-60000" in column "Price" is negative/u,
    /Correct the cell/u,
  ],
  [
    'of the future',
    '2099-03-02 10:00:00,BTCUSDT,BUY,60000,0.1BTC,6000USDT,0.0001BTC',
    /"2099-03-02 10:00:00" .* is in the future/u,
    /Check the time zone and the row's date/u,
  ],
])(
  'a row %s is shown with its line, and stops the import until it is left out',
  async (_, row, what, doWhat) => {
    const before = stored();
    const panel = await offer(`${header}\n${goodRow}\n${row}\n`);
    await panel.getByRole('button', { name: 'Continue' }).click();
    const problem = panel.getByRole('region', { name: what });
    expect(await problem.innerText()).toMatch(doWhat);
    expect(await problem.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(new RegExp(`${name}, line 3\\s+${escaped(row)}`, 'u')),
    ]);
    const onwards = panel.getByRole('button', { name: 'Continue' });
    expect(await onwards.isDisabled()).toBe(true);
    await panel.getByRole('checkbox', { name: 'Leave out the 1 bad row' }).check();
    await onwards.click();
    await panel.getByRole('button', { name: 'Import 1 row' }).waitFor();
    await expectNothingStored(before);
  },
);

it('a sale of more than is held is shown before anything is stored, and afterwards on the overview', async () => {
  const before = stored();
  const oversold = `${header}\n${goodRow}\n2024-03-02 10:00:00,BTCUSDT,SELL,60000,5BTC,300000USDT,0USDT\n`;
  let panel = await offer(oversold);
  await panel.getByRole('button', { name: 'Continue' }).click();
  expect(await panel.getByRole('row', { name: /^BTC/u }).innerText()).toMatch(
    /−4\.9001\s+less than zero: a file is still missing/u,
  );
  await expectNothingStored(before);

  panel = await offer(oversold);
  await panel.getByRole('button', { name: 'Continue' }).click();
  await panel.getByRole('button', { name: 'Import 2 rows' }).click();
  await panel.getByRole('button', { name: 'See the overview' }).click();
  const need = app.page
    .getByRole('region', { name: 'Needs you' })
    .getByRole('listitem')
    .filter({ hasText: '4.9001 BTC more left' });
  expect(await need.innerText()).toMatch(/Import what is missing, or write a row of the purchase/u);
  await need.getByRole('button', { name: 'Open Import' }).waitFor();
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
