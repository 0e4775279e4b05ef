import { readFile } from 'node:fs/promises';
import { ok, type Result } from '../../shared/errors/failure.ts';
import { wrongUsage, type Report, type VerbContext } from './verb.ts';

/** The JSON of FILE, or of stdin where it is "-" or not given; the core checks what is in it. */
export async function jsonInput(context: VerbContext, name: string): Promise<Result<unknown>> {
  const [file = '-'] = context.positionals;
  let text: string;
  try {
    text = file === '-' ? await context.terminal.readStdin() : await readFile(file, 'utf8');
  } catch {
    return wrongUsage(name, `the file ${file} cannot be read`);
  }
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return wrongUsage(name, `${file === '-' ? 'stdin' : file} is not JSON`);
  }
}

/** For what speaks JSON with or without `--json`. */
export function jsonReport(document: unknown): Report {
  return { document, text: () => JSON.stringify(document, null, 2) };
}
