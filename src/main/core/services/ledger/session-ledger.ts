import { basename } from 'node:path';
import { fail, ok, type Failure, type Result } from '../../../../shared/errors/failure.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import type { Session } from '../../session.ts';

/** Errors: `ledger/already-open`, because a core process holds one ledger in its life. */
export function expectNoLedger({ ledger }: Session): Result<void> {
  return ledger === null ? ok(undefined) : fail('ledger/already-open', { file: basename(ledger.path) });
}

export function takeLedger(session: Session, ledger: Ledger): void {
  session.ledger = ledger;
  session.cache.clear();
}

/** Does what follows opening: where that fails or throws, the ledger is closed again, as the caller then believes it is. */
export async function orLetGo<T>(
  session: Session,
  work: () => Promise<Result<T>>,
  afterwards: () => void = () => undefined,
): Promise<Result<T>> {
  let done: Result<T> | undefined;
  try {
    done = await work();
    return done;
  } finally {
    if (done?.ok !== true) {
      await session.ledger?.close();
      session.ledger = null;
      session.cache.clear();
      afterwards();
    }
  }
}

/** A warning as one text: what is so, and what to do. */
export function warningText({ message, fix }: Failure): string {
  return `${message} ${fix}`;
}
