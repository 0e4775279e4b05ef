/** What the Import screen says of lines that nobody knows, of files that disagree, and of a long file. */
import { beforeAll, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { chooseFiles, createLedger, goTo, settle } from './steps.ts';

const app = appUnderTest({ now: '2026-11-21T04:00:00Z' });
const longRows = 20_000;

/** Own rows in the layouts of Binance: fills, and a statement that states one of them otherwise. */
function fills(count: number): string {
  const start = Date.UTC(2024, 0, 1, 10);
  const rows = Array.from({ length: count }, (_, index) => {
    const time = new Date(start + index * 60_000).toISOString().slice(0, 19).replace('T', ' ');
    return `${time},BTCUSDT,BUY,40000,0.0001BTC,4USDT,0.000${(index % 9) + 1}USDT`;
  });
  return `Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n${rows.join('\n')}\n`;
}

const statement = [
  'User_ID,UTC_Time,Account,Operation,Coin,Change,Remark',
  '1,2023-12-30 09:00:00,Spot,Deposit,USDT,100000,',
  '1,2024-01-05 09:00:00,Spot,Garden Bounty,BTC,0.00040000,',
  '1,2024-01-06 09:00:00,Spot,Deposit,BTC,0.25,',
  '',
].join('\n');

beforeAll(async () => {
  await createLedger(app.page, { name: 'Long', passphrase: 'four plain words outside', income: '0' });
  await goTo(app.page, 'Import');
});

const tab = async (name: string): Promise<void> => {
  await app.page.getByRole('tab', { name, exact: true }).click();
  await settle(app.page);
};

it('counts every line of a long file and of one with a row that nobody knows, before and after', async () => {
  await chooseFiles(app.page, [
    { name: 'fills.csv', bytes: fills(longRows) },
    { name: 'statement.csv', bytes: statement },
  ]);
  await app.page.getByText('20,001 lines: 20,000 imported, 1 heading or blank line, 0 rejected').waitFor();
  // What is under way waits while one looks at another screen.
  await goTo(app.page, 'Holdings & lots');
  await goTo(app.page, 'Import');
  const odd = '4 lines: 2 imported, 1 for review, 1 heading or blank line, 0 rejected';
  await app.page.getByText(odd).waitFor();
  const store = app.page.getByRole('button', { name: 'Import 20,003 rows' });
  await app.page.getByRole('button', { name: 'Continue' }).click();
  const onwards = app.page.getByRole('button', { name: 'Continue' });
  await store.or(onwards).first().waitFor();
  if (await onwards.isVisible()) await onwards.click();
  await store.click();
  await app.page
    .getByRole('heading', { name: '20,003 rows are in your ledger' })
    .waitFor({ timeout: 60_000 });
  await app.page.getByText(odd).first().waitFor();
});

it('leads from there to the row, which a choice explains', async () => {
  await app.page.getByRole('button', { name: '1 row to review' }).click();
  await app.page
    .getByRole('table', { name: 'Rows to review' })
    .getByText(/Garden Bounty/u)
    .first()
    .waitFor();
  await app.page.getByRole('button', { name: 'Say what it is: statement.csv, line 3' }).click();
  await app.page.getByRole('menuitem', { name: 'A reward or bonus' }).click();
  await app.page.getByText('Nothing to review').waitFor();
});

it('shows coverage as a table, and asks what coins from nowhere did cost', async () => {
  await tab('Coverage');
  await app.page.getByRole('button', { name: 'Show as table: coverage' }).click();
  expect(await app.page.getByRole('table', { name: 'Coverage' }).innerText()).toMatch(/Jan 2024/u);
  await tab('Transfers');
  await app.page.getByRole('button', { name: 'Say what it cost: statement.csv, line 4' }).click();
  await app.page.getByLabel('What all of it cost').fill('8000');
  await app.page.getByRole('button', { name: 'Use this' }).click();
  await app.page.getByText('The cost is known').waitFor();
});
