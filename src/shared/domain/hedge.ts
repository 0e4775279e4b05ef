import type { Money, Price, Quantity, Rate } from '../num/types.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { AssetId } from './asset.ts';
import type { ContractId } from './contract-spec.ts';
import type { EventId, Side } from './event.ts';
import type { LotId } from './lot.ts';

export type PlanId = string & { readonly __id: 'plan' };
export type HedgeLegId = string & { readonly __id: 'hedge-leg' };

/**
 * A leg's life, told by its linked fills: none yet; open; open in another quantity than at first; open in a later
 * contract than at first; flat again.
 */
export type HedgeLegState = 'planned' | 'opened' | 'adjusted' | 'rolled' | 'closed';

/** One futures position that is meant. It is an intention: fills in the ledger are the fact. */
export interface HedgeLeg {
  readonly id: HedgeLegId;
  readonly asset: AssetId;
  readonly contract: ContractId;
  readonly side: Side;
  readonly quantity: Quantity;
  readonly price: Price;
  readonly notional: Money;
  /** Coins that would have brought the asset to its target just then, signed; null in plans saved before it was kept. */
  readonly wanted: Quantity | null;
  /** Lots that a short leg hedges, as identified when the leg was saved or last linked. */
  readonly lots: readonly { readonly lot: LotId; readonly quantity: Quantity }[];
  /** Fills of the ledger that are this leg, in ledger order; a fill belongs to one leg at most. */
  readonly fills: readonly EventId[];
}

/** What an overlay was sized on: what was held and worth of each targeted asset, futures left out. */
export interface PlanBaseline {
  readonly date: LocalDate;
  readonly assets: readonly {
    readonly asset: AssetId;
    readonly target: Rate;
    /** Coins or money held, collateral included. */
    readonly held: Quantity;
    readonly price: Price;
    readonly isMoney: boolean;
  }[];
}

export interface PlanStep {
  readonly id: string;
  readonly date: LocalDate;
  readonly text: string;
  readonly doneAt: Instant | null;
}

/** A saved overlay with its dated steps: open the legs, watch, close both, sell the lots, buy what was missing. */
export interface HedgePlan {
  readonly id: PlanId;
  readonly createdAt: Instant;
  readonly exitDate: LocalDate;
  /** Why, in the user's or Hedgerow's words. */
  readonly reason: string;
  /** null in plans saved before it was kept. */
  readonly baseline: PlanBaseline | null;
  readonly legs: readonly HedgeLeg[];
  readonly steps: readonly PlanStep[];
}

/** What is identified, and when: several elections are valid only if recorded the same day. Never changed or removed. */
export interface IdentificationRecord {
  readonly sequence: number;
  readonly recordedAt: Instant;
  readonly kind:
    | 'hedged-lots'
    | 'leg-fills'
    | 'plan-dropped'
    | 'straddle-identification'
    | 'standing-lot-order'
    | 'lot-identification'
    | 'basis-allocation'
    | 'election'
    | 'policy-decision';
  /** Canonical JSON (keys sorted). */
  readonly body: string;
  readonly previousHash: string;
  /** SHA-256 over sequence, time, kind, body and the previous hash. */
  readonly hash: string;
}

/** A choice that law or practice leaves open. */
export interface Election {
  readonly id: string;
  readonly value: string;
  readonly madeAt: Instant;
}
