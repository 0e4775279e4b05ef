import type { ParseArgsOptionsConfig } from 'node:util';
import type { CallAnswer, CallInput, CallName } from '../../shared/contract/contract.ts';
import { fail, type Result } from '../../shared/errors/failure.ts';

/** What a verb found: one document for `--json`, and the same for people. */
export interface Report {
  readonly document: unknown;
  readonly text: () => string;
  /** false: what was to be checked does not hold; the report is whole and the exit code 1. */
  readonly isFine?: boolean;
}

/** One thing that `hedgerow` does. A new one is a file in `verbs/` and a line in `registry.ts`. */
export interface Verb {
  /** One line for the list of verbs. */
  readonly summary: string;
  /** What follows the verb, as in "FILE… [--account NAME]". */
  readonly usage: string;
  /** One real command line, without the program's name. */
  readonly example: string;
  /** Each option's meaning is a line of `--help`. */
  readonly options: Readonly<Record<string, VerbOption>>;
  run(context: VerbContext): Promise<Result<Report>>;
}

export type VerbOption = ParseArgsOptionsConfig[string] & { readonly help: string };

/** As typed; a list where an option may be given several times. */
export type OptionValue = string | boolean | readonly string[];

export interface VerbContext {
  /** What stands after the verb. */
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, OptionValue | undefined>>;
  /** The file of `--ledger`, where it is given. */
  readonly ledger: string | undefined;
  readonly asOf: string | undefined;
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  /** The core, with no ledger open yet. `dataFolder` where the verb keeps its own. */
  core(dataFolder?: string): Calls;
  /** The core with the ledger open; with the passphrase of the environment or the prompt where no key is given. */
  openLedger(key?: LedgerKey): Promise<Result<Calls>>;
}

/** What opens a ledger. */
export type LedgerKey = { readonly passphrase: string } | { readonly recoveryKey: string };

/** The contract, with today, progress and Ctrl-C filled in. */
export interface Calls {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Result<CallAnswer<Name>>>;
}

/** What a verb may read from and say to whoever started it, apart from its report. */
export interface Terminal {
  /** A secret typed without echo; null where there is nobody to ask. */
  readonly askSecret: ((prompt: string) => Promise<Result<string>>) | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  readStdin(): Promise<string>;
  /** To stderr: never part of the answer. */
  say(line: string): void;
  /** To stderr, on a terminal over the last one; '' takes it away. */
  progress(line: string): void;
}

/** The option's text, where it is given. */
export function textOption(context: VerbContext, name: string): string | undefined {
  const value = context.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** Each text of an option that may be given several times. */
export function textOptions(context: VerbContext, name: string): readonly string[] {
  const value = context.options[name];
  return typeof value === 'object' ? value : [];
}

/** Wrong usage: exit code 2, naming the field. */
export function wrongUsage(field: string, reason: string): Result<never> {
  return fail('call/invalid-input', { field, reason }, { field });
}

/** A report that is one call's answer. */
export async function reportOf<Name extends CallName>(
  calls: Result<Calls>,
  name: Name,
  input: CallInput<Name>,
  text: (answer: CallAnswer<Name>) => string,
): Promise<Result<Report>> {
  if (!calls.ok) return calls;
  const answer = await calls.value.call(name, input);
  return answer.ok ? { ok: true, value: { document: answer.value, text: () => text(answer.value) } } : answer;
}
