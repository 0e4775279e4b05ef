import type { ContractId, ContractSpec } from '../../../shared/domain/contract-spec.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { FuturesPosition, FuturesResult } from './position.ts';

/** The terms of a contract, or undefined where neither catalogue nor ledger knows it. */
export type SpecOf = (contract: ContractId) => ContractSpec | undefined;

export interface PositionsInput {
  /** In ledger order and counted once: rows that repeat another carry no legs here (`events/count-once.ts`). */
  readonly events: readonly LedgerEvent[];
  readonly specOf: SpecOf;
}

export interface Positions {
  /** Every position there ever was, flat ones included, in the order in which they were first seen. */
  readonly positions: readonly FuturesPosition[];
  /** Every profit, fee and funding row, in ledger order: what tax and carry are computed from. */
  readonly results: readonly FuturesResult[];
  readonly issues: readonly Issue[];
}

/**
 * The futures positions that fills add up to: through zero, with partial closes, apart by side in hedge mode.
 * For the state at an earlier time (a year-end mark), pass the events up to that time.
 * Stated profit wins over computed profit, because it is what moved the balance; a difference beyond rounding is an issue.
 */
export function positionsOf(input: PositionsInput): Positions {
  void input;
  return { positions: [], results: [], issues: [] };
}
