import type { z } from 'zod';

/**
 * One typed call between screen or terminal and the core.
 * `query` reads; `command` changes and names what it makes stale; `task` is a command or query that takes time: it
 * reports progress and can be cancelled.
 */
export interface Call<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command' | 'task';
  readonly input: Input;
  readonly output: Output;
  /** Prefixes of call names whose cached answers a success makes stale; '' means all. */
  readonly invalidates: readonly string[];
  /** Whether queries go on until the call says that it writes now: nothing that it does before can be seen. */
  readonly beside?: boolean;
}

/** Prefixes of the calls that decide when and how to come out: they rest on everything else. */
export const aboutExit = ['exit.', 'calendar.', 'rebalance.', 'policy.', 'scenarios.'] as const;

/** Prefixes of the calls that rest on holdings, prices, targets and plans alike: those about futures and exits, and reports. */
export const aboutFutures = [
  'hedge.',
  'monitor.',
  'stress.',
  'reports.',
  'elections.',
  ...aboutExit,
] as const;

export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> {
  return { kind: 'query', input, output, invalidates: [] };
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  invalidates: readonly string[],
): Call<I, O> {
  return { kind: 'command', input, output, invalidates };
}

export function task<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  invalidates: readonly string[] = [],
): Call<I, O> {
  return { kind: 'task', input, output, invalidates };
}

/** A task that prepares what it writes while queries go on, and is alone for the writing only. */
export function taskBeside<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  invalidates: readonly string[],
): Call<I, O> {
  return { kind: 'task', input, output, invalidates, beside: true };
}
