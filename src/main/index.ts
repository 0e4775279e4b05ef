/**
 * Composition root: chooses the host and opens the app in it.
 * `--host=electron|browser` (default: whichever this process runs in), `--demo` opens the sample ledger at once.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CallResult } from '../shared/contract/contract.ts';
import type { ElectronApi } from './hosts/electron-api.ts';
import type { Host } from './hosts/host.ts';
import { openApp, type Router } from './router.ts';

const out = join(import.meta.dirname, '..');
const rendererFolder = join(out, 'renderer');
const coreEntry = join(out, 'main', 'core.js');
const preload = join(out, 'preload', 'index.cjs');

const { values } = parseArgs({
  options: { host: { type: 'string' }, demo: { type: 'boolean', default: false } },
  strict: false,
});
const isInElectron = process.versions['electron'] !== undefined;

switch (values.host ?? (isInElectron ? 'electron' : 'browser')) {
  case 'browser':
    await openInBrowser();
    break;
  case 'electron':
    if (isInElectron) await openInElectron();
    else stop('--host=electron needs Electron: start it with `npx electron .`');
    break;
  default:
    stop('--host is electron or browser.');
}

async function openInBrowser(): Promise<void> {
  const { findBrowser } = await import('./hosts/find-browser.ts');
  const { openBrowserHost } = await import('./hosts/browser.ts');
  const executable = findBrowser();
  if (executable === null) {
    stop('No Chromium, Chrome or Edge was found. Install one, or name one in HEDGEROW_BROWSER.');
    return;
  }
  const headless = process.env['HEDGEROW_HEADLESS'] === '1';
  const downloadsFolder = join(homedir(), 'Downloads');
  try {
    await runIn(openBrowserHost({ executable, rendererFolder, coreEntry, headless, downloadsFolder }));
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : '';
    stop(`${executable} did not open a window. ${reason}`);
  }
}

/** Electron is ready only after this module has been evaluated, so nothing here may wait for that. */
async function openInElectron(): Promise<void> {
  const electron: ElectronApi = await import('electron');
  const { openElectronHost, prepareElectron } = await import('./hosts/electron.ts');
  if (!prepareElectron(electron)) {
    electron.app.quit();
    return;
  }
  const development = process.env['HEDGEROW_DEV'] === '1';
  void electron.app
    .whenReady()
    .then(() => openElectronHost(electron, { rendererFolder, preload, coreEntry, development }))
    .then(runIn)
    .catch((error: unknown) => {
      stop(`the window did not open. ${error instanceof Error ? error.message.split('\n')[0] : ''}`);
      electron.app.exit(1);
    });
}

async function runIn(host: Host): Promise<void> {
  const opening = openApp(host, values.demo === true ? { beforeWindow: openSample } : {});
  // The second time, a signal ends the process where it stands.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void opening.then((app) => app.window.close()));
  }
  const app = await opening;
  await app.ended;
}

async function openSample(router: Router): Promise<void> {
  const result = (await router.handle(
    'ledger.createSample',
    {},
    'demo',
  )) as CallResult<'ledger.createSample'>;
  if (result.ok) say(`the sample ledger is open; its passphrase is "${result.value.passphrase}".`);
  else say(`${result.failure.message} ${result.failure.fix}`);
}

function stop(text: string): void {
  say(text);
  process.exitCode = 1;
}

function say(text: string): void {
  process.stderr.write(`hedgerow: ${text}\n`);
}
