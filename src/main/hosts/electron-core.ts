import { coreFlags, envWithoutSecrets, type CoreProcess, type FromCore } from '../core/client.ts';
import type { ElectronApi } from './electron-api.ts';

/** The core as Electron's utility process: a child with Node and without a window. */
export function forkElectronCore(
  { utilityProcess }: Pick<ElectronApi, 'utilityProcess'>,
  entry: string,
): CoreProcess {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'Hedgerow core',
    env: envWithoutSecrets(process.env),
    execArgv: [...coreFlags],
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: FromCore) => listener(message)),
    onExit: (listener) => void child.on('exit', listener),
    kill() {
      // Electron's own `kill` asks politely (SIGTERM), and a process that is asked can still write.
      if (child.pid === undefined) child.once('spawn', () => killAtOnce(child.pid));
      else killAtOnce(child.pid);
    },
  };
}

function killAtOnce(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
