import type { Money, Price, Quantity } from '../num/types.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { AssetId } from './asset.ts';
import type { ContractId } from './contract-spec.ts';
import type { EventId, Side } from './event.ts';
import type { LotId } from './lot.ts';

export type PlanId = string & { readonly __id: 'plan' };
export type HedgeLegId = string & { readonly __id: 'hedge-leg' };

export type HedgeLegState = 'planned' | 'opened' | 'closed';

/** One futures position that is meant, with its life. It is an intention: fills in the ledger are the fact. */
export interface HedgeLeg {
  readonly id: HedgeLegId;
  readonly asset: AssetId;
  readonly contract: ContractId;
  readonly side: Side;
  readonly quantity: Quantity;
  readonly price: Price;
  readonly notional: Money;
  readonly state: HedgeLegState;
  /** Lots that a short leg hedges, as identified when the leg was saved. */
  readonly lots: readonly { readonly lot: LotId; readonly quantity: Quantity }[];
  readonly fills: readonly EventId[];
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
  readonly legs: readonly HedgeLeg[];
  readonly steps: readonly PlanStep[];
}

/** What is identified, and when: several elections are valid only if recorded the same day. Never changed or removed. */
export interface IdentificationRecord {
  readonly sequence: number;
  readonly recordedAt: Instant;
  readonly kind:
    | 'hedged-lots'
    | 'plan-dropped'
    | 'straddle-identification'
    | 'standing-lot-order'
    | 'lot-identification'
    | 'basis-allocation'
    | 'election';
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
