/** What can show a window on this machine: a display, an installed browser, Electron's runtime. */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Problem, inRoot, nodePath, say } from './project.mjs';

export const installABrowser =
  'install Chromium, Google Chrome or Microsoft Edge, or name one in HEDGEROW_BROWSER';

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The path of an installed Chromium, Chrome or Edge, found as the app finds it; undefined where there is none. */
export function findBrowser() {
  const finder = pathToFileURL(inRoot('src/main/hosts/find-browser.ts')).href;
  const script = `import { findBrowser } from ${JSON.stringify(finder)}; process.stdout.write(findBrowser() ?? '');`;
  const { stdout } = spawnSync(nodePath(), ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  return stdout === '' ? undefined : stdout;
}

/** Electron's executable, or undefined where its runtime has not been downloaded. */
export function findElectron() {
  const folder = inRoot('node_modules/electron');
  const nameFile = path.join(folder, 'path.txt');
  if (!fs.existsSync(nameFile)) return undefined;
  const program = path.join(folder, 'dist', fs.readFileSync(nameFile, 'utf8'));
  return fs.existsSync(program) ? program : undefined;
}

const downloadFailed = inRoot('node_modules/.cache/hedgerow/electron-download-failed');
const dayMs = 24 * 3600 * 1000;
const downloadLimitMs = 5 * 60 * 1000;

/** Finds Electron, downloading its runtime where that can be done; a failure is remembered for a day. */
export function findOrDownloadElectron({ evenAfterFailure = false } = {}) {
  const found = findElectron();
  if (found !== undefined) return found;
  const failedAt = fs.existsSync(downloadFailed) ? fs.statSync(downloadFailed).mtimeMs : 0;
  if (!evenAfterFailure && Date.now() - failedAt < dayMs) return undefined;
  say('Downloading the Electron runtime (once, about 120 MB) …');
  spawnSync(nodePath(), [inRoot('node_modules/electron/install.js')], {
    stdio: 'ignore',
    timeout: downloadLimitMs,
  });
  if (findElectron() === undefined) {
    fs.mkdirSync(path.dirname(downloadFailed), { recursive: true });
    fs.writeFileSync(downloadFailed, '');
  }
  return findElectron();
}

/** Installs what the end-to-end tests need where this can be done without asking: Debian, as root. */
export function installOnDebian(packages) {
  if (packages.length === 0 || !isDebianRoot()) return;
  say(`Installing ${packages.join(' and ')} (once, about a minute) …`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], options).status;
  if (apt('update') !== 0 || apt('install', '-y', '--no-install-recommends', ...packages) !== 0) {
    throw new Problem(`apt-get could not install ${packages.join(' and ')}.`);
  }
}

function isDebianRoot() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !fs.existsSync('/etc/os-release'))
    return false;
  return /^ID=debian$/m.test(fs.readFileSync('/etc/os-release', 'utf8'));
}

/** Starts a display without a screen; answers its name and how to end it. */
export function startVirtualDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    const missing = 'There is no display, and no virtual one: install xvfb, or set HEDGEROW_HEADLESS=1.';
    server.on('error', () => reject(new Problem(missing)));
    server.on('exit', () => reject(new Problem('The virtual display (Xvfb) ended at once.')));
    server.stdio[3].once('data', (number) => {
      resolve({ display: `:${String(number).trim()}`, end: () => server.kill() });
    });
  });
}
