import { parseArgs } from 'node:util';
import { ok, type Result } from '../../shared/errors/failure.ts';
import { wrongUsage, type OptionValue, type VerbOption } from './verb.ts';

export interface Given {
  readonly values: Readonly<Record<string, OptionValue | undefined>>;
  readonly positionals: readonly string[];
}

type Options = Readonly<Record<string, VerbOption>>;
type Token = NonNullable<ReturnType<typeof tokensOf>>[number];

/**
 * The arguments after a verb as options and words: `--name value`, `--name=value`. A number below zero is a value too:
 * `--from -0.5`; anything else that begins with a dash is taken for the next option.
 * Errors: `call/invalid-input` that names the option.
 */
export function givenOptions(args: readonly string[], options: Options): Result<Given> {
  const known = (name: string): VerbOption | undefined =>
    Object.hasOwn(options, name) ? options[name] : undefined;
  for (const token of tokensOf(args, options)) {
    const wrong = wrongToken(token, known);
    if (wrong !== null && token.kind === 'option') return wrongUsage(token.rawName, wrong);
  }
  const { values, positionals } = parseArgs(parts(args, options));
  return ok({ values: values as Given['values'], positionals });
}

function parts(args: readonly string[], options: Options) {
  return { args: [...args], options, allowPositionals: true, strict: false, tokens: true } as const;
}

function tokensOf(args: readonly string[], options: Options) {
  return parseArgs(parts(args, options)).tokens;
}

/** What is wrong with an option as it was written; null where it is fine. */
function wrongToken(token: Token, known: (name: string) => VerbOption | undefined): string | null {
  if (token.kind !== 'option') return null;
  const { name, rawName, value, inlineValue } = token;
  const option = known(name);
  if (option === undefined) return 'there is no such option';
  if (option.type === 'boolean')
    return value === undefined ? null : `it takes no value: write ${rawName} alone`;
  if (value === undefined) return 'its value is missing';
  const isNextOption = inlineValue !== true && /^-(?!\.?\d)./u.test(value);
  return isNextOption
    ? `its value is missing; a value that begins with a dash is written ${rawName}=${value}`
    : null;
}
