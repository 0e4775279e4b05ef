/** `npm start`: the app, in the best window this machine has. HEDGEROW_HOST=electron|browser|terminal chooses. */
import { Problem, inRoot, root, run, runNode, runScript, say } from './lib/project.mjs';
import { setUpBuild } from './lib/set-up.mjs';
import { findBrowser, findOrDownloadElectron, hasDisplay, installABrowser } from './lib/window.mjs';

const args = process.argv.slice(2);
const startFailedWithinMs = 5000;

await runScript(() => {
  setUpBuild();
  switch (process.env.HEDGEROW_HOST ?? '') {
    case 'electron':
      return startElectron(findOrDownloadElectron({ evenAfterFailure: true }));
    case 'browser':
      return startBrowser(findBrowser());
    case 'terminal':
      return startTerminal();
    case '':
      return startBest();
    default:
      throw new Problem('HEDGEROW_HOST is electron, browser or terminal.');
  }
});

async function startBest() {
  if (!hasDisplay()) {
    say('There is no display here, so this is the sample ledger in the terminal.');
    return startTerminal();
  }
  const electron = findOrDownloadElectron();
  if (electron !== undefined) {
    const started = Date.now();
    const code = await startElectron(electron);
    if (code === 0 || Date.now() - started > startFailedWithinMs) return code;
    say('Electron does not start on this machine.');
  }
  const browser = findBrowser();
  if (browser !== undefined) {
    say(`Without Electron's runtime, the window is one of ${browser}.`);
    return startBrowser(browser);
  }
  say(
    `There is neither Electron's runtime nor a browser for a window (${installABrowser}), so this is the sample ledger in the terminal.`,
  );
  return startTerminal();
}

function startElectron(program) {
  if (program === undefined) throw new Problem("Electron's runtime could not be downloaded.");
  const isRoot = process.platform === 'linux' && process.getuid() === 0;
  // Chromium's sandbox cannot be used by root; everyone else has it.
  return run(program, [root, ...(isRoot ? ['--no-sandbox'] : []), ...args]);
}

function startBrowser(browser) {
  if (browser === undefined) throw new Problem(`No browser was found: ${installABrowser}.`);
  return runNode([inRoot('out/main/index.js'), '--host=browser', ...args], {
    env: { HEDGEROW_BROWSER: browser },
  });
}

function startTerminal() {
  return runNode([inRoot('out/main/cli.js'), 'demo']);
}
