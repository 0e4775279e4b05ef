/** The app without a mouse: from the door to the targets, the palette, the keys. */
import { beforeAll, describe, expect, it } from 'vitest';
import { appUnderTest } from './app.ts';
import { exchangeExports, otherRecords } from './folders.ts';
import { createLedger, goTo, importFiles, lock, seeScreen } from './steps.ts';

const passphrase = 'four plain words outside';

describe('with the keyboard alone', () => {
  const app = appUnderTest({ now: '2026-11-21T04:00:00Z', inOrder: true });

  beforeAll(async () => {
    await createLedger(app.page, { name: 'Keys', passphrase, income: '135000' });
    await goTo(app.page, 'Import');
    await importFiles(app.page, [...exchangeExports, otherRecords]);
    await goTo(app.page, 'Overview');
    await lock(app.page);
  });

  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await app.page.keyboard.press(key);
  };

  /** Presses Tab until the control with this name has the focus, which has to be seen all the way. */
  async function tabTo(role: string, name: string): Promise<void> {
    const wanted = `${role} ${name}`;
    const passed: string[] = [];
    for (let presses = 0; presses < 80; presses++) {
      await press('Tab');
      const { focused, seen } = await app.page.evaluate(describeFocus);
      expect(seen, `the focus on ${focused} can be seen`).toBe(true);
      if (focused === wanted) return;
      passed.push(focused);
    }
    throw new Error(`Tab does not reach ${wanted}, only ${passed.join(', ')}`);
  }

  it('unlocks', async () => {
    // The field has the focus as the door appears.
    await app.page.getByLabel('Passphrase', { exact: true }).waitFor();
    await app.page.keyboard.type(passphrase);
    await press('Enter');
    await seeScreen(app.page, 'Overview');
  });

  it('skips to the screen, past rail and strip', async () => {
    await press('Tab');
    expect((await app.page.evaluate(describeFocus)).focused).toBe('a Skip to the screen');
    await press('Enter');
    expect(await app.page.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('goes to the holdings, and opens the lots of one', async () => {
    await press('g', 'h');
    await seeScreen(app.page, 'Holdings & lots');
    await tabTo('button', 'Lots of BTC');
    await press('Enter');
    await app.page.getByRole('table', { name: 'Lots of BTC' }).waitFor();
  });

  it('changes tabs with the arrows, and moves among rows', async () => {
    await press('g', 'o');
    await seeScreen(app.page, 'Overview');
    await press('g', 'h');
    await seeScreen(app.page, 'Holdings & lots');
    await tabTo('button', 'Holdings');
    await press('ArrowRight');
    await app.page.getByRole('table', { name: 'Open lots' }).waitFor();
    await app.page.getByRole('table', { name: 'Open lots' }).locator('tr[tabindex="0"]').focus();
    await press('ArrowDown', 'ArrowDown');
    await expect
      .poll(() => app.page.evaluate(() => document.activeElement?.getAttribute('data-row')))
      .toBe('2');
  });

  it('sets targets', async () => {
    await press('g', 't');
    await seeScreen(app.page, 'Targets & hedge');
    await tabTo('input', 'Target share of BTC');
    await press('Control+a');
    await app.page.keyboard.type('50');
    await tabTo('input', 'Target share of ETH');
    await press('Control+a');
    await app.page.keyboard.type('50');
    for (const coin of ['BNB', 'SOL']) {
      await tabTo('button', `Remove ${coin}`);
      await press('Enter');
    }
    await tabTo('button', 'Save targets');
    await press('Enter');
    await app.page.getByText('Targets saved').waitFor();
  });

  /** Opens the palette with a key, types, and takes the first line. */
  async function find(key: string, words: string): Promise<void> {
    const palette = app.page.getByRole('dialog', { name: 'Search and commands' });
    await press(key);
    // As a person does: type once the caret is there, and choose once the line is.
    const empty = palette.locator('input:focus');
    await empty.waitFor();
    expect(await empty.inputValue()).toBe('');
    await app.page.keyboard.type(words);
    await palette.locator('[data-selected]').waitFor();
    await press('Enter');
    await palette.waitFor({ state: 'hidden' });
  }

  it('finds a screen, an asset and a word in the palette', async () => {
    await find('Control+k', 'year-end');
    await seeScreen(app.page, 'Year-end plan');
    await find('/', 'SOL');
    await app.page.getByRole('table', { name: 'Lots of SOL' }).waitFor();
    await find('Control+k', 'ETH');
    await app.page.getByRole('table', { name: 'Lots of ETH' }).waitFor();
    await find('Control+k', 'straddle');
    const card = app.page.getByRole('dialog', { name: 'straddle' });
    await card.getByText('Example:').waitFor();
    await press('Escape');
    await card.waitFor({ state: 'hidden' });
  });

  it('lists its keys, and lets those of one letter be turned off', async () => {
    await press('?');
    const help = app.page.getByRole('dialog', { name: 'Keyboard keys' });
    await help.waitFor();
    await help.getByRole('switch', { name: 'Keys of a single letter' }).focus();
    await press('Space', 'Escape');
    await help.waitFor({ state: 'hidden' });
    await press('g', 'o');
    expect(await app.page.getByRole('heading', { level: 1 }).innerText()).not.toBe('Overview');
  });
});

/** Runs in the page. What has the focus, in words, and whether an eye can tell. */
function describeFocus(): { readonly focused: string; readonly seen: boolean } {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body)
    return { focused: 'nothing', seen: true };
  const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element.textContent;
  const name = element.getAttribute('aria-label') ?? label ?? '';
  const box = element.getBoundingClientRect();
  const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(element);
  const isMarked =
    (outlineStyle !== 'none' && outlineWidth !== '0px') ||
    boxShadow !== 'none' ||
    (element.matches('input, select') && borderColor !== '');
  return {
    focused: `${element.localName} ${name.trim()}`,
    seen: isMarked && box.width > 0 && box.height > 0,
  };
}
