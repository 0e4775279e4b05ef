/** What an import changes: the balance of each asset in each account before and after it. */
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { compareEvents } from '../../../../shared/domain/event-order.ts';
import type { LedgerEvent } from '../../../../shared/domain/event.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { type Quantity, zeroQuantity } from '../../../../shared/num/types.ts';
import { replacedId } from '../../../engine/events/replaced-id.ts';
import { countedRowsIn } from '../../ranked-in.ts';
import type { Counting } from '../../ranked-in.ts';
import type { Pacer } from './pacer.ts';

export interface BalanceChange {
  readonly asset: AssetId;
  readonly account: AccountId;
  readonly before: string;
  readonly after: string;
}

interface Balance {
  readonly asset: AssetId;
  readonly account: AccountId;
  before: Quantity;
  after: Quantity;
  isTouched: boolean;
}

/** In: events of the ledger, and those that would come. Rows that repeat others count once on both sides, replaced ones not. */
export async function balanceChanges(
  stored: readonly LedgerEvent[],
  coming: readonly LedgerEvent[],
  counting: Counting,
  pacer: Pacer,
): Promise<BalanceChange[]> {
  const balances = new Map<string, Balance>();
  const run = async (events: readonly LedgerEvent[], change: Change): Promise<void> => {
    for (const [at, event] of events.entries()) {
      forEachBalance(balances, event, change);
      if (at % 1000 === 0) await pacer.pause();
    }
  };
  await run(
    countedRowsIn(stored, counting),
    (balance, quantity) => (balance.before = add(balance.before, quantity)),
  );
  await pacer.pause();
  const all = [...stored, ...coming].sort(compareEvents);
  const counted = countedRowsIn(all, counting);
  await run(counted, (balance, quantity) => (balance.after = add(balance.after, quantity)));
  await run([...coming, ...replacedBy(stored, coming)], (balance) => (balance.isTouched = true));
  return [...balances.values()]
    .filter(({ isTouched }) => isTouched)
    .map(({ asset, account, before, after }) => ({
      asset,
      account,
      before: toText(before),
      after: toText(after),
    }))
    .toSorted((a, b) => a.account.localeCompare(b.account) || a.asset.localeCompare(b.asset));
}

/** Events of the ledger that would not count any more. */
function replacedBy(stored: readonly LedgerEvent[], coming: readonly LedgerEvent[]): readonly LedgerEvent[] {
  const ids = new Set(coming.flatMap(({ replaces = [] }) => replaces.map(replacedId)));
  return ids.size === 0 ? [] : stored.filter(({ id }) => ids.has(id));
}

type Change = (balance: Balance, quantity: Quantity) => void;

function forEachBalance(balances: Map<string, Balance>, event: LedgerEvent, change: Change): void {
  for (const { account, asset, quantity } of event.legs) {
    const key = `${account} ${asset}`;
    let balance = balances.get(key);
    if (balance === undefined) {
      balance = { account, asset, before: zeroQuantity, after: zeroQuantity, isTouched: false };
      balances.set(key, balance);
    }
    change(balance, quantity);
  }
}
