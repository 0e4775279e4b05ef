/** Documents that the ledger keeps under a name: what the user said of files, tickers and transfers. */
import type { z } from 'zod';
import { invariant } from '../../shared/invariant.ts';

/**
 * null where nothing is kept. Only this program writes them, checked, so one that does not fit is a bug: it is told, for
 * saving over it would lose what the user decided. Errors: throws `InvariantError`, naming the document.
 */
export function keptDocument<T>(
  settings: ReadonlyMap<string, string>,
  key: string,
  schema: z.ZodType<T>,
): T | null {
  const text = settings.get(key);
  if (text === undefined) return null;
  const parsed = schema.safeParse(jsonOf(text));
  const why = parsed.success ? '' : (parsed.error.issues[0]?.message ?? '');
  invariant(
    parsed.success,
    `What the ledger keeps under "${key}" is not understood (${why}). Nothing was changed; use the version of Hedgerow that wrote it.`,
  );
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
