import type { Gone } from './asset-units.ts';

/**
 * Whether rules about days apply: units that were lost are no disposal in the United Kingdom, so that what was bought
 * about that time has nothing to do with them; nor have units whose cost stays behind. Both only leave the pool.
 */
export function isMatchedByDay({ cause, costStays }: Gone): boolean {
  return cause !== 'loss' && !costStays;
}
