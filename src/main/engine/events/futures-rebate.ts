import type { AccountId } from '../../../shared/domain/account.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';

/**
 * Whether a rebate gives back what futures cost: it names its contract, or is paid into a futures account (commissions
 * for referrals and discounts that name none). Any other is income where it is paid.
 */
export function isFuturesRebate(
  { kind, contract, legs }: LedgerEvent,
  futuresAccounts: ReadonlySet<AccountId>,
): boolean {
  return (
    kind === 'rebate' && (contract !== undefined || legs.some(({ account }) => futuresAccounts.has(account)))
  );
}
