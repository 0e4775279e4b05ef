/** Where things are, and how a child process is started. Plain Node 20 without packages, like all of scripts/lib. */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export function inRoot(...parts) {
  return path.join(root, ...parts);
}

/** What a person can put right: shown without a stack. */
export class Problem extends Error {}

export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs a script's body; its answer is the exit code. */
export async function runScript(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

const pinnedNode = inRoot('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

export function isNodeInstalled() {
  return fs.existsSync(pinnedNode);
}

/** The pinned Node, which the lock file brings. Where it cannot be had, a machine's own will do if it is new enough. */
export function nodePath() {
  if (isNodeInstalled()) return pinnedNode;
  if (Number.parseInt(process.versions.node, 10) >= 22) return process.execPath;
  throw new Problem(
    `The Node that Hedgerow runs on could not be installed. Use Node 22 or newer (this is ${process.version}).`,
  );
}

/** Runs the pinned Node to its end and answers the exit code. Signals that reach us reach it. */
export function runNode(args, { env = {}, stdio = 'inherit' } = {}) {
  return run(nodePath(), args, { env, stdio });
}

export function run(command, args, { env = {}, stdio = 'inherit' } = {}) {
  const child = spawn(command, args, { stdio, env: { ...childEnv(), ...env } });
  const pass = (signal) => child.kill(signal);
  const wait = () => {}; // Ctrl-C reaches the child from the terminal itself.
  process.on('SIGTERM', pass).on('SIGHUP', pass).on('SIGINT', wait);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', pass).off('SIGHUP', pass).off('SIGINT', wait);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

/** Runs the pinned Node silently; the output is shown only where it fails. */
export function runNodeQuietly(args, failure) {
  const { status, stdout, stderr } = spawnSync(nodePath(), args, {
    cwd: root,
    env: childEnv(),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Problem(`${stdout}${stderr}\n${failure}`);
}

function childEnv() {
  const pathKey = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = [path.dirname(nodePath()), inRoot('node_modules/.bin'), process.env[pathKey]];
  return { ...process.env, [pathKey]: folders.join(path.delimiter) };
}
