/**
 * The built app in a real window, for specs: its own page, its own core process, a real encrypted ledger in a temporary
 * folder. E2E_HOST=electron drives the same specs in Electron, where its runtime is there.
 *
 * Every test that uses it fails at its end if anything was asked of anybody but the app itself, if the content security
 * policy was broken, or if the page had an error.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Page } from 'playwright-core';
import { root } from '../built.ts';
import { watchFaults } from './faults.ts';
import { internetSockets } from './internet-sockets.ts';
import { openInBrowser, openInElectron, type OpenedWindow } from './windows.ts';

export interface App {
  readonly page: Page;
  /** Where ledgers lie unless another place is typed. */
  readonly dataFolder: string;
}

export interface AppOptions {
  /** Sets the core's clock, which then goes on: for ledgers that are not the sample, which brings its own day. */
  readonly now?: string;
  /** Each test goes on where the one before it stopped: after a failure the rest is not tried. */
  readonly inOrder?: boolean;
}

/** Two windows work side by side: what takes a second alone may wait for its turn. */
const waitMs = 40_000;
const isElectron = process.env['E2E_HOST'] === 'electron';

/** One window for all tests of a file. What it returns is filled before the first of them. */
export function appUnderTest({ now, inOrder = false }: AppOptions = {}): App {
  let hasFailed = false;
  let app: (App & { readonly opened: OpenedWindow; readonly faults: readonly string[] }) | undefined;
  const running = (): NonNullable<typeof app> => {
    if (app === undefined) throw new Error('the app runs only inside tests');
    return app;
  };

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hedgerow e2e '));
    const dataFolder = join(folder, 'data');
    const opened = await (isElectron ? openInElectron : openInBrowser)({
      folder,
      env: {
        HEDGEROW_DATA_FOLDER: dataFolder,
        HEDGEROW_BLOCKED_LOG: join(folder, 'blocked.log'),
        // The core checks its own answers against the contract.
        HEDGEROW_VALIDATE: '1',
        ...(now === undefined ? {} : { NODE_OPTIONS: clockAt(now) }),
      },
    });
    const { page } = opened;
    page.setDefaultTimeout(waitMs);
    // A press that meets a layer on its way in is lost: layers are there at once.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const faults = await watchFaults(page);
    app = { page, dataFolder, opened, faults };
  });

  beforeEach(({ skip }) => skip(inOrder && hasFailed, 'a test before it failed'));

  afterEach(async ({ task, onTestFailed }) => {
    onTestFailed(() => {
      hasFailed = true;
    });
    if (app === undefined) return;
    if (task.result?.state === 'fail') await keepPicture(app.page, task.name);
    expect([...app.faults, ...blockedRequests(app.dataFolder)], 'faults of the page').toEqual([]);
    // Playwright talks to Electron, but not to a browser, over a port of this machine.
    if (!isElectron) expect(internetSockets(process.pid), 'sockets of the app').toEqual([]);
  });

  afterAll(async () => {
    if (app === undefined) return;
    await app.opened.close();
    rmSync(join(app.dataFolder, '..'), { recursive: true, force: true });
  });

  return {
    get page() {
      return running().page;
    },
    get dataFolder() {
      return running().dataFolder;
    },
  };
}

/** Requests that a host refused: an attempt is a fault although nothing left. */
function blockedRequests(dataFolder: string): readonly string[] {
  const log = join(dataFolder, '..', 'blocked.log');
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
}

/** A switch that shifts the clock of a Node process, so that no figure depends on the day on which tests run. */
function clockAt(now: string): string {
  const shift = `const real=Date.now,shift=${Date.parse(now)}-real();Date.now=()=>real()+shift`;
  return `--import=data:text/javascript,${encodeURIComponent(shift)}`;
}

async function keepPicture(page: Page, test: string): Promise<void> {
  const folder = join(root, 'test-results', 'e2e');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${test.replaceAll(/[^\w-]+/gu, '-').slice(0, 80)}.png`);
  await page.screenshot({ path, fullPage: true }).catch(() => undefined);
}
