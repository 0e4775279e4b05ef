import { assetId } from '../../../../shared/domain/asset.ts';
import type { LotId, OpenLot } from '../../../../shared/domain/lot.ts';
import { fail, ok } from '../../../../shared/errors/failure.ts';
import type { Result } from '../../../../shared/errors/failure.ts';
import { add, isPositive } from '../../../../shared/num/arithmetic.ts';
import { toText } from '../../../../shared/num/format.ts';
import { price, quantity } from '../../../../shared/num/parse.ts';
import { zeroQuantity } from '../../../../shared/num/types.ts';
import type { Quantity } from '../../../../shared/num/types.ts';
import { dateText, localDate } from '../../../../shared/time/local-date.ts';
import type { LocalDate } from '../../../../shared/time/local-date.ts';
import type { WishedSale } from '../../../engine/tax/projection/planned-step.ts';
import { invalid } from './scenario-profile.ts';
import type { Scenario } from './scenario-profile.ts';

type SaleText = NonNullable<Scenario['sales']>[number];

/**
 * The sales of a scenario. Two sales of one lot or coin may ask for more than is held together: then the later goes short,
 * which the answer says.
 * Errors: `call/invalid-input`, `tax/what-if-past`, `tax/what-if-no-such-lot`, `tax/what-if-not-held`.
 */
export function scenarioSales(
  { sales = [] }: Scenario,
  { heldLots, asOf }: { readonly heldLots: readonly OpenLot[]; readonly asOf: LocalDate },
): Result<readonly WishedSale[]> {
  const wished: WishedSale[] = [];
  for (const [place, text] of sales.entries()) {
    const sale = saleOf(text, place, heldLots, asOf);
    if (!sale.ok) return sale;
    wished.push(sale.value);
  }
  return ok(wished);
}

function saleOf(
  text: SaleText,
  place: number,
  heldLots: readonly OpenLot[],
  asOf: LocalDate,
): Result<WishedSale> {
  const field = `scenario.sales.${place}`;
  if ((text.lot === undefined) === (text.asset === undefined))
    return invalid(field, 'name either a lot or an asset');
  const date = localDate(text.date);
  if (date < asOf) return past('A sale', date, asOf, `${field}.date`);
  const amount = quantity(text.quantity);
  if (!isPositive(amount)) return invalid(`${field}.quantity`, 'expected more than zero');
  if (text.price !== undefined && !isPositive(price(text.price)))
    return invalid(`${field}.price`, 'expected a price above zero');
  const ofAsset = text.asset?.toUpperCase();
  const lots = heldLots.filter(({ id, asset }) =>
    text.lot === undefined ? asset === ofAsset : id === text.lot,
  );
  const asset = lots[0]?.asset ?? assetId(ofAsset ?? '');
  if (lots.length === 0 && text.lot !== undefined)
    return fail('tax/what-if-no-such-lot', { lot: text.lot }, { field: `${field}.lot` });
  const held = lots.reduce<Quantity>((sum, lot) => add(sum, lot.quantity), zeroQuantity);
  if (amount > held) {
    const values = { quantity: text.quantity, of: text.lot ?? asset, held: toText(held) };
    return fail('tax/what-if-not-held', values, { field: `${field}.quantity` });
  }
  return ok({
    id: `scenario:sale:${place + 1}`,
    date,
    asset,
    quantity: amount,
    lots: text.lot === undefined ? [] : [{ lot: text.lot as LotId, quantity: amount }],
    only: text.lot !== undefined,
    price: text.price === undefined ? null : price(text.price),
  });
}

export function past(what: string, date: LocalDate, asOf: LocalDate, field: string): Result<never> {
  return fail('tax/what-if-past', { what, date: dateText(date), today: dateText(asOf) }, { field });
}
