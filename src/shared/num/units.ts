/**
 * The run-time form of exact numbers: a bigint counting units of 10⁻¹⁸.
 * Only the files of `shared/num` import this; everyone else keeps to the opaque types.
 */
import type { Exact } from './types.ts';

export function unitsOf(x: Exact): bigint {
  return x as unknown as bigint;
}

export function fromUnits<T extends Exact>(units: bigint): T {
  return units as unknown as T;
}
