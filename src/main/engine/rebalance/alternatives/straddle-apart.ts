import type { ExitCase } from '../../exit/exit-case.ts';

/** The case as if futures that are opened and the coins were no straddle: what the rules cost is the difference to it. */
export function taxedApart(given: ExitCase): ExitCase {
  return { ...given, futures: given.futures.map((future) => ({ ...future, offsets: [] })) };
}
