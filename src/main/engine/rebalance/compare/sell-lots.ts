import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { OpenLot, Term } from '../../../../shared/domain/lot.ts';
import { isZero, smaller, subtract } from '../../../../shared/num/arithmetic.ts';
import { apportion, moneyTimes, valueOf } from '../../../../shared/num/products.ts';
import type { Money, Price, Quantity, Rate } from '../../../../shared/num/types.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';

/** The part of a lot that is sold. */
export interface LotSale {
  readonly date: LocalDate;
  readonly asset: AssetId;
  readonly lot: OpenLot;
  readonly quantity: Quantity;
  readonly price: Price;
  readonly fee: Money;
  /** After the fee. */
  readonly proceeds: Money;
  readonly costBasis: Money;
  readonly gain: Money;
  readonly term: Term;
}

export interface LotSales {
  readonly sales: readonly LotSale[];
  /** Coins to be sold that no lot covers. */
  readonly uncovered: Quantity;
}

export interface SaleOrder {
  readonly asset: AssetId;
  readonly quantity: Quantity;
  readonly date: LocalDate;
  readonly price: Price;
  /** Share of what is sold. */
  readonly spotFee: Rate;
}

/**
 * A sale lot by lot, in the order given. A lot is long-term from its own date on.
 * Rounds proceeds, fee and the lot's share of its cost basis half-even to 18 decimals.
 * Law: 26 U.S.C. 1222; Reg. 1.1001-7 (the fee lowers what is realised).
 */
export function sellLots(lots: readonly OpenLot[], order: SaleOrder): LotSales {
  const sales: LotSale[] = [];
  let left = order.quantity;
  for (const lot of lots) {
    if (lot.asset !== order.asset) continue;
    if (isZero(left)) break;
    const quantity = smaller(lot.quantity, left);
    left = subtract(left, quantity);
    sales.push(saleOf(lot, quantity, order));
  }
  return { sales, uncovered: left };
}

function saleOf(lot: OpenLot, quantity: Quantity, { asset, date, price, spotFee }: SaleOrder): LotSale {
  const gross = valueOf(quantity, price, 'half-even');
  const fee = moneyTimes(gross, spotFee, 'half-even');
  const proceeds = subtract(gross, fee);
  const costBasis = apportion(lot.costBasis, quantity, lot.quantity, 'half-even');
  return {
    date,
    asset,
    lot,
    quantity,
    price,
    fee,
    proceeds,
    costBasis,
    gain: subtract(proceeds, costBasis),
    term: date >= lot.longTermFrom ? 'long' : 'short',
  };
}
