import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { _electron, type Page } from 'playwright-core';
import { openBrowserHost } from '../../src/main/hosts/browser.ts';
import { findBrowser } from '../../src/main/hosts/find-browser.ts';
import { openApp } from '../../src/main/router.ts';
import { builtFile, root } from '../built.ts';

export interface WindowPlace {
  /** Temporary, with a blank in its name. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface OpenedWindow {
  readonly page: Page;
  close(): Promise<void>;
}

/** The browser host as `npm start` opens it, in this process, so that its page is at hand. */
export async function openInBrowser({ folder, env }: WindowPlace): Promise<OpenedWindow> {
  const executable = findBrowser();
  if (executable === null) throw new Error('no browser is installed');
  const coreEntry = builtFile('main/core.js');
  Object.assign(process.env, env);
  const host = openBrowserHost({
    executable,
    rendererFolder: dirname(builtFile('renderer/index.html')),
    coreEntry,
    headless: process.env['HEDGEROW_HEADLESS'] === '1',
    downloadsFolder: join(folder, 'downloads'),
    size: { width: 1280, height: 860 },
  });
  const app = await openApp(host);
  return {
    page: app.window.page,
    async close() {
      await app.window.close();
      await app.ended;
    },
  };
}

/** Electron itself with the built app. Its settings folder is the temporary one, so that it is not the user's own app. */
export async function openInElectron({ folder, env }: WindowPlace): Promise<OpenedWindow> {
  builtFile('main/index.js');
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const electron = await _electron.launch({
    executablePath: electronProgram(),
    args: [root, ...(isRoot ? ['--no-sandbox'] : [])],
    env: { ...Object.fromEntries(inherited), ...env, XDG_CONFIG_HOME: folder, APPDATA: folder },
  });
  return { page: await electron.firstWindow(), close: () => electron.close() };
}

/** Where its package says; loading the package would download it. */
function electronProgram(): string {
  const folder = join(root, 'node_modules', 'electron');
  return join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
}
