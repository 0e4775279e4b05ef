/** Brings dependencies and build up to date, doing nothing (in milliseconds) where they are. */
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Problem, inRoot, isNodeInstalled, root, runNodeQuietly, say } from './project.mjs';

const installedStamp = inRoot('node_modules/.cache/hedgerow/installed');
const builtStamp = inRoot('out/.built');
const builtFiles = [
  'out/main/index.js',
  'out/main/cli.js',
  'out/main/core.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];
const buildInputs = ['src', 'resources', 'electron.vite.config.ts', 'tsconfig.json', 'package-lock.json'];

export function setUpDependencies() {
  if (!dependenciesAreCurrent()) alone(() => dependenciesAreCurrent() || installDependencies());
}

export function setUpBuild() {
  setUpDependencies();
  if (!buildIsCurrent()) alone(() => buildIsCurrent() || build());
}

function dependenciesAreCurrent() {
  const wanted = lockHash();
  if (readIfThere(installedStamp) === wanted) return true;
  if (!isInstalledByHand()) return false;
  if (!isNodeInstalled()) installNode();
  writeFile(installedStamp, wanted);
  return true;
}

/** True after someone's own `npm ci` or `npm install`: npm notes what it installed in a lock file of its own. */
function isInstalledByHand() {
  const installed = readIfThere(inRoot('node_modules/.package-lock.json'));
  if (installed === undefined) return false;
  const there = JSON.parse(installed).packages;
  const wanted = JSON.parse(fs.readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional === true || there[name]?.version === entry.version,
  );
}

function installDependencies() {
  say('Installing dependencies (once, about a minute) …');
  npm('ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error');
  installNode();
  writeFile(installedStamp, lockHash());
}

/** The package "node" fetches the pinned Node in a script of its own; no other package runs one (see .npmrc). */
function installNode() {
  npm('rebuild', 'node', '--ignore-scripts=false', '--loglevel=error');
}

function npm(...args) {
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] };
  const script = process.env.npm_execpath;
  const { status } = script?.endsWith('.js')
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status !== 0)
    throw new Problem(`Installing the dependencies failed: "npm ${args[0]}" says why, above.`);
}

function buildIsCurrent() {
  return (
    readIfThere(builtStamp) === buildFingerprint() && builtFiles.every((file) => fs.existsSync(inRoot(file)))
  );
}

function build() {
  say('Building …');
  const fingerprint = buildFingerprint();
  runNodeQuietly([inRoot('node_modules/electron-vite/bin/electron-vite.js'), 'build'], 'The build failed.');
  writeFile(builtStamp, fingerprint);
}

/** Names, sizes and times of everything the build reads: cheap, and only ever too careful. */
function buildFingerprint() {
  const hash = crypto.createHash('sha256');
  for (const input of buildInputs) {
    for (const file of filesIn(inRoot(input))) {
      const { size, mtimeMs } = fs.statSync(file);
      hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function filesIn(start) {
  if (!fs.existsSync(start)) return [];
  if (!fs.statSync(start).isDirectory()) return [start];
  return fs
    .readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test(-d)?\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/** One set-up at a time, so that two commands started together do not build over each other. */
export function alone(work, lock = inRoot('out/.set-up-lock')) {
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  for (let tries = 0; !takeLock(lock); tries++) {
    if (tries === 20) say('Waiting for another command that is setting up …');
    sleep(100);
  }
  try {
    work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

function takeLock(lock) {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const owner = Number(readIfThere(lock) ?? 0);
  if (owner > 0 ? !isRunning(owner) : isOld(lock)) fs.rmSync(lock, { force: true });
  return false;
}

/** Its maker writes its number at once: a lock that stays empty is of one that was killed in between. */
function isOld(lock) {
  const made = fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > 5000;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function lockHash() {
  return crypto
    .createHash('sha256')
    .update(fs.readFileSync(inRoot('package-lock.json')))
    .digest('hex');
}

function readIfThere(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function writeFile(file, text) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}
