import { commonOptions, verbs } from './registry.ts';
import type { Verb } from './verb.ts';

/** `hedgerow --help`: every verb in one line. */
export async function overview(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(verbs).map(async ([name, load]) => [name, (await load()).summary] as const),
  );
  return `Hedgerow: hedge appreciated coins with futures instead of selling them.

Usage: hedgerow VERB [options]

${columns(lines)}

Options of every verb:
${columns(optionLines(commonOptions))}

\`hedgerow VERB --help\` shows an example. New here: \`hedgerow demo\`.
`;
}

export function helpOf(name: string, verb: Verb): string {
  const own = optionLines(verb.options);
  return `${verb.summary}

Usage: hedgerow ${name}${verb.usage === '' ? '' : ` ${verb.usage}`}

${columns([...own, ...optionLines(commonOptions)])}

Example:
  hedgerow ${verb.example}
`;
}

function optionLines(options: Verb['options']): (readonly [string, string])[] {
  return Object.entries(options).map(([name, { type, help }]) => [
    type === 'string' ? `--${name} VALUE` : `--${name}`,
    help,
  ]);
}

function columns(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([left]) => left.length));
  return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}
