import type { StraddleRegime } from '../../../../../../shared/domain/tax-elections.ts';

/**
 * Whether a kind of straddle can be that of a short against coins: those of mixed straddles need a section 1256 contract.
 * Law: 26 U.S.C. 1256(d)(4), 1092(b)(2)(D).
 */
export function regimeFits(regime: StraddleRegime, isSection1256: boolean): boolean {
  return isSection1256 || (regime !== 'section-1256d' && regime !== 'straddle-by-straddle');
}
