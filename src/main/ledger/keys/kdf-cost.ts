/** How much work one guess of the passphrase costs (Argon2id, one lane). */
export interface KdfCost {
  readonly memoryKib: number;
  readonly passes: number;
}

/** About a second on two cores. */
export const standardKdfCost: KdfCost = { memoryKib: 256 * 1024, passes: 3 };

/** Less than this is refused when a ledger is made, except where a test says so. */
export const leastKdfCost: KdfCost = { memoryKib: 64 * 1024, passes: 3 };

/** More than this in a key file is not from Hedgerow: it would only use up the machine. */
export const mostKdfCost: KdfCost = { memoryKib: 2 * 1024 * 1024, passes: 20 };
