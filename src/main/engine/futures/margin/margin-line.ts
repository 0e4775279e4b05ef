import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import type { BrokerMargin } from '../../../../shared/domain/margin-table.ts';
import { add, negate, subtract } from '../../../../shared/num/arithmetic.ts';
import { quantity } from '../../../../shared/num/parse.ts';
import { moneyTimes, quantityTimes, ratio } from '../../../../shared/num/products.ts';
import type { Money, Quantity, Rate } from '../../../../shared/num/types.ts';
import { zeroQuantity, zeroRate } from '../../../../shared/num/types.ts';
import { moneyAsAmount, unscaled } from '../amounts.ts';
import { payoffRules } from '../payoff/payoff-rules.ts';
import type { ValuationPoint } from '../payoff/payoff.ts';
import { settleAmount } from '../units.ts';
import type { PositionDirection, SettleAmount, Size } from '../units.ts';
import { measuredFor, tierPlace } from './margin-tier.ts';

/** Margin as a line in the position's value: value × rate − deduction, in the settle asset. */
export interface MarginLine {
  readonly rate: Rate;
  readonly deduction: SettleAmount;
}

type MarginPurpose = 'initial' | 'maintenance';

const nothing = settleAmount(zeroQuantity);
const oneCoin = quantity('1');

/**
 * What a contract's table asks of a position at a price, as a line. null where not known: no table, no rate in it, or a
 * table that counts what this contract has none of.
 */
export function marginLine(
  purpose: MarginPurpose,
  terms: ContractTerms,
  side: PositionDirection,
  size: Size,
  at: ValuationPoint,
  value: SettleAmount = payoffRules(terms.payoff).valueAt(size, at.price),
): MarginLine | null {
  const table = terms.margin;
  switch (table?.kind) {
    case undefined:
      return null;
    case 'tiers': {
      const measured = measuredFor(table.unit, terms, size, at, value);
      const tier = measured === null ? undefined : table.tiers[tierPlace(table.tiers, measured)];
      if (tier === undefined) return null;
      if (purpose === 'initial') return ofRate(tier.initialRate);
      return { rate: tier.maintenanceRate, deduction: settleAmount(tier.deduction) };
    }
    case 'slope': {
      const base = purpose === 'initial' ? table.initialBase : table.maintenanceBase;
      return slopeLine(base, table.perCoin, terms, size, at);
    }
    case 'flat':
      return ofRate(table[purpose]);
    case 'broker-rates':
      return ofRate(table[side][purpose]);
    case 'broker-money':
      return terms.settleAsset === terms.quote ? moneyLine(table[side], purpose, terms, size) : null;
  }
}

/** The margin of a position whose value is known. Rounds half-even to 18 decimals. */
export function marginOnLine(value: SettleAmount, { rate, deduction }: MarginLine): SettleAmount {
  return subtract(settleAmount(quantityTimes(value, rate, 'half-even')), deduction);
}

/** What the table asks of a position at a price. null where not known. */
export function tableMargin(
  purpose: MarginPurpose,
  terms: ContractTerms,
  side: PositionDirection,
  size: Size,
  at: ValuationPoint,
): SettleAmount | null {
  const value = payoffRules(terms.payoff).valueAt(size, at.price);
  const line = marginLine(purpose, terms, side, size, at, value);
  return line === null ? null : marginOnLine(value, line);
}

function ofRate(rate: Rate | null): MarginLine | null {
  return rate === null ? null : { rate, deduction: nothing };
}

function slopeLine(
  base: Rate,
  perCoin: Rate,
  terms: ContractTerms,
  size: Size,
  at: ValuationPoint,
): MarginLine | null {
  if (terms.payoff === 'quanto') return null;
  const coins = payoffRules(terms.payoff).delta(size, at);
  const grown = ratio<Quantity>(quantityTimes(coins, perCoin, 'half-even'), oneCoin, 'half-even');
  return ofRate(add(base, grown));
}

/** So much money a contract, whatever the price: a deduction below zero. */
function moneyLine(
  margin: BrokerMargin<Money>,
  purpose: MarginPurpose,
  terms: ContractTerms,
  size: Size,
): MarginLine {
  const contracts = ratio<Quantity>(unscaled(size, terms.multiplier), oneCoin, 'half-even');
  const asked = moneyAsAmount(moneyTimes(margin[purpose], contracts, 'half-even'));
  return { rate: zeroRate, deduction: negate(settleAmount(asked)) };
}
