/**
 * Positions as of a day: contracts end whether or not a file tells of it.
 *
 * Issue: `futures/open-after-expiry`.
 */
import type { ContractSpec } from '../../../shared/domain/contract-spec.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { toText } from '../../../shared/num/format.ts';
import { dateText } from '../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import { issueOf } from '../issue-of.ts';
import type { FuturesPosition } from './position.ts';
import type { Positions } from './positions.ts';

export interface PositionsOnDay extends Positions {
  /** Those of `positions` that are open on the day: not flat, and of a contract that has not ended before it. */
  readonly open: readonly FuturesPosition[];
}

/**
 * Positions as they stand on a day. What the fills leave open of a contract that has ended hedges nothing and moves with no
 * price any more, so it is not `open`; it stays in `positions`, and an issue says what to import.
 */
export function positionsOn(positions: Positions, day: LocalDate): PositionsOnDay {
  const ended = positions.positions.flatMap((position) => endedIssue(position, day));
  return {
    ...positions,
    open: positions.positions.filter((position) => isOpenOn(position, day)),
    issues: [...positions.issues, ...ended],
  };
}

/** Whether something is open on a day. On the day of expiry it is: it may be delivered later that day. */
export function isOpenOn({ side, spec }: FuturesPosition, day: LocalDate): boolean {
  return side !== 'flat' && !hasEnded(spec, day);
}

export function hasEnded({ expiry }: Pick<ContractSpec, 'expiry'>, day: LocalDate): boolean {
  return expiry !== null && expiry < day;
}

function endedIssue(position: FuturesPosition, day: LocalDate): readonly Issue[] {
  const { side, spec, account, quantity } = position;
  if (side === 'flat' || spec.expiry === null || !hasEnded(spec, day)) return [];
  const expired = dateText(spec.expiry);
  const values = { contract: spec.id, account, quantity: toText(quantity.amount), expired };
  return [issueOf('futures/open-after-expiry', 'warning', values, { account })];
}
