/** `npm test`: everything that must pass. The last line, `N passed, N failed`, counts tests. */
import fs from 'node:fs';
import { Problem, inRoot, root, runNode, runScript, say } from './lib/project.mjs';
import { setUpBuild, setUpDependencies } from './lib/set-up.mjs';
import { fastSteps, runSteps } from './lib/steps.mjs';
import {
  findBrowser,
  findElectron,
  hasDisplay,
  installABrowser,
  installOnDebian,
  startVirtualDisplay,
} from './lib/window.mjs';

const counts = { passed: 0, failed: 0 };

await runScript(async () => {
  let passed = false;
  try {
    setUpDependencies();
    passed = await runSteps([
      ...fastSteps,
      ['Build', build],
      [
        'Unit, cases, properties, integration',
        () => runTests('spans', ['--project=unit', '--project=spans']),
      ],
      ['End to end', endToEnd],
    ]);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(error.message);
  }
  if (!passed && counts.failed === 0) counts.failed = 1;
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return passed ? 0 : 1;
});

function build() {
  setUpBuild();
  return 0;
}

async function endToEnd() {
  const headless = process.env.HEDGEROW_HEADLESS === '1';
  const needsDisplay = !headless && !hasDisplay();
  installOnDebian([
    ...(findBrowser() === undefined ? ['chromium'] : []),
    ...(needsDisplay && !fs.existsSync('/usr/bin/Xvfb') ? ['xvfb'] : []),
  ]);
  const browser = findBrowser();
  const electron = findElectron();
  if (browser === undefined && electron === undefined) {
    throw new Problem(`The end-to-end tests need a browser: ${installABrowser}.`);
  }
  const virtual = needsDisplay ? await startVirtualDisplay() : undefined;
  const env = virtual === undefined ? {} : { DISPLAY: virtual.display };
  try {
    let code = 0;
    if (browser !== undefined) {
      say(`In ${browser}:`);
      code = await runTests('e2e-browser', ['--project=e2e'], {
        ...env,
        E2E_HOST: 'browser',
        HEDGEROW_BROWSER: browser,
      });
    }
    if (electron !== undefined && code === 0) {
      say('In Electron:');
      code = await runTests('e2e-electron', ['--project=e2e'], { ...env, E2E_HOST: 'electron' });
    }
    return code;
  } finally {
    virtual?.end();
  }
}

async function runTests(name, args, env = {}) {
  const results = inRoot('test-results', `${name}.json`);
  fs.rmSync(results, { force: true });
  process.chdir(root);
  const vitest = inRoot('node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const code = await runNode([vitest, 'run', ...args, ...reporters], { env });
  if (fs.existsSync(results)) {
    const { numPassedTests, numFailedTests } = JSON.parse(fs.readFileSync(results, 'utf8'));
    counts.passed += numPassedTests;
    counts.failed += numFailedTests;
  }
  return code;
}
