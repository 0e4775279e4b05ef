/**
 * arguments → verb → report → stdout and exit code.
 *
 * 0 done; 1 refused by data or law, or a check that does not hold; 2 wrong usage or malformed input, naming the field;
 * 130 cancelled. With `--json` a refusal is the one document on stdout too: `{ code, message, where, fix }`.
 */
import { resolve } from 'node:path';
import type { Failure, Result } from '../../shared/errors/failure.ts';
import { wordsFor } from '../../shared/errors/words-for.ts';
import type { CoreClient } from '../core/client.ts';
import { givenOptions, type Given } from './given-options.ts';
import { helpOf, overview } from './help.ts';
import { TerminalCore } from './open-core.ts';
import { commonOptions, findVerb, type FoundVerb } from './registry.ts';
import { plainLines } from './table.ts';
import { wrongUsage, type Report, type Terminal, type Verb } from './verb.ts';

export interface RunParts {
  /** Starts a core, with what its environment has beside this process's. */
  readonly startCore: (env: Readonly<Record<string, string>>) => CoreClient;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  /** To stdout. */
  readonly print: (text: string) => void;
}

type ExitCode = 0 | 1 | 2 | 130;

export async function runTerminal(args: readonly string[], parts: RunParts): Promise<ExitCode> {
  const found = findVerb(args);
  if (found === null) return await withoutVerb(args, parts);
  const verb = await found.load();
  if (found.rest.includes('--help') || found.rest.includes('-h')) {
    parts.print(helpOf(found.name, verb));
    return 0;
  }
  const parsed = parse(verb, found.rest);
  const json = found.rest.includes('--json');
  const result = parsed.ok ? await run(verb, parsed.value, parts) : parsed;
  if (result.ok) {
    parts.print(
      json ? `${JSON.stringify(result.value.document, null, 2)}\n` : `${plainLines(result.value.text())}\n`,
    );
    return result.value.isFine === false ? 1 : 0;
  }
  return refuse(result.failure, json, found, parts);
}

async function run(verb: Verb, { values, positionals }: Given, parts: RunParts): Promise<Result<Report>> {
  const { terminal, signal, startCore } = parts;
  const ledger = typeof values['ledger'] === 'string' ? resolve(values['ledger']) : undefined;
  const asOf = typeof values['as-of'] === 'string' ? values['as-of'] : undefined;
  const core = new TerminalCore({ startCore, terminal, ledger, asOf, signal });
  try {
    return await verb.run({
      positionals,
      options: values,
      ledger,
      asOf,
      terminal,
      signal,
      core: (dataFolder) => core.core(dataFolder),
      openLedger: (key) => core.openLedger(key),
    });
  } finally {
    core.end();
  }
}

function parse(verb: Verb, args: readonly string[]): Result<Given> {
  const given = givenOptions(args, { ...commonOptions, ...verb.options });
  if (!given.ok) return given;
  const [stray] = given.value.positionals;
  if (stray !== undefined && !takesWords(verb)) return wrongUsage(stray, 'no such word is expected here');
  return given;
}

/** Whether a verb's usage has words besides options and their values. */
function takesWords({ usage }: Verb): boolean {
  return /[A-Z]{2}/u.test(usage.replaceAll(/--[a-z-]+(?: [^\s[\]|]+)?/gu, ''));
}

async function withoutVerb(args: readonly string[], parts: RunParts): Promise<ExitCode> {
  const [first] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    parts.print(await overview());
    return 0;
  }
  parts.terminal.say(`hedgerow: there is no verb "${first}". \`hedgerow --help\` lists them.`);
  return 2;
}

function refuse(
  failure: Failure,
  json: boolean,
  { name }: FoundVerb,
  { terminal, print }: RunParts,
): ExitCode {
  const { code, message, where, fix } = failure;
  if (json) print(`${JSON.stringify({ code, message, where, fix }, null, 2)}\n`);
  if (code === 'call/cancelled') {
    terminal.say(`hedgerow: ${message}`);
    return 130;
  }
  const wrong = code === 'call/invalid-input';
  terminal.say(
    plainLines(
      `hedgerow: ${placeText(failure)}${message}\n${wrong ? `See \`hedgerow ${name} --help\`.` : wordsFor('terminal', fix)}`,
    ),
  );
  return wrong ? 2 : 1;
}

function placeText({ where: { file, row } }: Failure): string {
  if (file === undefined) return '';
  return row === undefined ? `${file}: ` : `${file}, line ${row}: `;
}
