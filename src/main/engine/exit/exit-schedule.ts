/** What an exit plan decides: on which days which units leave which lots, what is bought, and how much hedge stays. */
import type { AssetId } from '../../../shared/domain/asset.ts';
import type { LotId } from '../../../shared/domain/lot.ts';
import type { StraddleRegime } from '../../../shared/domain/tax-elections.ts';
import type { Quantity } from '../../../shared/num/types.ts';
import type { LocalDate } from '../../../shared/time/local-date.ts';
import type { TaxPositionId } from '../tax/jurisdictions/us/straddles/straddle-case.ts';

export interface ExitSchedule {
  /** Of hedges opened on the first day; null: as the elections say. */
  readonly regime: StraddleRegime | null;
  /** Days on which something is done, earliest first, each a candidate date. */
  readonly days: readonly ExitDay[];
}

/** In a day: futures are reduced, lots sold, coins bought, futures opened (on the first date alone), in that order. */
export interface ExitDay {
  readonly date: LocalDate;
  readonly sells: readonly ExitSale[];
  readonly buys: readonly { readonly asset: AssetId; readonly quantity: Quantity }[];
  /** Every position of the plan that is open after the day, in whole steps; one that is missing is closed. */
  readonly hedges: readonly { readonly position: TaxPositionId; readonly steps: number }[];
}

export interface ExitSale {
  readonly asset: AssetId;
  readonly lot: LotId;
  readonly quantity: Quantity;
}
