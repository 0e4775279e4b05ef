/** How many random cases a long property draws. */

/** In `npm test` this share of the full number: its ten minutes on two cores are for all tests. */
const SHARE_IN_TESTS = 8;

/**
 * The full number in `npm run torture`, a share of it in `npm test`.
 * `HEDGEROW_LEDGERS=50` draws as many as it says, wherever it runs.
 */
export function runs(full: number, share: number = SHARE_IN_TESTS): number {
  const asked = process.env['HEDGEROW_LEDGERS'];
  if (asked !== undefined) return Number(asked);
  return process.env['HEDGEROW_TORTURE'] === '1' ? full : Math.ceil(full / share);
}
