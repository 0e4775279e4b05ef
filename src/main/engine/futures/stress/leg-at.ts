import { initialMargin } from '../margin/initial-margin.ts';
import { maintenanceMargin } from '../margin/maintenance-margin.ts';
import { marginOnLine } from '../margin/margin-line.ts';
import { tierPlace } from '../margin/margin-tier.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import { nothing } from './nothing.ts';
import { settleAmount } from '../units.ts';
import type { SettleAmount } from '../units.ts';
import type { StressLeg } from './stress-portfolio.ts';

/** A leg at a point: what it is worth, has gained since the entry, and what is asked for it. */
export interface LegAt {
  readonly value: SettleAmount;
  readonly profit: SettleAmount;
  readonly initial: SettleAmount | null;
  readonly maintenance: SettleAmount | null;
}

/** A stress test asks for very many: the commonest table, tiers by value, is read with the value that is there already. */
export function legAt(leg: StressLeg, at: ValuationPoint): LegAt {
  const { terms, side, size, entryValue } = leg;
  const rules = payoffRules(terms.payoff);
  const value = rules.valueAt(size, at.price);
  const profit = rules.profit(side, entryValue, value);
  const table = terms.margin;
  if (table?.kind !== 'tiers' || table.unit !== 'settle-value') {
    const initial = initialMargin(terms, side, size, at);
    return { value, profit, initial, maintenance: maintenanceMargin(terms, side, size, at) };
  }
  const tier = table.tiers[tierPlace(table.tiers, value)];
  if (tier === undefined) return { value, profit, initial: null, maintenance: null };
  const { initialRate, maintenanceRate, deduction } = tier;
  return {
    value,
    profit,
    initial: initialRate === null ? null : marginOnLine(value, { rate: initialRate, deduction: nothing }),
    maintenance: marginOnLine(value, { rate: maintenanceRate, deduction: settleAmount(deduction) }),
  };
}
