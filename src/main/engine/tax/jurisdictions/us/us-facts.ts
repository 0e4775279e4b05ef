/** All that a ledger says about a taxpayer's years, before any law: what `usYears` assesses and what-ifs change. */
import type { Issue } from '../../../../../shared/domain/issue.ts';
import type { IncomeItem } from '../../../lots/lot-matching.ts';
import type { DisposedYear } from '../../../lots/realised-by-year.ts';
import type { DatedGain, StraddleCase } from './straddles/straddle-case.ts';

export interface UsFacts {
  /** Plain sums of taxed disposals by year, by the plain holding-period rule. */
  readonly disposed: readonly DisposedYear[];
  readonly income: readonly IncomeItem[];
  /** Every futures position and every lot that is part of a straddle. */
  readonly straddles: StraddleCase;
  /** Futures results that name no position: outside section 1256, of their own day. */
  readonly loose: readonly DatedGain[];
  readonly issues: readonly Issue[];
}
