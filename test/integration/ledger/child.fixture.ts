/** Processes of their own: to hold a ledger, to be killed, to run out of disk. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { passphrase } from './ledger.values.ts';

export function childScript(name: string): string {
  return fileURLToPath(new URL(`./children/${name}.ts`, import.meta.url));
}

export function startChild(name: string, ...values: readonly string[]): ChildProcess {
  return spawn(process.execPath, [childScript(name), ...values], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The lines that a child prints, one after another. */
export async function* linesOf(child: ChildProcess): AsyncGenerator<string> {
  if (child.stdout === null) throw new Error('a child that prints nothing');
  yield* createInterface({ input: child.stdout });
}

export async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

/** Runs `work` while another process has the ledger open. */
export async function isInUseByChild(path: string, work: () => Promise<void>): Promise<void> {
  const child = startChild('hold-open', path, passphrase);
  try {
    const first = await linesOf(child).next();
    if (first.value !== 'open') throw new Error(`the child could not open it: ${String(first.value)}`);
    await work();
  } finally {
    child.kill('SIGKILL');
    await ended(child);
  }
}
