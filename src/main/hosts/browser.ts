/**
 * The host for machines without the Electron runtime: an installed Chromium, Chrome or Edge in app mode, driven over its
 * debugging pipe. No port is opened; the page is served by interception; every other request is refused and counted.
 */
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { forkCore } from '../core/client.ts';
import { BlockedRequests } from './blocked-requests.ts';
import { browserSwitches } from './browser-switches.ts';
import { BINDING, bridgeScript, PUSH_EVENT, REFUSED_BINDING } from './browser-bridge.ts';
import { saveDownload } from './downloads.ts';
import { freshAddress } from './fresh-address.ts';
import type { Host, HostWindow, PageCalls } from './host.ts';
import { pageFiles, type PageFiles } from './page-files.ts';
import { makeProfile, removeProfile } from './window-profile.ts';

const BROWSER_ORIGIN = 'https://hedgerow.localhost';
const EMPTY_PAGE = 'data:text/html,';

export interface BrowserHostOptions {
  /** The browser's executable: see `findBrowser`. */
  readonly executable: string;
  /** The built page (out/renderer). */
  readonly rendererFolder: string;
  /** The built core (out/main/core.js). */
  readonly coreEntry: string;
  readonly headless: boolean;
  /** Where the page's downloads go; the user's Downloads folder in the app. */
  readonly downloadsFolder: string;
  readonly size?: { readonly width: number; readonly height: number };
}

export interface BrowserHost extends Host {
  readonly blocked: BlockedRequests;
  openWindow(calls: PageCalls): Promise<BrowserWindow>;
}

export interface BrowserWindow extends HostWindow {
  /** For end-to-end tests, which drive the very window that users see. */
  readonly page: Page;
}

export function openBrowserHost(options: BrowserHostOptions): BrowserHost {
  const blocked = new BlockedRequests();
  return {
    blocked,
    forkCore: () => forkCore(options.coreEntry),
    openWindow: (calls) => openWindow(options, blocked, calls),
  };
}

async function openWindow(
  options: BrowserHostOptions,
  blocked: BlockedRequests,
  calls: PageCalls,
): Promise<BrowserWindow> {
  const profile = makeProfile();
  const context = await launch(options, profile);
  const closed = closing(context, profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await guard(context, page, pageFiles(options.rendererFolder), blocked);
  const gate: Gate = { isShut: false };
  await connect(context, page, calls, blocked, gate);
  page.on('download', (download) => void saveDownload(download, options.downloadsFolder));
  page.on('close', () => void context.close());
  await page.goto(`${BROWSER_ORIGIN}/`);
  let renewing = Promise.resolve();
  return {
    page,
    push: (push) => void page.evaluate(dispatchPush, { event: PUSH_EVENT, push }).catch(() => undefined),
    renewPage: () => (renewing = renewing.then(() => renewPage(context, page, gate)).catch(() => undefined)),
    closed,
    close: async () => {
      await context.close();
      await closed;
    },
  };
}

async function launch(options: BrowserHostOptions, profile: string): Promise<BrowserContext> {
  const { headless, size = { width: 1320, height: 880 } } = options;
  return await chromium.launchPersistentContext(profile, {
    executablePath: options.executable,
    headless,
    // Chromium's own sandbox cannot start as root; everyone else keeps it.
    chromiumSandbox: process.getuid?.() !== 0,
    // Playwright would show "controlled by automated test software" above the app.
    ignoreDefaultArgs: ['--enable-automation'],
    args: browserSwitches(size),
    viewport: headless ? size : null,
    serviceWorkers: 'block',
    acceptDownloads: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** The one guard of the network: own files by interception, everything else refused. */
async function guard(
  context: BrowserContext,
  page: Page,
  files: PageFiles,
  blocked: BlockedRequests,
): Promise<void> {
  await context.route('**/*', async (route, request) => {
    const url = new URL(request.url());
    if (url.origin === BROWSER_ORIGIN && request.method() === 'GET') {
      // A page that is closing has no use for an answer any more.
      await route.fulfill(files.serve(url.pathname)).catch(() => undefined);
      return;
    }
    blocked.add(request.url(), request.resourceType());
    // 'aborted' leaves a page that tried to navigate where it was.
    await route.abort(request.isNavigationRequest() ? 'aborted' : 'blockedbyclient').catch(() => undefined);
  });
  await context.routeWebSocket(/.*/u, async (socket) => {
    blocked.add(socket.url(), 'websocket');
    await socket.close();
  });
  context.on('page', (other) => {
    if (other !== page) void other.close();
  });
}

/** Calls come only from the page's own main frame: see `bridgeScript` for what the page gets. */
async function connect(
  context: BrowserContext,
  page: Page,
  calls: PageCalls,
  blocked: BlockedRequests,
  gate: Gate,
): Promise<void> {
  await context.exposeBinding(BINDING, async (source, name: unknown, input: unknown, id: unknown) => {
    const isOurs = source.frame === page.mainFrame() && new URL(source.frame.url()).origin === BROWSER_ORIGIN;
    if (!isOurs || gate.isShut) throw new Error('Refused: not the app’s own page.');
    return await calls.handle(name, input, id);
  });
  await context.exposeBinding(REFUSED_BINDING, (_source, url: unknown, type: unknown) => {
    blocked.add(String(url), String(type).slice(0, 40));
  });
  await context.addInitScript({ content: bridgeScript(BROWSER_ORIGIN) });
}

/** Shut while a page is on its way out: what it still says counts no more. */
interface Gate {
  isShut: boolean;
}

/**
 * By way of an empty document of another origin, because Chromium would load the same origin in the same process. It
 * must not stay in the history, where "back" would lead to an empty window.
 */
async function renewPage(context: BrowserContext, page: Page, gate: Gate): Promise<void> {
  const address = freshAddress(BROWSER_ORIGIN, page.url());
  gate.isShut = true;
  try {
    await page.goto(EMPTY_PAGE);
  } finally {
    gate.isShut = false;
  }
  await page.goto(address);
  const devTools = await context.newCDPSession(page);
  await devTools.send('Page.resetNavigationHistory');
  await devTools.detach();
}

/** Runs in the page. */
function dispatchPush({ event, push }: { event: string; push: unknown }): void {
  window.dispatchEvent(new CustomEvent(event, { detail: push }));
}

function closing(context: BrowserContext, profile: string): Promise<void> {
  return new Promise((resolve) => {
    context.on('close', () => {
      void removeProfile(profile).then(resolve, resolve);
    });
  });
}
