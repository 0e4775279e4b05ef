/** axe finds nothing on any screen, in light and dark, in a small and a large window, with amounts shown and hidden. */
import { join } from 'node:path';
import axe from 'axe-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { sampleFolder } from './folders.ts';
import {
  chooseFiles,
  fillPlace,
  goTo,
  goToTaxChoices,
  keepKey,
  lock,
  openSample,
  seeFirstWays,
  settle,
  typeGroupsBack,
} from './steps.ts';

const app = appUnderTest();

type Look = 'light' | 'dark';

/** The app follows the system's look until one is chosen; without motion nothing is caught half faded in. */
async function wear(look: Look, width = 1280): Promise<void> {
  await app.page.emulateMedia({ colorScheme: look, reducedMotion: 'reduce' });
  await app.page.setViewportSize({ width, height: width === 1920 ? 1080 : 860 });
  await app.page.waitForFunction(
    (scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme,
    look,
  );
}

/** The rules whose answer depends on colours and sizes; names, roles and order are the same in every look. */
const ofTheLook = ['color-contrast', 'scrollable-region-focusable'];

/** What axe finds in the page as it stands: rule and element, a line each. */
async function findings(place: string, rules?: readonly string[]): Promise<readonly string[]> {
  await settle(app.page);
  await app.page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  if (!(await app.page.evaluate(() => 'axe' in window))) await app.page.evaluate(axe.source);
  // Nothing may be fetched, style sheets neither.
  const options = { preload: false, ...(rules === undefined ? {} : { runOnly: [...rules] }) };
  const violations = await app.page.evaluate(async (given) => {
    const injected = window as unknown as { readonly axe: typeof axe };
    const results = await injected.axe.run(document, { ...given, resultTypes: ['violations'] });
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
  }, options);
  return violations.map((violation) => `${place}: ${violation}`);
}

/** A place in the light, in whole; then what changes with a dark look. */
async function expectNothing(place: string): Promise<void> {
  await wear('light');
  const inLight = await findings(`${place}, light`);
  await wear('dark');
  expect([...inLight, ...(await findings(`${place}, dark`, ofTheLook))]).toEqual([]);
}

describe('before a ledger is open', () => {
  it('the door', async () => {
    await app.page.getByRole('button', { name: 'Create a ledger' }).waitFor();
    await expectNothing('door');
  });

  it('each step of creating one, then its empty screens', async () => {
    await app.page.getByRole('button', { name: 'Create a ledger' }).click();
    await app.page.getByRole('button', { name: 'Create the ledger' }).click();
    await expectNothing('place, with what is missing');
    await fillPlace(app.page, { name: 'Seen and heard', passphrase: 'four plain words outside' });
    await app.page.getByRole('button', { name: 'I have kept it' }).waitFor();
    await expectNothing('recovery key');
    const key = await keepKey(app.page);
    await expectNothing('check of the key');
    await typeGroupsBack(app.page, key);
    await app.page.getByRole('button', { name: 'Later' }).waitFor();
    await expectNothing('tax details');
    await app.page.getByRole('button', { name: 'Later' }).click();
    for (const screen of [
      'Overview',
      'Import',
      'Holdings & lots',
      'Targets & hedge',
      'Hedge monitor',
      'Year-end plan',
      'Reports & data',
    ] as const) {
      await goTo(app.page, screen);
      await expectNothing(`empty ${screen}`);
    }
  });

  it('the door of a ledger that is known, with a refusal, and its recovery', async () => {
    await lock(app.page);
    await app.page.getByLabel('Passphrase', { exact: true }).fill('wrong');
    await app.page.getByRole('button', { name: 'Unlock' }).click();
    await app.page.getByRole('region', { name: 'Unlock' }).getByRole('alert').waitFor();
    await expectNothing('refusal');
    await app.page.getByRole('button', { name: 'Forgot it? Use the recovery key' }).click();
    await expectNothing('recovery');
    await app.page.getByRole('button', { name: 'Back' }).click();
  });
});

describe('the sample', () => {
  beforeAll(() => openSample(app.page));

  const onPage = app;
  const click = (role: 'button' | 'tab', name: string | RegExp) => async (): Promise<void> =>
    await onPage.page.getByRole(role, { name }).first().click();
  const part = (name: string) => async (): Promise<void> =>
    await onPage.page.getByText(name, { exact: true }).first().click();
  const closeLayer = async (): Promise<void> => {
    await app.page.keyboard.press('Escape');
    await app.page.getByRole('dialog').waitFor({ state: 'hidden' });
  };
  const importOf = (bytes: string) => async (): Promise<void> => {
    await goTo(app.page, 'Import');
    await chooseFiles(app.page, [{ name: 'bad.csv', bytes }]);
  };

  /** Every place: how one gets there from the one before, and what has to be undone before the next. */
  const places: readonly (readonly [name: string, go: () => Promise<void>, leave?: () => Promise<void>])[] = [
    ['overview', () => goTo(app.page, 'Overview')],
    ['palette', () => app.page.keyboard.press('Control+k'), closeLayer],
    ['keys', click('button', 'Keyboard keys'), closeLayer],
    ['import', () => goTo(app.page, 'Import')],
    ['coverage', click('tab', 'Coverage')],
    ['coverage as a table', click('button', 'Show as table: coverage')],
    ['transfers', click('tab', 'Transfers')],
    ['balances', click('tab', 'Balances')],
    ['prices missing', click('tab', 'Prices missing')],
    ['tickers', click('tab', 'Tickers')],
    ['formats', click('tab', 'Formats')],
    ['import, its files', click('tab', 'Files')],
    [
      'import, what was detected',
      async () => {
        await chooseFiles(app.page, [join(sampleFolder, 'coinbase-transactions.csv')]);
        await app.page.getByRole('button', { name: /^The first \d+ rows/u }).click();
      },
      click('button', 'Cancel the import'),
    ],
    ['import, a file nobody knows', importOf('When,What\n1,2\n'), click('button', 'Cancel the import')],
    [
      'import, problems',
      async () => {
        await importOf(
          'Date(UTC),Pair,Side,Price,Executed,Amount,Fee\n2024-03-02 10:00:00,BTCUSDT,BU\n2024-03-01 10:00:00,BTCUSDT,BUY,60000,0.1BTC,6000USDT,0BTC\n',
        )();
        await app.page.getByRole('button', { name: 'Continue' }).click();
      },
    ],
    [
      'import, what will be stored',
      async () => {
        await app.page.getByRole('checkbox').check();
        await app.page.getByRole('button', { name: 'Continue' }).click();
        await app.page.getByRole('button', { name: 'Import 1 row' }).waitFor();
      },
      click('button', 'Cancel the import'),
    ],
    [
      'holdings',
      async () => {
        await goTo(app.page, 'Holdings & lots');
        await app.page.getByRole('button', { name: 'Lots of SOL' }).click();
      },
    ],
    ['how computed', click('button', 'How computed: holding of BTC'), closeLayer],
    ['prices', click('button', /Prices|price/u), closeLayer],
    ['lots', click('tab', 'Lots')],
    ['lots for the next sale', click('button', 'Choose lots for the next sale'), closeLayer],
    ['countdown', click('tab', 'Turning long-term')],
    ['gains', click('tab', 'Gains by year')],
    ['methods', click('tab', 'Methods')],
    ['transactions', click('tab', 'Transactions')],
    ['choices', click('tab', 'Choices on record')],
    ['an order', click('button', 'New order'), closeLayer],
    ['a division', click('button', 'Record a division'), closeLayer],
    ['tax choices', () => goToTaxChoices(app.page)],
    [
      'a question, with an answer to record',
      async () => {
        await click('button', /^Wash sales of coins/u)();
        await app.page.getByRole('radio', { name: 'It holds from a day that a law names' }).check();
      },
    ],
    ['a hedge to put on record', click('button', 'Put a hedge on record'), closeLayer],
    [
      'ways back, with all assumptions',
      async () => {
        await goTo(app.page, 'Targets & hedge');
        await click('tab', 'Ways back')();
        await seeFirstWays(app.page);
        await click('button', /^More assumptions/u)();
        await click('button', 'Show as table: cost of each way')();
      },
    ],
    [
      'policy, with tables',
      async () => {
        await click('tab', 'Targets & rules')();
        await click('button', 'Show as table: drift of every line')();
        await click('button', 'Add a group')();
      },
    ],
    ['a decision', click('button', /^(?:Decide|Record a decision)$/u), closeLayer],
    [
      'contracts',
      async () => {
        await goTo(app.page, 'Targets & hedge');
        await click('tab', 'Contracts')();
      },
    ],
    [
      'a contract',
      async () => {
        await app.page.getByRole('textbox', { name: 'Search' }).fill('MBT');
        await app.page.getByText('cme:MBT', { exact: true }).click();
        await app.page.getByRole('dialog').getByText('Does it fit your statement?').waitFor();
      },
      closeLayer,
    ],
    ['adding a contract', click('button', 'Add a contract'), closeLayer],
    ['market data', click('tab', 'Liquidity & sentiment')],
    ['typing a figure', click('button', 'Type a figure'), closeLayer],
    ['an order book', click('button', 'Paste an order book'), closeLayer],
    [
      'monitor',
      async () => {
        await goTo(app.page, 'Hedge monitor');
        await app.page.getByRole('button', { name: 'Show as table: exposure left open' }).click();
      },
    ],
    ['when to warn', click('button', 'When to warn'), closeLayer],
    ['open futures to adopt', click('button', /^Make .*hedge$/u), closeLayer],
    ['a hedge', click('button', /^(?:Short|Long)/u), closeLayer],
    ['prices up and down', click('tab', 'Prices up and down')],
    ['stress test', click('tab', 'Stress test')],
    [
      'a scenario',
      async () => await app.page.getByRole('row').nth(1).getByRole('button').first().click(),
      closeLayer,
    ],
    ['a scenario of one’s own', click('button', 'Add a scenario of your own'), closeLayer],
    ['plan', () => goTo(app.page, 'Year-end plan')],
    ['tax details', click('button', 'Your tax details'), closeLayer],
    [
      'tax details, unfolded',
      async () => {
        await click('button', 'Your tax details')();
        const dialog = app.page.getByRole('dialog');
        const isHidden = dialog.getByText('Amounts are hidden');
        await isHidden.or(dialog.getByRole('group').first()).first().waitFor();
        // While amounts are hidden, no form stands there.
        if (await isHidden.isVisible()) return;
        for (const fold of [
          /^More about 2026/u,
          /still carry$/u,
          /still wait$/u,
          /carryback$/u,
          /not published yet$/u,
        ])
          await click('button', fold)();
        await click('button', 'Add a loss that waits')();
      },
      closeLayer,
    ],
    [
      'tax years, every line',
      async () => {
        await click('tab', 'Tax years')();
        await click('button', /more lines, zero in every year$/u)();
        await click('button', 'Show as table: tax by year')();
      },
    ],
    [
      'what if, for tax',
      async () => {
        await click('tab', 'What if')();
        await app.page.getByLabel('Wages and other income').fill('1000');
        await click('button', 'Suppose a sale')();
        await app.page.getByText('Up to date').waitFor();
      },
    ],
    ['exit plan', click('tab', 'Exit plan')],
    [
      'calendar, a month',
      async () => {
        await click('tab', 'Calendar')();
        await part('Month')();
        await click('button', 'Month after')();
      },
    ],
    ['calendar, a year', part('Year')],
    ['calendar, a list', part('Agenda')],
    ['calendar, a table', part('Table')],
    ['calendar, to be saved', click('button', 'Save as calendar file'), closeLayer],
    ['close-out sheet', click('tab', 'Close-out sheet')],
    ['scenarios', click('tab', 'Scenarios')],
    ['a scenario', click('button', 'New scenario'), closeLayer],
    ['records', click('tab', 'Records')],
    ['reports', () => goTo(app.page, 'Reports & data')],
    ['a paper', click('button', /^Look at Form 8949/u), closeLayer],
    ['identification records', click('button', /^Look at Identification records/u), closeLayer],
    ['an export', click('button', 'Export package'), closeLayer],
    [
      'ledger health',
      async () => {
        await click('tab', 'Ledger health')();
        await click('button', 'Check now')();
      },
    ],
  ];

  /** One walk through all places: each is looked at as it is reached, then left again. */
  async function walk(look: (place: string) => Promise<readonly string[]>): Promise<void> {
    const found: string[] = [];
    for (const [name, go, leave] of places) {
      await go();
      found.push(...(await look(name)));
      await leave?.();
    }
    expect(found).toEqual([]);
  }

  const patience = { timeout: 240_000 };

  it('amounts shown: light and 1280 wide, dark and 1920 wide', patience, async () => {
    await goTo(app.page, 'Overview');
    await walk(async (place) => {
      await wear('light');
      const inLight = await findings(`${place}, light`);
      await wear('dark', 1920);
      return [...inLight, ...(await findings(`${place}, dark`, ofTheLook))];
    });
  });

  it('amounts hidden: dark and 1280 wide', patience, async () => {
    await goTo(app.page, 'Overview');
    await wear('dark');
    await app.page.keyboard.press('Control+.');
    await walk((place) => findings(`${place}, hidden`));
    await app.page.keyboard.press('Control+.');
  });

  it('an exit plan, in all its parts', { timeout: 120_000 }, async () => {
    await goTo(app.page, 'Year-end plan');
    await click('tab', 'Exit plan')();
    await click('button', /^More: days/u)();
    for (const add of [
      'Sell or buy an amount',
      'Try a day of your own',
      'Days without trades',
      'Add a price',
    ])
      await click('button', add)();
    await expectNothing('exit plan, the whole form');
    await click('button', 'Empty the form')();
    await click('button', 'Find the plan')();
    await app.page.getByRole('heading', { name: 'The plan', exact: true }).waitFor({ timeout: 60_000 });
    await expectNothing('exit plan, what to do');
    for (const each of ['Tax by year', 'What it costs', 'Exposure and days', 'If things change']) {
      await part(each)();
      await expectNothing(`exit plan, ${each}`);
    }
    await click('button', 'Save as plan')();
    await expectNothing('exit plan, to be saved');
    await app.page.getByRole('button', { name: 'Save', exact: true }).click();
    await app.page.getByRole('table', { name: 'Orders, in this order' }).waitFor();
    await expectNothing('close-out sheet of a plan');
    await part('Plan and actual')();
    await app.page.getByRole('table', { name: 'All steps' }).waitFor();
    await expectNothing('plan and actual');
  });

  it('a hedge, in all its parts', async () => {
    await goTo(app.page, 'Hedge monitor');
    await click('button', 'Make 2 positions a hedge')();
    const dialog = app.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Make 2 positions a hedge' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await settle(app.page);
    await click('button', /^Short/u)();
    const tabs = dialog.getByRole('tab');
    await expect.poll(() => tabs.count(), { timeout: 20_000 }).toBe(6);
    for (const tab of await tabs.all()) {
      await tab.click();
      await expectNothing(`a hedge, ${await tab.innerText()}`);
    }
    await closeLayer();
  });
});
