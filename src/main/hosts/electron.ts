/**
 * The product's host. Electron's settings are all here and in the `electron-*` files beside it; none is left to its
 * default where safety depends on it. `prepareElectron` runs before Electron is ready, `openElectronHost` after.
 *
 * Never used, so that nothing can leave: auto-updater, crash reporter, net, shell.openExternal.
 */
import type { BrowserWindow, Session } from 'electron';
import { join } from 'node:path';
import { BlockedRequests } from './blocked-requests.ts';
import { networkOffSwitches } from './browser-switches.ts';
import { ELECTRON_ORIGIN, ELECTRON_SCHEME, type ElectronApi } from './electron-api.ts';
import { forkElectronCore } from './electron-core.ts';
import { menuTemplate } from './electron-menu.ts';
import { guardSession, servePage } from './electron-session.ts';
import { carryCalls, dressWindow, guardContents, windowOptions } from './electron-window.ts';
import { freshAddress } from './fresh-address.ts';
import type { Host, HostWindow, PageCalls } from './host.ts';
import { pageFiles } from './page-files.ts';

export interface ElectronHostOptions {
  readonly rendererFolder: string;
  readonly preload: string;
  readonly coreEntry: string;
  /** Opens Chromium's tools to the developer; never in a packaged app. */
  readonly development: boolean;
}

/** Out: false where another Hedgerow runs already; that one comes to the front, this one has to end. */
export function prepareElectron({ app, protocol }: ElectronApi): boolean {
  // What Chromium itself writes stays apart from ledgers; the lock on a single instance lies there too.
  app.setPath('userData', join(app.getPath('appData'), 'Hedgerow', 'window'));
  if (!app.requestSingleInstanceLock()) return false;
  app.enableSandbox();
  for (const [name, value] of networkOffSwitches) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
  protocol.registerSchemesAsPrivileged([
    { scheme: ELECTRON_SCHEME, privileges: { standard: true, secure: true } },
  ]);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  app.on('window-all-closed', () => app.quit());
  return true;
}

export async function openElectronHost(electron: ElectronApi, options: ElectronHostOptions): Promise<Host> {
  const { app, Menu, session: sessions } = electron;
  const development = options.development && !app.isPackaged;
  const blocked = new BlockedRequests();
  // A session of its own, in memory: no cookies, no cache, nothing of a page on disk.
  const session = sessions.fromPartition('hedgerow', { cache: false });
  await guardSession(session, blocked, development);
  await guardSession(sessions.defaultSession, blocked, development);
  servePage(session, pageFiles(options.rendererFolder));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, development)));
  return {
    forkCore: () => forkElectronCore(electron, options.coreEntry),
    openWindow: (calls) => openWindow(electron, options, { session, development }, calls),
  };
}

async function openWindow(
  { app, BrowserWindow, powerMonitor }: ElectronApi,
  { preload }: ElectronHostOptions,
  { session, development }: { readonly session: Session; readonly development: boolean },
  calls: PageCalls,
): Promise<HostWindow> {
  const window = new BrowserWindow(windowOptions({ session, preload, devTools: development }));
  const closed = new Promise<void>((resolve) => void window.once('closed', resolve));
  dressWindow(window);
  carryCalls(window.webContents, calls);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  powerMonitor.on('suspend', () => calls.lockIfOpen());
  powerMonitor.on('lock-screen', () => calls.lockIfOpen());
  await window.loadURL(`${ELECTRON_ORIGIN}/`);
  return {
    push: (push) => {
      if (!window.isDestroyed()) window.webContents.send('hedgerow:push', push);
    },
    renewPage: () => renewPage(window),
    closed,
    close: async () => {
      window.close();
      await closed;
    },
  };
}

/** A renderer that was ended by force is never used again: Electron loads the next page in another process. */
async function renewPage(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  const address = freshAddress(ELECTRON_ORIGIN, window.webContents.getURL());
  window.webContents.forcefullyCrashRenderer();
  // Fails where the window is closed meanwhile.
  await window.loadURL(address).catch(() => undefined);
}
