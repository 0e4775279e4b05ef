import { homedir } from 'node:os';
import { join } from 'node:path';

interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** Where ledgers live unless the user says otherwise: the platform's own place; HEDGEROW_DATA_FOLDER overrides it. */
export function dataFolder(
  machine: Machine = { platform: process.platform, env: process.env, home: homedir() },
): string {
  const { platform, env, home } = machine;
  if (env['HEDGEROW_DATA_FOLDER'] !== undefined) return env['HEDGEROW_DATA_FOLDER'];
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Hedgerow');
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Hedgerow');
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'hedgerow');
}
