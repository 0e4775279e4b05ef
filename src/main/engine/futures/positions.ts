/**
 * fills and cash rows → positions, dated results, issues.
 *
 * Issues: `futures/contract-unknown`, `futures/opening-missing`, `futures/profit-differs`, `futures/profit-not-in-balance`,
 * `futures/profit-of-fills-differs`.
 */
import type { AccountId } from '../../../shared/domain/account.ts';
import type { ContractId, ContractSpec } from '../../../shared/domain/contract-spec.ts';
import type { LedgerEvent } from '../../../shared/domain/event.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import { isZero } from '../../../shared/num/arithmetic.ts';
import { utc, localDateOf } from '../../../shared/time/time-zone.ts';
import { isFuturesRebate } from '../events/futures-rebate.ts';
import { notInBalances } from './not-in-balances.ts';
import type { FuturesPosition, FuturesResult } from './position.ts';
import { PositionBook, closeEntry, settleEntry } from './position-book.ts';
import type { PositionEntry } from './position-book.ts';
import { knownSpec, record, resultOfLeg } from './position-walk.ts';
import type { Walk } from './position-walk.ts';
import { settledContracts, timesOfStatedProfit } from './stated-profit.ts';
import type { StretchBook } from './stretch-book.ts';
import { settleAmount } from './units.ts';
import { visitFill } from './visit-fill.ts';

/** The terms of a contract, or undefined where neither catalogue nor ledger knows it. */
export type SpecOf = (contract: ContractId) => ContractSpec | undefined;

export interface PositionsInput {
  /** In ledger order and counted once: rows that repeat another carry no legs here (`events/count-once.ts`). */
  readonly events: readonly LedgerEvent[];
  readonly specOf: SpecOf;
  /** Rebates paid into these are results of futures even where they name no contract. */
  readonly futuresAccounts?: ReadonlySet<AccountId>;
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
 * For the state at an earlier time (a year-end mark), pass the events up to that time; `positionsOn` says what is open
 * on a day.
 * Stated profit wins over computed profit, because it is what moved the balance; a difference beyond rounding is an
 * issue. A fill that states a profit where nothing was open closes a position that is not in the files: its profit
 * counts, no position is opened, and an issue says so.
 */
export function positionsOf(input: PositionsInput): Positions {
  const walk = positionsWalk(input, null);
  const positions = walk.book.positions();
  return { positions, results: walk.results, issues: [...walk.issues, ...notInBalances(walk)] };
}

/** The walk over all events. In: `stretches`, where each position's own story is kept; null where nobody asks for it. */
export function positionsWalk(input: PositionsInput, stretches: StretchBook | null): Walk {
  const walk: Walk = {
    specOf: input.specOf,
    book: new PositionBook(),
    results: [],
    ofFills: [],
    issues: [],
    futuresAccounts: input.futuresAccounts ?? new Set(),
    unknown: new Set(),
    statedApart: timesOfStatedProfit(input.events),
    settled: settledContracts(input.events),
    stretches,
  };
  for (const event of input.events) visit(walk, event);
  return walk;
}

function visit(walk: Walk, event: LedgerEvent): void {
  if (event.fill !== undefined) visitFill(walk, event, event.fill);
  else if (isFuturesRow(walk, event)) visitCashRow(walk, event);
}

function isFuturesRow({ futuresAccounts }: Walk, event: LedgerEvent): boolean {
  switch (event.kind) {
    case 'funding':
    case 'realised-profit':
    case 'futures-fee':
    case 'settlement':
    case 'liquidation':
    case 'insurance':
    case 'closed-position':
      return true;
    default:
      return isFuturesRebate(event, futuresAccounts);
  }
}

function visitCashRow(walk: Walk, event: LedgerEvent): void {
  const spec = event.contract === undefined ? undefined : knownSpec(walk, event.contract, event);
  for (const leg of event.legs) {
    if (leg.role === 'profit' && event.profitOfFills === true && spec !== undefined) {
      const { account, asset, quantity } = leg;
      walk.ofFills.push({ account, contract: spec.id, asset, quantity });
      continue;
    }
    const entry = spec === undefined ? undefined : walk.book.entryOfContract(spec, leg.account);
    const held = entry === undefined || isZero(entry.open.size) ? null : entry.open;
    const result = resultOfLeg(event, leg, event.contract ?? null, entry, held);
    record(walk, entry, result, event);
    if (entry !== undefined && event.kind === 'settlement') {
      const before = entry.open.size;
      settle(entry, event, result);
      walk.stretches?.moved(entry, event, before);
    }
  }
}

/** A settlement row on or after the expiry day ends a dated position; earlier ones settle its profit so far. */
function settle(entry: PositionEntry, event: LedgerEvent, { kind, asset, quantity }: FuturesResult): void {
  const { expiry, settleAsset } = entry.spec;
  if (expiry !== null && localDateOf(event.time, utc) >= expiry) closeEntry(entry);
  else if (kind === 'profit' && asset === settleAsset) settleEntry(entry, settleAmount(quantity));
}
