/** A schedule with its exact price: what the tax engine, carry, fees and locked money make of it. */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { Issue } from '../../../shared/domain/issue.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { TaxYears } from '../tax/tax-years.ts';
import type { ExitSchedule } from './exit-schedule.ts';
import type { ScheduleFlows } from './schedule-flows.ts';

export interface PricedSchedule {
  readonly schedule: ExitSchedule;
  /**
   * In today's money: the tax that the schedule adds, carry, fees, slippage and what locked margin would have earned.
   * What prices alone do to coins and hedges is not in it. Positive is paid.
   */
  readonly cost: Money;
  readonly taxByYear: readonly PricedYear[];
  /** Sums of the plan's years, not discounted; positive is paid. */
  readonly tax: Money;
  readonly carry: Money;
  readonly fees: Money;
  readonly slippage: Money;
  readonly marginCost: Money;
  /** The most margin locked on any day; null where a margin is not known. */
  readonly lockedMargin: Money | null;
  /** Straddle losses that still wait after the last year. */
  readonly lossesWaiting: Money;
  /** Losses carried beyond the last year. */
  readonly lossesCarried: Money;
  /** Gain in what is left of the lots that could have been sold, at the last day's prices: taxed another day. */
  readonly gainLeft: Money;
  /** Spot and futures together of each goal's asset after each day. */
  readonly exposure: readonly ExposureAfter[];
  /** The ledger's years with the schedule carried out. */
  readonly years: TaxYears;
  /** What is done, paid and locked, day by day. */
  readonly flows: ScheduleFlows;
  /** What carrying the schedule out brought up beside what stands without it. */
  readonly issues: readonly Issue[];
}

export interface PricedYear {
  readonly year: number;
  readonly due: LocalDate;
  /** The engine's total tax of the year with the schedule, and without it. */
  readonly taxWith: Money;
  readonly taxWithout: Money;
  readonly added: Money;
  /** What is added, in today's money. */
  readonly addedToday: Money;
}

export interface ExposureAfter {
  readonly date: LocalDate;
  readonly asset: AssetId;
  /** Both together. */
  readonly coins: Quantity;
  /** Coins that could have been sold and were not, with those bought. */
  readonly spot: Quantity;
  /** Signed: a short is negative. */
  readonly futures: Quantity;
}
