import type { CallAnswer } from '../../../../shared/contract/contract.ts';
import type { Issue } from '../../../../shared/domain/issue.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { localDate } from '../../../../shared/time/local-date.ts';
import type { CheckedOrder } from '../../../engine/futures/watch/checks/checked-order.ts';
import { planChecks } from '../../../engine/futures/watch/checks/plan-checks.ts';
import type { Handler } from '../../call-context.ts';
import { derivedOf } from '../../derived.ts';
import type { Derived } from '../../derived.ts';
import { issueTexts } from '../issue-text.ts';
import { overlayMarketOf } from '../targets/overlay-market.ts';
import { overlayOfRequest } from '../targets/overlay-of-request.ts';
import type { ChosenOverlay } from '../targets/overlay-of-request.ts';
import { beforeSaving } from './before-saving.ts';
import { overlayOrders, typedOrderOf } from './checked-orders.ts';
import type { PlanTerms } from './checked-orders.ts';
import { waitingPlans } from './waiting-plans.ts';

type Checks = CallAnswer<'hedge.checks'>;

/**
 * The mistakes that cost most, looked for in an overlay, in typed orders, or in both.
 * Errors: those of `overlayOfRequest`.
 */
export const readChecks: Handler<'hedge.checks'> = async (request, context) => {
  const derived = await derivedOf(context);
  if (!derived.ok) return derived;
  const exit = request.exitDate === undefined ? null : localDate(request.exitDate);
  const orders: CheckedOrder[] = [];
  const issues: Issue[] = [];
  if (request.overlay !== undefined) {
    const market = await overlayMarketOf(derived.value, request.overlay.contracts, context);
    const chosen = overlayOfRequest(derived.value, request.overlay, market);
    if (!chosen.ok) return chosen;
    const leverage = request.overlay.leverageCap ?? null;
    orders.push(...overlayOrders(chosen.value, { exit, leverage }, derived.value));
  }
  for (const typed of request.orders ?? []) {
    const found = typedOrderOf(typed, exit, derived.value);
    if (found.order !== null) orders.push(found.order);
    issues.push(...found.issues);
  }
  return ok(checksOf(orders, issues, request.acknowledged ?? [], derived.value));
};

function checksOf(
  orders: readonly CheckedOrder[],
  before: readonly Issue[],
  acknowledged: readonly string[],
  derived: Derived,
): Checks {
  const issues = [...before, ...planChecks(orders), ...waitingPlans(orders, derived)];
  const rows = beforeSaving({ orders, issues, derived }, acknowledged);
  return {
    issues: issueTexts(issues, derived),
    beforeSaving: [...rows],
    canSave: issues.every(({ severity }) => severity !== 'error') && rows.every(isSettled),
  };
}

function isSettled(row: Checks['beforeSaving'][number]): boolean {
  return !row.needsAcknowledgement || row.acknowledged;
}

/**
 * Refuses to save an overlay that has errors, or something uncertain that nobody has acknowledged.
 * Errors: the first error of the checks, or `hedge/not-acknowledged`.
 */
export function refuseUnchecked(
  chosen: ChosenOverlay,
  terms: PlanTerms,
  acknowledged: readonly string[],
  derived: Derived,
): Result<void> {
  const orders = overlayOrders(chosen, terms, derived);
  const issues = planChecks(orders);
  const error = issues.find(({ severity }) => severity === 'error');
  if (error !== undefined) {
    const { code, message, fix } = error;
    return { ok: false, failure: { code, message, fix, where: { field: 'overlay' } } };
  }
  const open = beforeSaving({ orders, issues, derived }, acknowledged).filter((row) => !isSettled(row));
  if (open.length === 0) return ok(undefined);
  const points = open.map(({ id }) => id).join(', ');
  return fail('hedge/not-acknowledged', { count: open.length, points }, { field: 'acknowledged' });
}
