/** All that a ledger says about a taxpayer's years, before any law: what `taxYearsOf` assesses and what-ifs change. */
import type { AssetId } from '../../../../../shared/domain/asset.ts';
import type { Issue } from '../../../../../shared/domain/issue.ts';
import type { IncomeItem } from '../../../lots/lot-matching.ts';
import type { DisposedYear } from '../../../lots/realised-by-year.ts';
import type { LooseGain } from './futures/tax-stretches.ts';
import type { TaxStretch } from './futures/tax-stretch.ts';
import type { StraddleCase, TaxPositionId } from './straddles/straddle-case.ts';

export interface UsFacts {
  /** Plain sums of taxed disposals by year, by the plain holding-period rule. */
  readonly disposed: readonly DisposedYear[];
  readonly income: readonly IncomeItem[];
  /** Every futures position and every lot that is part of a straddle. */
  readonly straddles: StraddleCase;
  /** Futures results that name no position that the files open: they count on their day. */
  readonly loose: readonly LooseGain[];
  /** What stands behind the futures of the case, with rows and terms; planned positions have none. */
  readonly stretches: ReadonlyMap<TaxPositionId, TaxStretch>;
  /** Whether lots of a coin count as hedged by futures of another, by election. */
  readonly crossCounts: (lots: AssetId, futures: AssetId) => boolean;
  readonly issues: readonly Issue[];
}
