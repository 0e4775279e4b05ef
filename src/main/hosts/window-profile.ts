/** The browser's profile: a fresh folder for one window, gone with it. Nothing in it is worth keeping. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const prefix = 'hedgerow-window-';

/** Makes a folder that only this user can read (0700). What a killed Hedgerow left behind is removed first. */
export function makeProfile(temporary: string = tmpdir()): string {
  for (const name of readdirSync(temporary)) {
    const owner = new RegExp(`^${prefix}(\\d+)-`, 'u').exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner)))
      rmSync(join(temporary, name), { recursive: true, force: true });
  }
  return mkdtempSync(join(temporary, `${prefix}${process.pid}-`));
}

/** The browser's last writes come after its end is known, and make the folder anew: looks again until it stays away. */
export async function removeProfile(profile: string): Promise<void> {
  for (let timesGone = 0, tries = 0; timesGone < 3 && tries < 40; tries++) {
    timesGone = existsSync(profile) ? 0 : timesGone + 1;
    await rm(profile, { recursive: true, force: true }).catch(() => undefined);
    await sleep(50);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process with that number: their folder is not ours to remove.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
