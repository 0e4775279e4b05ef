/** How much work one guess of the passphrase costs (Argon2id, one lane). */
export interface KdfCost {
  readonly memoryKib: number;
  readonly passes: number;
}

/** About a second on two cores. */
export const standardKdfCost: KdfCost = { memoryKib: 256 * 1024, passes: 3 };

/** The product makes no key slot with less; tests that are not about the cost name their own. */
export const leastKdfCost: KdfCost = { memoryKib: 64 * 1024, passes: 3 };

/** A key file that asks for more is not from Hedgerow: it would only use up the machine. */
export const mostKdfCost: KdfCost = { memoryKib: 2 * 1024 * 1024, passes: 20 };

/** Whether a cost read from a file may be worked off at all. */
export function isReasonable({ memoryKib, passes }: KdfCost): boolean {
  return memoryKib <= mostKdfCost.memoryKib && passes <= mostKdfCost.passes;
}

/** The smallest Argon2 allows, for tests that are not about the cost: milliseconds, and no protection. */
export const trivialKdfCost: KdfCost = { memoryKib: 8, passes: 1 };

/** Whether a slot may be made with a cost. */
export function isAllowed(cost: KdfCost): boolean {
  const { memoryKib, passes } = cost;
  const strong = memoryKib >= leastKdfCost.memoryKib && passes >= leastKdfCost.passes;
  return (strong && isReasonable(cost)) || cost === trivialKdfCost;
}
