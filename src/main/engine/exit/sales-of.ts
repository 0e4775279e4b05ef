import type { AssetId } from '../../../shared/domain/asset.ts';
import type { LotId, Term } from '../../../shared/domain/lot.ts';
import type { Money, Quantity } from '../../../shared/num/types.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { LotLife } from '../tax/jurisdictions/us/actions/action-book.ts';
import { lotSold } from '../tax/jurisdictions/us/actions/lot-ahead.ts';
import type { ExitCase } from './exit-case.ts';
import type { ScheduleFlows } from './schedule-flows.ts';

/** A sale as the tax engine counts it. */
export interface PlannedSaleResult {
  readonly date: LocalDate;
  readonly lot: LotId;
  readonly asset: AssetId;
  readonly acquired: LocalDate;
  readonly quantity: Quantity;
  /** Fee and slippage taken off. */
  readonly proceeds: Money;
  readonly costBasis: Money;
  /** By the plain rule. */
  readonly term: Term;
}

/** Every sale of a schedule with what it brings, in order. */
export function salesOf(given: ExitCase, { actions }: ScheduleFlows): readonly PlannedSaleResult[] {
  const lives = new Map<LotId, LotLife>();
  const inCase = new Map(given.facts.straddles.lots.map((lot) => [lot.id, lot]));
  return actions.flatMap((action, place): PlannedSaleResult[] => {
    if (action.kind !== 'sell') return [];
    const { lot: id, date } = action;
    let life = lives.get(id);
    if (life === undefined) {
      const known = given.book.lotOf(id);
      const lot = inCase.get(id);
      life = known === undefined || lot === undefined ? known : { ...known, lot };
    }
    const sold = life === undefined ? null : lotSold(life, action, `sale/${place}`);
    if (life === undefined || sold === null) return [];
    const { lot } = life;
    lives.set(id, { ...life, lot: { ...lot, departures: [...lot.departures, sold] } });
    const { quantity, proceeds, costBasis, term } = sold;
    return [{ date, lot: id, asset: lot.asset, acquired: lot.acquired, quantity, proceeds, costBasis, term }];
  });
}
