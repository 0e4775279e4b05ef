/** The built app as a process under the browser host: how it starts, ends, and what it leaves behind. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { builtFile } from '../built.ts';
import { temporaryFolder } from '../cli/hedgerow.ts';

const folder = temporaryFolder();

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [builtFile('main/index.js'), ...args], {
    env: { ...process.env, HEDGEROW_DATA_FOLDER: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function profilesOf(pid: number | undefined): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`hedgerow-window-${pid}-`));
}

/** The core and the browser's processes that belong to one run of the app. */
function processesOf(pid: number | undefined): string[] {
  const lines = execFileSync('ps', ['-eo', 'ppid=,stat=,args='], { encoding: 'utf8' }).split('\n');
  const own = lines.filter(
    (line) => line.trim().startsWith(`${pid} `) || line.includes(`hedgerow-window-${pid}-`),
  );
  return own.filter((line) => !/^\s*\d+\s+Z/u.test(line));
}

async function windowOf(app: ChildProcess): Promise<void> {
  await expect
    .poll(() => processesOf(app.pid).filter((line) => line.includes('--type=renderer')).length, {
      timeout: 30_000,
    })
    .toBeGreaterThan(0);
}

const ended = (app: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => void app.on('exit', resolve));

describe.runIf(process.env['E2E_HOST'] !== 'electron' && process.platform !== 'win32')(
  'the app under the browser host',
  () => {
    it('opens the sample with --demo, says its passphrase, and ends with nothing left', async () => {
      const app = start('--host=browser', '--demo');
      const said = text(app.stderr ?? process.stdin);
      const code = ended(app);
      await windowOf(app);
      app.kill('SIGTERM');
      expect(await code).toBe(0);
      expect(await said).toMatch(/its passphrase is "\S+"/u);
      expect(profilesOf(app.pid)).toEqual([]);
      expect(processesOf(app.pid)).toEqual([]);
    });

    it('leaves no process when it is killed, and the next start removes the rest', async () => {
      const killed = start('--host=browser');
      await windowOf(killed);
      killed.kill('SIGKILL');
      await expect.poll(() => processesOf(killed.pid), { timeout: 10_000 }).toEqual([]);
      const next = start('--host=browser');
      await windowOf(next);
      expect(profilesOf(killed.pid)).toEqual([]);
      const code = ended(next);
      next.kill('SIGINT');
      expect(await code).toBe(0);
    });

    it('says what is missing where there is no browser', async () => {
      const app = spawn(process.execPath, [builtFile('main/index.js'), '--host=browser'], {
        env: { ...process.env, HEDGEROW_BROWSER: '/no/such/browser' },
      });
      const code = ended(app);
      expect(await text(app.stderr)).toContain('HEDGEROW_BROWSER');
      expect(await code).toBe(1);
    });
  },
);
