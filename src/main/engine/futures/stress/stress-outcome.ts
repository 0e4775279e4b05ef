import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Money, Price, Quantity, Rate } from '../../../../shared/num/types.ts';
import type { Coins, SettleAmount } from '../units.ts';
import type { StressScenario } from './scenario.ts';
import type { StressLeg, StressPool } from './stress-portfolio.ts';

/** What stands behind a pool at a step, had nothing been closed by force. In the settle asset. */
export interface PoolPoint {
  /** Collateral after the haircut, with unrealised profit. */
  readonly equity: SettleAmount;
  readonly initial: SettleAmount | null;
  readonly maintenance: SettleAmount | null;
  /** Equity less maintenance; null where that is not known. */
  readonly buffer: SettleAmount | null;
  /**
   * More than this no venue asks: the maintenance margin where it is known, the full size of a position where it is not.
   * Equity at or above it is safe whatever the terms.
   */
  readonly atMost: SettleAmount;
}

/** `called`: a broker asks for money; `unknown`: the margin is not known and the equity is not used up. */
export type PoolState = 'open' | 'called' | 'closed' | 'lost' | 'unknown' | 'empty';

export interface ForcedClose {
  /** Place of the step on the way to whose end it happened. */
  readonly step: number;
  /** How far on the way: 0 at its beginning, 1 at its end. */
  readonly share: Rate;
  /** What was left after the fee. */
  readonly left: SettleAmount;
  /** A cash flow: not above zero; null where one of the fees is not known. */
  readonly fee: SettleAmount | null;
}

export interface PoolOutcome {
  readonly pool: StressPool;
  readonly state: PoolState;
  readonly closed: ForcedClose | null;
  readonly path: readonly PoolPoint[];
  /** By step, in the reporting currency, to keep everything open; null where it is not known. */
  readonly needs: readonly PoolNeed[];
  /** Money at the start and after each step, in the reporting currency, with what was closed by force. */
  readonly worth: readonly Money[];
  readonly parts: StressParts;
}

export interface PoolNeed {
  readonly toMaintenance: Money | null;
  readonly toInitial: Money | null;
}

export interface LegOutcome {
  readonly leg: StressLeg;
  readonly pool: StressPool;
  readonly state: 'open' | 'liquidated' | 'closed' | 'lost';
  /** Where it left; null while it is open, and where it was lost with its venue. */
  readonly closePrice: Price | null;
  readonly closeStep: number | null;
  /** At the end of the path. */
  readonly mark: Price;
  /** Since the start of the path, without funding and fees. */
  readonly profit: SettleAmount;
  readonly funding: SettleAmount;
  readonly fee: SettleAmount;
  readonly deltaBefore: Coins;
  readonly deltaAfter: Coins;
}

/** Where a change of wealth comes from; the parts add up to it. In the reporting currency. */
export interface StressParts {
  /** Coins and money, collateral included. */
  readonly coins: Money;
  readonly futures: Money;
  readonly funding: Money;
  readonly fees: Money;
  readonly lost: Money;
}

export interface VenueNeed extends PoolNeed {
  readonly venue: string;
  /** The step at which most is needed. */
  readonly step: number;
}

export interface StepOutcome {
  readonly label: string;
  /** From the start. */
  readonly hour: Rate;
  readonly wealth: Money;
  readonly cashNeeded: Money | null;
}

export interface StressOutcome {
  readonly scenario: StressScenario;
  readonly currency: AssetId;
  readonly wealthBefore: Money;
  readonly wealthAfter: Money;
  readonly parts: StressParts;
  /** The most that is needed at all venues at one time, to stay above maintenance; null where a margin is not known. */
  readonly cashNeeded: Money | null;
  readonly needs: readonly VenueNeed[];
  readonly venues: readonly { readonly venue: string; readonly before: Money; readonly after: Money }[];
  readonly netDelta: readonly NetDelta[];
  readonly steps: readonly StepOutcome[];
  readonly pools: readonly PoolOutcome[];
  readonly legs: readonly LegOutcome[];
  /** Futures that are in no figure. */
  readonly legsLeftOut: number;
  /** Whole sentences: what is in no figure. */
  readonly unknown: readonly string[];
}

export interface NetDelta {
  readonly asset: AssetId;
  readonly before: Quantity;
  readonly after: Quantity;
}
