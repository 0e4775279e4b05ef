import { vi } from 'vitest';
import { openElectronHost, prepareElectron } from '../../src/main/hosts/electron.ts';
import type { PageCalls } from '../../src/main/hosts/host.ts';
import { ok } from '../../src/shared/errors/failure.ts';
import { builtPage } from './built-page.ts';
import { electronStandIn } from './electron-stand-in.ts';

const page = builtPage();
const paths = { rendererFolder: page, preload: '/out/preload/index.cjs', coreEntry: '/out/main/core.js' };

/** The real host code, started and with its window open, over a stand-in of Electron. Electron itself does not run. */
export async function opened(setUp: Parameters<typeof electronStandIn>[0] = {}, development = false) {
  const standIn = electronStandIn(setUp);
  const calls = { handle: vi.fn<PageCalls['handle']>(async () => ok('answer')), lockIfOpen: vi.fn() };
  prepareElectron(standIn.electron);
  const host = await openElectronHost(standIn.electron, { ...paths, development });
  const window = await host.openWindow(calls);
  return { ...standIn, host, calls, open: window };
}
