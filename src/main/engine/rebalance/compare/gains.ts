/** Taxable results of an alternative, item by item and by year. */
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { LotId } from '../../../../shared/domain/lot.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { yearOf } from '../../../../shared/time/local-date.ts';
import type { PlannedLeg } from './comparison-case.ts';
import type { LegFlow } from './leg-results.ts';
import type { LotSale } from './sell-lots.ts';

/** What the year tax tells apart. */
export type Character = 'short' | 'long' | 'section1256' | 'other-futures';

export interface GainItem {
  readonly year: number;
  readonly character: Character;
  readonly amount: Money;
  readonly asset: AssetId;
  /** The lot sold, or the leg's place in the case. */
  readonly from: { readonly lot: LotId } | { readonly leg: number };
}

/** Gains of one year by character; losses are negative. */
export interface YearGains {
  readonly year: number;
  readonly shortTermGain: Money;
  readonly longTermGain: Money;
  readonly section1256Gain: Money;
  readonly otherFuturesGain: Money;
}

export function gainsOfSales(sales: readonly LotSale[]): GainItem[] {
  return sales.map(({ date, term, gain, asset, lot }) => ({
    year: yearOf(date),
    character: term,
    amount: gain,
    asset,
    from: { lot: lot.id },
  }));
}

export function gainsOfLeg(leg: PlannedLeg, index: number, flows: readonly LegFlow[]): GainItem[] {
  const character: Character = leg.terms.section1256.status ? 'section1256' : 'other-futures';
  return flows.map(({ year, amount }) => ({
    year,
    character,
    amount,
    asset: leg.asset,
    from: { leg: index },
  }));
}

/** The items of one year, added up by character. */
export function gainsOfYear(year: number, items: readonly GainItem[]): YearGains {
  const sumOf = (character: Character): Money =>
    items.reduce(
      (total, item) => (item.year === year && item.character === character ? add(total, item.amount) : total),
      zeroMoney,
    );
  return {
    year,
    shortTermGain: sumOf('short'),
    longTermGain: sumOf('long'),
    section1256Gain: sumOf('section1256'),
    otherFuturesGain: sumOf('other-futures'),
  };
}
