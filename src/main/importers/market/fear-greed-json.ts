/**
 * alternative.me answers in JSON, all numbers as text; asked for CSV it puts lines of a table into a shell of JSON, which is
 * neither. Both become a table of lines here. Source: https://alternative.me/crypto/fear-and-greed-index/#api
 */
import { fail, ok } from '../../../shared/errors/failure.ts';
import type { Result } from '../../../shared/errors/failure.ts';

export const fearGreedHeader = 'timestamp,value,value_classification';
const tableLine = /^\s*"?(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},|[A-Za-z_]+,[A-Za-z_]+,[A-Za-z_]+)/u;

/** Whether a file begins like JSON. In: its first bytes as text. */
export function looksLikeJson(start: string): boolean {
  return /^[\s\u{FEFF}]*[{[]/u.test(start);
}

/** The file as lines of a table. Errors: `import/broken-json`, `import/unknown-json`. */
export function tableOfJson(file: string, text: string): Result<string> {
  const parsed = parse(text.replaceAll('\u{FEFF}', ''));
  if (parsed === undefined) {
    const lines = text.split(/\r?\n/u).filter((line) => tableLine.test(line));
    return lines.length < 2
      ? fail('import/broken-json', { file }, { file })
      : ok(lines.map((line) => line.trim()).join('\n'));
  }
  const entries = entriesOf(parsed);
  if (entries === null) return fail('import/unknown-json', { file }, { file });
  return ok([fearGreedHeader, ...entries].join('\n'));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function entriesOf(parsed: unknown): readonly string[] | null {
  const data = isRecord(parsed) ? parsed['data'] : null;
  if (!Array.isArray(data) || data.length === 0) return null;
  const entries = data.flatMap((entry: unknown) => {
    if (!isRecord(entry) || !('value' in entry) || !('timestamp' in entry)) return [];
    const cells = [entry['timestamp'], entry['value'], entry['value_classification'] ?? ''];
    return [cells.map((cell) => String(cell).replaceAll(/[",\n\r]/gu, ' ')).join(',')];
  });
  return entries.length === data.length ? entries : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
