/**
 * Composition root: chooses the host and opens the app in it.
 * `--host=electron|browser` (default: whichever this process runs in), `--demo` opens the sample ledger at once.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openApp, type Router } from './router.ts';

const coreEntry = join(import.meta.dirname, 'core.js');
const rendererFolder = join(import.meta.dirname, '..', 'renderer');

async function openInBrowser(demo: boolean): Promise<void> {
  const { findBrowser } = await import('./hosts/find-browser.ts');
  const { openBrowserHost } = await import('./hosts/browser.ts');
  const executable = findBrowser();
  if (executable === null) {
    say('no Chromium, Chrome or Edge was found. Install one, or name one in HEDGEROW_BROWSER.');
    process.exitCode = 1;
    return;
  }
  const host = openBrowserHost({
    executable,
    rendererFolder,
    coreEntry,
    headless: process.env['HEDGEROW_HEADLESS'] === '1',
    downloadsFolder: join(homedir(), 'Downloads'),
  });
  const app = await openApp(host, demo ? { beforeWindow: openSample } : {});
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void app.window.close());
  await app.ended;
}

async function openSample(router: Router): Promise<void> {
  const result = await router.handle('ledger.createSample', {}, 'demo');
  if (!result.ok) say(`${result.failure.message} ${result.failure.fix}`);
}

function say(text: string): void {
  process.stderr.write(`hedgerow: ${text}\n`);
}

const { values } = parseArgs({
  options: { host: { type: 'string' }, demo: { type: 'boolean', default: false } },
  strict: false,
});
await openInBrowser(values.demo === true);
