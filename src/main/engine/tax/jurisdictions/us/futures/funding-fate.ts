import type { FundingTreatment } from '../../../../../../shared/domain/tax-elections.ts';
import type { EventKind } from '../../../../../../shared/domain/event.ts';
import { isNegative } from '../../../../../../shared/num/arithmetic.ts';
import type { FuturesResult } from '../../../../futures/position.ts';

/**
 * What becomes of a row of a position outside section 1256: it counts on its day, waits for the close, is ordinary income,
 * is not deductible, or is a cost of carrying what is hedged.
 */
export type Fate = 'counts' | 'waits' | 'ordinary' | 'left-out' | 'carried';

/** What the election looks at besides the row. */
export interface FateOf {
  readonly result: FuturesResult;
  readonly kind: EventKind;
  /** It comes with the fill that closed the position or a part of it, or after the close. */
  readonly closes: boolean;
  /** The position hedges coins on that day. */
  readonly hedges: boolean;
  /** What the position's funding of that year comes to is a gain. */
  readonly fundingGains: boolean;
}

const byElection: { readonly [Way in FundingTreatment]: (of: FateOf) => Fate } = {
  'with-position': () => 'waits',
  'when-paid': () => 'counts',
  ordinary: ({ result }) => (isNegative(result.quantity) ? 'left-out' : 'ordinary'),
  capitalise: ({ result, hedges }) => (isNegative(result.quantity) && hedges ? 'carried' : 'waits'),
  'notional-principal': ({ fundingGains }) => (fundingGains ? 'ordinary' : 'left-out'),
};

/**
 * When and as what a row counts.
 * Law: no authority for perpetuals; positions taken: open transaction, so that everything is part of the gain on the close
 * (26 U.S.C. 1001, 1234A, the default); each payment by itself; ordinary income, not deductible when paid (67(g));
 * 263(g); notional principal contract (Reg. 1.446-3).
 */
export function fundingFate(treatment: FundingTreatment, of: FateOf): Fate {
  const fate = of.result.kind === 'funding' ? byElection[treatment](of) : fateOfOthers(treatment, of);
  return fate === 'waits' && of.closes ? 'counts' : fate;
}

/** Profit counts when a fill or liquidation brings it; a settlement of what stays open, and fees, wait for the close. */
function fateOfOthers(treatment: FundingTreatment, { result, kind }: FateOf): Fate {
  if (treatment === 'when-paid') return 'counts';
  return result.kind === 'profit' && kind !== 'settlement' ? 'counts' : 'waits';
}
