/** A saved exit plan: what was decided, on what assumptions, and what it was expected to bring. Facts are in the ledger. */
import type { Money, Price, Quantity, Rate } from '../num/types.ts';
import type { Instant } from '../time/instant.ts';
import type { LocalDate } from '../time/local-date.ts';
import type { AccountId } from './account.ts';
import type { AssetId } from './asset.ts';
import type { ContractId } from './contract-spec.ts';
import type { EventId, PositionSide } from './event.ts';
import type { LotId, Term } from './lot.ts';
import type { StraddleRegime } from './tax-elections.ts';

/** "exit-1", "exit-2" … in the order of saving. */
export type ExitPlanId = string & { readonly __id: 'exit-plan' };

export interface SavedExitPlan {
  readonly id: ExitPlanId;
  readonly name: string;
  readonly reason: string;
  /** From one; a new version names the plan whose place it takes. */
  readonly version: number;
  readonly replaces: ExitPlanId | null;
  readonly savedAt: Instant;
  /** The day that it was planned from. */
  readonly asOf: LocalDate;
  readonly currency: AssetId;
  /** What it was asked with: canonical JSON of an exit request, so that the rest can be planned with the same. */
  readonly request: string;
  readonly regime: StraddleRegime | null;
  readonly goals: readonly SavedGoal[];
  readonly futures: readonly SavedFuture[];
  /** Earliest first, each with at least one step. */
  readonly days: readonly SavedExitDay[];
  /** Whole sentences. */
  readonly assumptions: readonly string[];
  readonly expected: SavedExpectation;
  /** Why the cost is what it is: JSON of a trace as the contract carries it. */
  readonly trace: string;
  /** Trades of `asOf` and later that were in the ledger when it was saved: they carry out nothing of it. */
  readonly before: readonly EventId[];
  readonly dropped: { readonly at: Instant; readonly reason: string } | null;
  /** Steps ticked by hand, by id. */
  readonly ticks: readonly HandTick[];
}

/** Exactly one of `sell` and `buy` is above zero. */
export interface SavedGoal {
  readonly asset: AssetId;
  readonly sell: Quantity;
  readonly buy: Quantity;
  readonly tolerance: Quantity;
  readonly minTicket: Quantity;
  /** Spot and futures together that the plan keeps to, in coins: held on the first day − sell + buy. */
  readonly wanted: Quantity;
}

/** A futures position of the plan, with what an order for it needs. */
export interface SavedFuture {
  /** The tax position's name, or the plan's own where it is to be opened. */
  readonly position: string;
  readonly contract: ContractId;
  /** null where the plan opens it: the account is wherever it is opened. */
  readonly account: AccountId | null;
  readonly positionSide: PositionSide;
  /** The goal's asset that it stands for. */
  readonly asset: AssetId;
  readonly side: 'long' | 'short';
  readonly isOpen: boolean;
  /** Whole steps open before the first day; zero where the plan opens it. */
  readonly steps: number;
  /** Of one step: coins of the asset, and the contract's own order unit. */
  readonly coinsPerStep: Quantity;
  readonly quantityPerStep: Quantity;
  /** Coins that the position moved beside the plan's part of it. */
  readonly coinsBeside: Quantity;
  readonly fee: Rate;
  readonly marginRate: Rate | null;
}

export interface SavedExitDay {
  readonly date: LocalDate;
  readonly sells: readonly SavedSale[];
  readonly buys: readonly SavedPurchase[];
  readonly hedges: readonly SavedHedgeChange[];
}

/** Units of one lot that have one term: a lot of which a hedge stops a part is sold as two. */
export interface SavedSale {
  readonly asset: AssetId;
  readonly account: AccountId;
  readonly lot: LotId;
  readonly acquired: LocalDate;
  readonly quantity: Quantity;
  readonly price: Price;
  /** After the fee. */
  readonly proceeds: Money;
  readonly fee: Money;
  readonly costBasis: Money;
  /** With what hedges were expected to do to the lot's clock. */
  readonly term: Term;
  /** The gain as the tax engine counts it, by term: what straddle rules make of it is in it, but for losses that wait. */
  readonly counted: { readonly short: Money; readonly long: Money };
  /** Of a loss, what has to wait at the end of the year; positive. */
  readonly waits: Money;
}

export interface SavedPurchase {
  readonly asset: AssetId;
  readonly quantity: Quantity;
  readonly price: Price;
  readonly fee: Money;
}

/** Whole steps of a position before and after a day; of a roll the steps that are rolled, twice. */
export interface SavedHedgeChange {
  readonly position: string;
  readonly from: number;
  readonly to: number;
  /** The contract's own. */
  readonly price: Price;
  /** Profit of the part that is closed, fees in it; null where the position is opened, or nobody knows. */
  readonly result: Money | null;
  readonly fee: Money;
  /** As what the result was expected to count, by the tax engine; null where nothing is closed. */
  readonly closedAs: ClosedAs | null;
  /** Set where all that is left is rolled on the day: closed, and opened again in a contract that ends later. */
  readonly roll: SavedRoll | null;
}

export interface ClosedAs {
  readonly character: 'short' | 'long' | 'section1256' | 'mixed';
  /** Of losses of the year, what has to wait at its end; positive. */
  readonly waits: Money;
}

export interface SavedRoll {
  /** The day on which the next contract is assumed to end. */
  readonly ends: LocalDate;
  /** What it is assumed to trade at. */
  readonly price: Price;
}

/** Sums as the exact price had them when the plan was saved. */
export interface SavedExpectation {
  readonly cost: Money;
  readonly tax: Money;
  readonly carry: Money;
  readonly fees: Money;
  readonly slippage: Money;
  readonly marginCost: Money;
  readonly years: readonly {
    readonly year: number;
    readonly due: LocalDate;
    readonly taxWith: Money;
    readonly taxWithout: Money;
    readonly added: Money;
  }[];
}

export interface HandTick {
  readonly step: string;
  readonly at: Instant;
  readonly note: string;
}
