/** What the law leaves open: each question with what its answers change in money, recorded for good, and the way there. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { appUnderTest } from './app.ts';
import { goTo, goToTaxChoices, openSample, settle } from './steps.ts';

const app = appUnderTest({ inOrder: true });
beforeAll(() => openSample(app.page));

/** A question, closed or open. */
function question(title: string): Locator {
  return app.page.getByRole('button', { name: new RegExp(`^${title}`, 'u') });
}

async function recorded(): Promise<void> {
  await app.page.getByRole('button', { name: 'Record this choice' }).waitFor({ state: 'hidden' });
  await settle(app.page);
}

describe('the way there', () => {
  it('from the lots', async () => {
    await goTo(app.page, 'Holdings & lots');
    await app.page.getByRole('tab', { name: 'Choices on record' }).click();
    await app.page.getByRole('button', { name: 'Tax choices' }).click();
    await app.page.getByRole('heading', { name: 'Tax choices', level: 1 }).waitFor();
  });

  it('by the palette, and the rail shows where it belongs', async () => {
    await goTo(app.page, 'Overview');
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.type('Tax choices');
    await app.page.getByRole('dialog').getByText('Tax choices', { exact: true }).first().click();
    await app.page.getByRole('heading', { name: 'Tax choices', level: 1 }).waitFor();
    const rail = app.page.getByRole('navigation', { name: 'Screens' });
    expect(await rail.getByRole('link', { name: 'Year-end plan' }).getAttribute('aria-current')).toBe('page');
    expect(await rail.getByRole('link', { name: 'Tax choices' }).count()).toBe(0);
  });
});

describe('a question', () => {
  it('says in a line what is in force and what another answer would change', async () => {
    await goToTaxChoices(app.page);
    // Worked out in the background, one after the other.
    await app.page.getByRole('progressbar').waitFor({ state: 'hidden' });
    await app.page.getByText('being worked out').first().waitFor({ state: 'hidden' });
    for (const title of [
      'How new hedges are identified',
      'Straddle rules for coins',
      'Network fee of a transfer',
    ]) {
      expect(await question(title).innerText()).toMatch(/not chosen|chosen/u);
      expect(await question(title).innerText()).toMatch(/less tax|more tax|no difference|between years/u);
    }
    expect(
      await app.page
        .getByText(/^Tax of 20\d\d to 20\d\d together, as you have chosen: \$[\d,]+\.\d\d$/u)
        .count(),
    ).toBe(1);
  });

  it('opens with its answers, their effect by year, the deadline, and the law when asked', async () => {
    await question('Funding and fees of other futures').click();
    const answers = app.page.getByRole('radiogroup', { name: 'Funding and fees of other futures' });
    await answers.getByText('In force: $').waitFor();
    expect(await answers.getByRole('radio').count()).toBe(5);
    await app.page.getByText('By when:').waitFor();
    const law = app.page.getByText('26 U.S.C. 263(g), 1001', { exact: false });
    expect(await law.isVisible()).toBe(false);
    await app.page.getByRole('button', { name: 'The law' }).click();
    await law.waitFor();
  });

  it('shows how the tax with an answer is computed', async () => {
    await app.page
      .getByRole('button', { name: /^How computed: tax with/u })
      .first()
      .click();
    const drawer = app.page.getByRole('dialog', { name: 'How computed' });
    await drawer.waitFor();
    await settle(app.page);
    expect(await drawer.getByRole('alert').count()).toBe(0);
    await app.page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });

  it('says what will be recorded before it is, and is in force then', async () => {
    await app.page.getByRole('radio', { name: /^A short-term gain or loss on the day/u }).check();
    const said = app.page.getByRole('region', { name: 'What will be recorded' });
    await said.getByText('The record stays for good.', { exact: false }).waitFor();
    await app.page.getByRole('button', { name: 'Record this choice' }).click();
    await recorded();
    expect(
      await app.page.getByRole('radio', { name: /^A short-term gain or loss on the day/u }).isChecked(),
    ).toBe(true);
    await app.page.getByText(/^By when:.*Chosen on \d/u).waitFor();
    expect(await question('Funding and fees of other futures').innerText()).toMatch(/(?<!not )chosen/u);
  });

  it('about lots is asked the same way', async () => {
    await question('Network fee of a transfer').click();
    await app.page.getByRole('radio', { name: /^Their cost is added/u }).check();
    await app.page.getByRole('button', { name: 'Record this choice' }).click();
    await recorded();
    expect(await app.page.getByRole('radio', { name: /^Their cost is added/u }).isChecked()).toBe(true);
  });

  it('that binds is recorded only once that is understood', async () => {
    await question('How new hedges are identified').click();
    await app.page.getByRole('radio', { name: /^Leave section 1256/u }).check();
    await app.page.getByRole('button', { name: 'Record this choice' }).click();
    await app.page.getByText('Say so first').waitFor();
    await app.page.getByRole('button', { name: 'Keep it as it was' }).click();
    await recorded();
    expect(await app.page.getByRole('radio', { name: /^Nothing special/u }).isChecked()).toBe(true);
  });

  it('about law to come takes a day, and refuses what is none', async () => {
    await question('Wash sales of coins').click();
    await app.page.getByRole('radio', { name: 'It holds from a day that a law names' }).check();
    await app.page.getByText('Type the day from which it holds', { exact: true }).waitFor();
    expect(await app.page.getByRole('button', { name: 'Record this choice' }).isDisabled()).toBe(true);
    await app.page.getByLabel('From', { exact: true }).fill('2027-01-01');
    await app.page.getByRole('button', { name: 'Record this choice' }).click();
    await recorded();
    expect(await question('Wash sales of coins').innerText()).toContain('Holds from 1 Jan 2027');
  });
});

describe('beside the questions', () => {
  it('each contract in use says how it is taxed, and leads to where that is changed', async () => {
    await goToTaxChoices(app.page);
    await app.page
      .getByRole('button', { name: /^Open the contract/u })
      .first()
      .click();
    await app.page.getByRole('heading', { name: 'Targets & hedge', level: 1 }).waitFor();
    await app.page.getByRole('dialog').getByText('Does it fit your statement?').waitFor();
    await app.page.keyboard.press('Escape');
  });

  it('a hedge is put on record as what it is, and what came too late says so', async () => {
    await goTo(app.page, 'Hedge monitor');
    await app.page.getByRole('button', { name: /^Make \d+ positions a hedge$/u }).click();
    const dialog = app.page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Make \d+ positions a hedge$/u }).click();
    await dialog.waitFor({ state: 'hidden' });
    await goToTaxChoices(app.page);
    await app.page.getByRole('button', { name: 'Put a hedge on record' }).click();
    await dialog.getByRole('combobox', { name: 'Hedge' }).waitFor();
    await dialog.getByRole('button', { name: 'Put it on record' }).click();
    // The hedge began before today: it is refused in full, or kept with the words that it is late.
    await dialog
      .getByRole('alert')
      .or(app.page.getByRole('table', { name: 'Hedges on record' }))
      .first()
      .waitFor();
    if (await dialog.isVisible()) {
      expect((await dialog.getByRole('alert').innerText()).length).toBeGreaterThan(40);
      await dialog.getByRole('checkbox', { name: /^My own books show it/u }).check();
      await dialog.getByRole('button', { name: 'Put it on record' }).click();
      await dialog.waitFor({ state: 'hidden' });
    }
    const table = app.page.getByRole('table', { name: 'Hedges on record' });
    await table.waitFor();
    expect(await table.innerText()).toMatch(/Identified straddle/u);
  });
});
