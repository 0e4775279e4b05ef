import type { reconcileCalls } from '../../../../shared/contract/reconcile-calls.ts';
import type { HandlersOf } from '../../call-context.ts';
import { classifyRowHandlers } from './classify-row.ts';
import { readBalanceCheckHandlers } from './read-balance-check.ts';
import { readCoverageHandlers } from './read-coverage.ts';
import { readReconcileHandlers } from './read-reconcile.ts';
import { readReviewHandlers } from './read-review.ts';

/** What files say of the same things, and what is still open. */
export const reconcileHandlers: HandlersOf<keyof typeof reconcileCalls> = {
  ...readReconcileHandlers,
  ...readCoverageHandlers,
  ...readReviewHandlers,
  ...classifyRowHandlers,
  ...readBalanceCheckHandlers,
};
