/** What the operating system knows of the app's connections: the proof that does not ask the app. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Internet sockets (TCP and UDP, of either version, listening ones too) that the descendants of a process hold: the
 * window and the core. Out: one line each; empty where there is no /proc to ask.
 */
export function internetSockets(root: number): readonly string[] {
  if (process.platform !== 'linux') return [];
  return descendantsOf(root).flatMap((pid) => {
    const held = new Set(socketsOf(pid));
    return held.size === 0
      ? []
      : internetTable(pid)
          .filter(({ inode }) => held.has(inode))
          .map(({ line }) => `${pid} ${line}`);
  });
}

function descendantsOf(root: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(name) }));
  const found = [root];
  for (const pid of found)
    found.push(...parents.filter(({ parent }) => parent === pid).map((each) => each.pid));
  return found.slice(1);
}

function parentOf(pid: string): number {
  // "pid (name) state parent …", where the name may hold anything.
  return Number(/\) \S (\d+)/u.exec(read(`/proc/${pid}/stat`))?.[1] ?? 0);
}

function socketsOf(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  return attempt(() => readdirSync(folder), []).flatMap((fd) => {
    const inode = /^socket:\[(\d+)\]$/u.exec(attempt(() => readlinkSync(`${folder}/${fd}`), ''))?.[1];
    return inode === undefined ? [] : [inode];
  });
}

/** The tables of the process's own network, which a sandbox may have cut off. */
function internetTable(pid: number): readonly { readonly inode: string; readonly line: string }[] {
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    read(`/proc/${pid}/net/${kind}`)
      .split('\n')
      .slice(1)
      .flatMap((row) => {
        const [, local = '', remote = '', , , , , , , inode] = row.trim().split(/\s+/u);
        return inode === undefined ? [] : [{ inode, line: `${kind} ${local} ${remote}` }];
      }),
  );
}

function read(file: string): string {
  return attempt(() => readFileSync(file, 'utf8'), '');
}

/** A process may end while it is looked at, and one in a sandbox does not show itself. */
function attempt<Value>(look: () => Value, otherwise: Value): Value {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
