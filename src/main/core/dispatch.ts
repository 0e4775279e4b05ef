/**
 * name and input → parse → turn → handler → Result.
 *
 * Errors a caller can see: call/unknown, call/invalid-input (names the field), call/cancelled, call/internal (a bug:
 * what stderr gets of it is the error's name and place, because its message may hold figures), and the handler's own.
 */
import type { z } from 'zod';
import type { Call } from '../../shared/contract/call.ts';
import type { Push } from '../../shared/contract/contract.ts';
import { fail, ok, type Result } from '../../shared/errors/failure.ts';
import type { Instant } from '../../shared/time/instant.ts';
import type { CallContext } from './call-context.ts';
import { inputFault } from './input-fault.ts';
import type { CoreRequest } from './messages.ts';
import { expectPresent, nowOf } from './now.ts';
import type { Session } from './session.ts';
import { Turns, type Access } from './turns.ts';

type AnyHandler = (request: never, context: CallContext) => Promise<Result<unknown>>;

export interface DispatchParts {
  readonly contract: Readonly<Record<string, Call>>;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  readonly session: Session;
  readonly clock: () => Instant;
  readonly push: (push: Push) => void;
  /** Checks answers too, in tests and development: a handler's answer that breaks the contract is a bug. */
  readonly validateOutput: boolean;
  readonly log: (line: string) => void;
}

export interface Dispatcher {
  call(request: CoreRequest): Promise<Result<unknown>>;
  /** Does nothing where no such call runs or waits. */
  cancel(id: string): void;
}

export function createDispatcher(parts: DispatchParts): Dispatcher {
  const turns = new Turns();
  const running = new Map<string, AbortController>();
  return {
    async call(request) {
      if (running.has(request.id)) return invalidInput('id', 'a call with this id is still running');
      const abort = new AbortController();
      running.set(request.id, abort);
      try {
        return await answer(parts, turns, request, abort.signal);
      } finally {
        running.delete(request.id);
      }
    },
    cancel: (id) => running.get(id)?.abort(),
  };
}

async function answer(
  parts: DispatchParts,
  turns: Turns,
  request: CoreRequest,
  signal: AbortSignal,
): Promise<Result<unknown>> {
  const { name } = request;
  const call = own(parts.contract, name);
  const handler = own(parts.handlers, name);
  if (call === undefined || handler === undefined)
    return fail('call/unknown', { name: String(name).slice(0, 64) });

  const parsed = call.input.safeParse(request.input);
  if (!parsed.success) return invalidFrom(parsed.error, request.input);
  const progress = throttledProgress(request.id, parts.push);
  const access = accessOf(call);
  const writes = access === 'write' || call.beside === true;
  try {
    const result = await turns.take(access, signal, async (leave, alone) => {
      const clock = parts.clock();
      const present = writes ? expectPresent(parts.session, request.asOf) : ok(undefined);
      if (!present.ok) return present;
      const now = await nowOf(parts.session, request.asOf, clock);
      if (!now.ok) return now;
      signal.throwIfAborted();
      return await handler(parsed.data as never, {
        session: parts.session,
        now: now.value,
        clock,
        signal,
        progress,
        leave: writes ? () => undefined : leave,
        alone,
      });
    });
    return afterwards(parts, name, call, result);
  } catch (error) {
    if (signal.aborted) return fail('call/cancelled', {});
    parts.log(`bug in ${name}: ${nameAndPlace(error)}`);
    return fail('call/internal', { name });
  }
}

function afterwards(
  parts: DispatchParts,
  name: string,
  call: Call,
  result: Result<unknown>,
): Result<unknown> {
  if (!result.ok) return result;
  if (call.invalidates.length > 0) parts.push({ type: 'stale', prefixes: call.invalidates });
  if (!parts.validateOutput) return result;
  const checked = call.output.safeParse(result.value);
  if (checked.success) return result;
  parts.log(
    `bug in ${name}: the answer breaks the contract at ${fieldText(inputFault(checked.error.issues[0], result.value).path)}`,
  );
  return fail('call/internal', { name });
}

/** A call that makes nothing stale changes nothing that a query can see, so queries need not wait for it. */
function accessOf(call: Call): Access {
  if (call.kind === 'query') return 'read';
  if (call.beside === true) return 'prepare';
  return call.invalidates.length === 0 ? 'beside' : 'write';
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function invalidFrom(error: z.ZodError, input: unknown): Result<never> {
  const { path, reason } = inputFault(error.issues[0], input);
  return invalidInput(fieldText(path), reason);
}

function invalidInput(field: string, reason: string): Result<never> {
  return fail('call/invalid-input', { field, reason: reason.replace(/\.$/u, '') }, { field });
}

/** "prices.0.price" */
function fieldText(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'input' : path.map(String).join('.');
}

/** At most one push each 50 ms, apart from those that say that a phase begins or is complete. */
function throttledProgress(id: string, push: (push: Push) => void): CallContext['progress'] {
  let last = { phase: '', at: -Infinity };
  return (phase, done, total, rows) => {
    const now = performance.now();
    if (phase === last.phase && now - last.at < 50 && done !== total) return;
    last = { phase, at: now };
    push({ type: 'progress', call: id, phase, done, total, ...(rows === undefined ? {} : { rows }) });
  };
}

/** "TypeError at importStatements (core.js:12:3)": never the message, which may hold figures. */
export function nameAndPlace(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const place = /^\s+at (?:.*[\\/])?([^\\/]*)$/mu.exec(
    error.stack?.slice(error.stack.indexOf('\n    at ')) ?? '',
  )?.[1];
  return place === undefined ? error.name : `${error.name} at ${place}`;
}
