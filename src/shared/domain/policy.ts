import type { Money, Rate } from '../num/types.ts';
import type { Instant } from '../time/instant.ts';
import type { AssetId } from './asset.ts';

/**
 * What the user wants to hold and when to act. Its lines are its assets and its groups: their weights add up to one.
 * The bands of any line hold for each of them that has no band of its own; members of a group have no band unless one
 * is given to them by name.
 */
export interface Policy {
  readonly targets: readonly PolicyTarget[];
  readonly groups: readonly PolicyGroup[];
  /** Act when a line is more than this many points (0.05 = 5 points) from its target; null: no such band. */
  readonly absoluteBand: Rate | null;
  /** Act when a line is off by more than this share of its own target (0.25 = a quarter of it); null: no such band. */
  readonly relativeBand: Rate | null;
  /** In place of both bands above, for one line or one member of a group. */
  readonly ownBands: readonly OwnBand[];
  /** Assets that are held without a target: outside the sum, or inside it with a target of zero. */
  readonly others: 'ignore' | 'zero';
  /** Act on the first of each, or on the next day for which there are prices; null: on no date. */
  readonly calendar: PolicyPeriod | null;
  /** After a decision no rule fires for so long; null: no such limit. */
  readonly atMostOncePer: PolicyPeriod | 'week' | null;
  /** Where acting brings each line. Half way is the middle between the band's edge and the target. */
  readonly returnTo: 'target' | 'band-edge' | 'half-way';
  readonly costLimits: CostLimits;
}

export type PolicyPeriod = 'month' | 'quarter' | 'year';

/** `CASH` stands for all money: the reporting currency, other currencies and stablecoins without a target of their own. */
export interface PolicyTarget {
  readonly asset: AssetId;
  readonly weight: Rate;
}

/** Assets with one target together. */
export interface PolicyGroup {
  readonly name: string;
  readonly weight: Rate;
  /** Shares of the group, which add up to one; null in each: shared as they are held. */
  readonly members: readonly { readonly asset: AssetId; readonly share: Rate | null }[];
}

export interface OwnBand {
  /** An asset or the name of a group. */
  readonly of: string;
  readonly absolute: Rate | null;
  /** With `absolute` null too: no band at all. */
  readonly relative: Rate | null;
}

/** Acting is not worth it above these; null: no such limit. */
export interface CostLimits {
  /** Of what is moved: 0.005 is half a per cent. */
  readonly shareOfMoved: Rate | null;
  readonly cost: Money | null;
  readonly tax: Money | null;
}

/** A policy as it was saved once. */
export interface PolicyVersion {
  readonly version: number;
  readonly savedAt: Instant;
  readonly policy: Policy;
}

/** All money together, as a target of a policy; no coin's ticker. */
export const CASH = 'CASH' as AssetId;

export const noCostLimits: CostLimits = { shareOfMoved: null, cost: null, tax: null };

/** A policy of assets and bands alone; the rest as it is where nothing is said. */
export function plainPolicy(
  plain: Pick<Policy, 'targets' | 'absoluteBand' | 'relativeBand'> & Partial<Policy>,
): Policy {
  return {
    groups: [],
    ownBands: [],
    others: 'ignore',
    calendar: null,
    atMostOncePer: null,
    returnTo: 'target',
    costLimits: noCostLimits,
    ...plain,
  };
}

/** What was decided when a rule fired. */
export type PolicyDecisionKind = 'sold' | 'hedged' | 'both' | 'new-money' | 'let-it-be';
