import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Rate } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';

/** Stands for every asset, or every venue, that is not named. */
export const ALL = '*';

/** Shares by which prices stand away from where they began, by asset; `ALL` for those not named. */
export type Moves = ReadonlyMap<AssetId | typeof ALL, Rate>;

/** One stretch of a path. What it says of prices holds at its end, against the start of the whole path. */
export interface StressStep {
  readonly label: string;
  /** How long it takes: funding is paid for it. */
  readonly hours: Rate;
  readonly coins: Moves;
  /** Against the reporting currency. */
  readonly stablecoins: Moves;
  /** Added to how far futures stand above spot, as a share of the spot price. */
  readonly basis: Rate;
  /** Paid by longs where positive; on perpetual contracts. */
  readonly fundingPer8h: Rate;
  /** Times the margin asked today, during the whole step. */
  readonly marginMultiplier: Rate;
  /** Share of collateral in coins and stablecoins that does not count as margin during the step. */
  readonly haircut: Rate;
  /** Venues where all is lost at the end of the step. */
  readonly lost: readonly string[];
  /** Positions closed against one's will at its end, at its marks; null for none. */
  readonly closed: 'all' | 'winning' | 'shorts' | 'longs' | readonly string[] | null;
  /** Nothing can be paid in: a broker's margin call is not met. */
  readonly noAccess: boolean;
}

/** A path that prices and venues might take. Dated where it repeats a day. */
export interface StressScenario {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  readonly source: string;
  readonly date: LocalDate | null;
  readonly own: boolean;
  readonly steps: readonly StressStep[];
}
