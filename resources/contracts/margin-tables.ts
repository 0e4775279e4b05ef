/** Margin tables as one writes them down. */
import type { MarginTable, MarginTier } from '../../src/shared/domain/margin-table.ts';
import { quantity } from '../../src/shared/num/parse.ts';
import { ratio } from '../../src/shared/num/products.ts';
import type { Quantity, Rate } from '../../src/shared/num/types.ts';

type TierTable = Extract<MarginTable, { kind: 'tiers' }>;

/** Cap (null: no end), maintenance rate in per cent, deduction, largest leverage. */
export type LeverageRow = readonly [cap: string | null, percent: string, deduction: string, leverage: number];

/** A table with deductions, whose initial rate is one over the largest leverage of the tier. */
export function leverageTiers(unit: TierTable['unit'], rows: readonly LeverageRow[]): TierTable {
  return {
    kind: 'tiers',
    unit,
    tiers: rows.map(([cap, percent, deduction, leverage]): MarginTier => ({
      cap: capOf(cap),
      maintenanceRate: percentRate(percent),
      deduction: quantity(deduction),
      initialRate: overLeverage(leverage),
    })),
  };
}

/** Cap, initial and maintenance rate in per cent: the rate of a level holds for the whole position, so nothing is deducted. */
export function wholePositionTiers(
  unit: TierTable['unit'],
  rows: readonly (readonly [cap: string | null, initial: string, maintenance: string])[],
): TierTable {
  return {
    kind: 'tiers',
    unit,
    tiers: rows.map(([cap, initial, maintenance]): MarginTier => ({
      cap: capOf(cap),
      maintenanceRate: percentRate(maintenance),
      deduction: quantity('0'),
      initialRate: percentRate(initial),
    })),
  };
}

/** Where the table is not known: what the smallest position puts up. */
export function leastMargin(leverage: number): MarginTable {
  return { kind: 'flat', initial: overLeverage(leverage), maintenance: null };
}

/** One over a leverage. Rounds half-even to 18 decimals. */
function overLeverage(leverage: number): Rate {
  return ratio<Quantity>(quantity('1'), quantity(String(leverage)), 'half-even');
}

function percentRate(percent: string): Rate {
  return ratio<Quantity>(quantity(percent), quantity('100'), 'half-even');
}

function capOf(cap: string | null): Quantity | null {
  return cap === null ? null : quantity(cap.replaceAll(' ', ''));
}
