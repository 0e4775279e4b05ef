import type { LotMethod } from '../../../../shared/domain/lot.ts';
import type { Profile } from '../../../../shared/domain/profile.ts';

/**
 * The methods that a standing order can name, by the taxpayer's law.
 * Law: US: any order of lots is specific identification by standing order (Reg. 1.1012-1(j)(3)); average cost is for
 * shares of funds only (26 U.S.C. 1012(c)), and the section 104 pool is United Kingdom law (TCGA 1992).
 */
export const methodsInLaw: Readonly<Record<Profile['jurisdiction'], readonly LotMethod[]>> = {
  us: ['fifo', 'lifo', 'hifo', 'lofo', 'lowest-tax', 'specific'],
};
