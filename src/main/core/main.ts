/**
 * The core process: the only one that holds a ledger, its keys and the engine. Its parent talks to it over a message
 * port (Electron's utility process) or Node's own channel (fork), and ends it to lock.
 */
import { contract } from '../../shared/contract/contract.ts';
import { instantFromEpochMs } from '../../shared/time/instant.ts';
import { createDispatcher, nameAndPlace } from './dispatch.ts';
import { dataFolder } from './data-folder.ts';
import { handlers } from './handlers.ts';
import type { FromCore, ToCore } from './messages.ts';
import type { Session } from './session.ts';
import { UploadStore } from './uploads.ts';

/** What Electron adds to `process` in a utility process. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

interface Parent {
  send(message: FromCore): void;
  onMessage(listener: (message: ToCore) => void): void;
}

function parentOf(process: NodeJS.Process & { readonly parentPort?: ParentPort }): Parent {
  const port = process.parentPort;
  if (port !== undefined) {
    return {
      send: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', ({ data }) => listener(data as ToCore)),
    };
  }
  // Nobody to answer any more: a core without a parent must not stay with an open ledger.
  process.on('disconnect', () => process.exit(0));
  return {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', (message) => listener(message as ToCore)),
  };
}

function log(line: string): void {
  process.stderr.write(`hedgerow core: ${line}\n`);
}

function start(): void {
  const parent = parentOf(process);
  const session: Session = {
    ledger: null,
    dataFolder: dataFolder(),
    uploads: new UploadStore(),
    cache: new Map(),
  };
  const dispatcher = createDispatcher({
    contract,
    handlers,
    session,
    clock: () => instantFromEpochMs(Date.now()),
    push: (push) => parent.send({ push }),
    validateOutput: process.env['HEDGEROW_VALIDATE'] === '1',
    log,
  });
  for (const bug of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(bug, (error: unknown) => {
      log(`bug outside any call: ${nameAndPlace(error)}`);
      process.exit(1);
    });
  }
  // Ctrl-C reaches the whole process group; the parent decides what becomes of the work.
  process.on('SIGINT', () => undefined);
  parent.onMessage((message) => {
    if ('cancel' in message) dispatcher.cancel(message.cancel);
    else void dispatcher.call(message).then((result) => parent.send({ id: message.id, result }));
  });
}

start();
