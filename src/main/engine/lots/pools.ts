import type { AccountId } from '../../../shared/domain/account.ts';
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { BasisScope } from './lot-matching.ts';
import { fifo } from './methods/fifo.ts';
import { ParcelHeap } from './parcel-heap.ts';

/** Where lots lie: by asset, and by account where basis is kept by account. */
export class Pools {
  readonly #byAsset = new Map<AssetId, Map<AccountId | '', ParcelHeap>>();
  readonly #scope: BasisScope;

  constructor(scope: BasisScope) {
    this.#scope = scope;
  }

  of(asset: AssetId, account: AccountId): ParcelHeap {
    let byAccount = this.#byAsset.get(asset);
    if (byAccount === undefined)
      this.#byAsset.set(asset, (byAccount = new Map<AccountId | '', ParcelHeap>()));
    const key = this.#scope === 'universal' ? '' : account;
    let pool = byAccount.get(key);
    if (pool === undefined) byAccount.set(key, (pool = new ParcelHeap(fifo)));
    return pool;
  }

  /** Every pool with the account it stands for; none under the universal scope. */
  *all(): Iterable<{ readonly account: AccountId | null; readonly pool: ParcelHeap }> {
    for (const byAccount of this.#byAsset.values()) {
      for (const [account, pool] of byAccount) yield { account: account === '' ? null : account, pool };
    }
  }
}
