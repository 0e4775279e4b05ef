import type { ContractSpec } from '../../../../shared/domain/contract-spec.ts';
import type { ExitPlanId } from '../../../../shared/domain/exit-plan.ts';
import type { HedgeLeg, PlanId } from '../../../../shared/domain/hedge.ts';
import type { OpenLot } from '../../../../shared/domain/lot.ts';
import type { LotChoice } from '../../../../shared/domain/lot-records.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { Price, Quantity } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { Size } from '../../futures/units.ts';
import type { ExitAhead } from './exit-ahead.ts';
import type { HeldIndex } from './held-index.ts';
import type { ActionBook } from '../jurisdictions/us/actions/action-book.ts';
import type { PlannedAction } from '../jurisdictions/us/actions/planned-action.ts';
import type { TaxPositionId } from '../jurisdictions/us/straddles/straddle-case.ts';
import type { UsFacts } from '../jurisdictions/us/us-facts.ts';

export type StepKind = 'open' | 'roll' | 'close' | 'sell' | 'buy';

/** Something that is meant to happen after today. */
export interface PlannedStep {
  /** "<plan>:close": stable as long as the plan is; what a what-if moves. */
  readonly id: string;
  /** null: of no plan, such as a contract that ends on its expiry. */
  readonly plan: PlanId | ExitPlanId | null;
  /** True of exit plans: their days are moved on the calendar, with all that hangs on them. */
  readonly stands?: true;
  readonly date: LocalDate;
  readonly kind: StepKind;
  /** A whole sentence. */
  readonly text: string;
  readonly actions: readonly PlannedAction[];
}

/** A leg of a saved plan as it stands today. */
export interface PlannedLeg {
  readonly plan: PlanId;
  readonly leg: HedgeLeg;
  readonly exit: LocalDate;
  /** The plan's own day of opening. */
  readonly openOn: LocalDate;
  /** What no fill has opened yet, in coins; null: nothing, or nobody knows a price. */
  readonly notOpened: { readonly spec: ContractSpec; readonly coins: Quantity } | null;
  /** What is open of it: its own size, out of the position's. */
  readonly open: readonly {
    readonly position: TaxPositionId;
    readonly spec: ContractSpec;
    readonly coins: Quantity;
    readonly size: Size;
    readonly outOf: Size;
  }[];
}

/** A sale besides the plans. */
export interface WishedSale {
  readonly id: string;
  readonly date: LocalDate;
  readonly asset: AssetId;
  readonly quantity: Quantity;
  /** Sold first; what they do not cover goes by the order in force, unless `only`. */
  readonly lots: readonly LotChoice[];
  readonly only: boolean;
  /** null: the assumed one. */
  readonly price: Price | null;
}

export interface PlannedInput {
  readonly asOf: LocalDate;
  readonly lastYear: number;
  readonly currency: string;
  readonly facts: UsFacts;
  readonly legs: readonly PlannedLeg[];
  readonly sales: readonly WishedSale[];
  /** In the order in which they would leave. */
  readonly heldLots: readonly OpenLot[];
  /** Of the same lots. */
  readonly held: HeldIndex;
  readonly prices: Pick<ActionBook, 'priceOn' | 'contractPriceOn'>;
  /** Saved exit plans that are counted. */
  readonly exits?: readonly ExitAhead[];
  /** Other days of steps, by id. */
  readonly moves: ReadonlyMap<string, LocalDate>;
}
