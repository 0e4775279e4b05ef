import type { CONTROL_NAMES } from '../../shared/contract/bridge.ts';
import type { CallAnswer, CallInput, CallName, CallResult, Push } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/errors/failure.ts';

/** A failed call inside the query cache, which knows only thrown errors. Screens read `failure`. */
export class CallFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'CallFailed';
    this.failure = failure;
  }
}

export function newCallId(): string {
  return crypto.randomUUID();
}

/** One call to the core. Never throws: a bridge that breaks is a failure like any other. */
export async function callCore<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  id: string = newCallId(),
): Promise<CallResult<Name>> {
  try {
    return (await window.hedgerow.call(name, input, id)) as CallResult<Name>;
  } catch {
    return { ok: false, failure: bridgeBroken };
  }
}

/** The same, for the query cache: the answer, or a thrown `CallFailed`. */
export async function answerOf<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  id?: string,
): Promise<CallAnswer<Name>> {
  const result: CallResult<Name> = await callCore(name, input, id);
  if (!result.ok) throw new CallFailed(result.failure);
  return result.value;
}

/** Asks the core to stop a call; the call itself then answers with `call/cancelled`. */
export function cancelCall(id: string): void {
  void window.hedgerow.call(control.cancel, { id }, newCallId());
}

/** The user is there: puts the idle lock off. */
export function sayActive(): void {
  void window.hedgerow.call(control.active, {}, newCallId());
}

export function onPush(listener: (push: Push) => void): () => void {
  return window.hedgerow.onPush(listener);
}

const control: typeof CONTROL_NAMES = { cancel: '$cancel', active: '$active' };

const bridgeBroken: Failure = {
  code: 'call/core-ended',
  message: 'The part of Hedgerow that holds the ledger did not answer. What was stored before is safe.',
  where: {},
  fix: 'Open the ledger again.',
};
