import type { Issue } from '../../../../../shared/domain/issue.ts';
import type { CheckedOrder, OrderCheck } from './checked-order.ts';
import { closingChecks } from './closing-checks.ts';
import { contractChecks, priceChecks } from './contract-checks.ts';
import { collateralChecks, leverageChecks, reserveChecks } from './margin-checks.ts';
import { sideChecks } from './side-checks.ts';
import { rateChecks } from './rate-checks.ts';
import { stepChecks, unitChecks } from './unit-checks.ts';

/** In the order in which a person should read what they say. Adding one: a function and a line. */
const CHECKS: readonly OrderCheck[] = [
  unitChecks,
  stepChecks,
  contractChecks,
  priceChecks,
  sideChecks,
  closingChecks,
  leverageChecks,
  collateralChecks,
  reserveChecks,
  rateChecks,
];

/** The mistakes that cost most, looked for in every order. Errors keep a plan from being saved; warnings do not. */
export function planChecks(orders: readonly CheckedOrder[]): readonly Issue[] {
  return orders.flatMap((order) => CHECKS.flatMap((check) => check(order)));
}
