/** What an asset is away from its target, once more and in plain numbers. */
export interface PlainHolding {
  readonly name: string;
  readonly target: number;
  readonly held: number;
  readonly price: number;
  readonly futures: number;
  readonly isMoney: boolean;
}

/** Coins to be bought: the target's share of all, less what is held and what futures add. */
export function plainGap(all: readonly PlainHolding[], name: string): number {
  const spot = all.reduce((sum, one) => sum + one.held * one.price, 0);
  const asked = all.find((one) => one.name === name);
  if (asked === undefined) throw new Error(`${name} is not held`);
  // A future turns money into coins or coins into money: where money has a target, the sum stays as it is.
  const futures = all.some(({ isMoney }) => isMoney)
    ? 0
    : all.reduce((sum, one) => sum + one.futures * one.price, 0);
  return ((spot + futures) * asked.target) / asked.price - asked.held - asked.futures;
}
