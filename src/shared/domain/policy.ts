import type { Rate } from '../num/types.ts';
import type { AssetId } from './asset.ts';

/** What the user wants to hold, as shares of the assets named here; assets without a target stay outside the sum. */
export interface Policy {
  readonly targets: readonly { readonly asset: AssetId; readonly weight: Rate }[];
  /** Act when an asset is more than this many points (0.05 = 5 points) from its target; null: no such band. */
  readonly absoluteBand: Rate | null;
  /** Act when an asset is off by more than this share of its own target (0.25 = a quarter of it); null: no such band. */
  readonly relativeBand: Rate | null;
}
