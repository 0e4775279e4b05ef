import { toText } from '../../../../shared/num/format.ts';
import { money, price, rate } from '../../../../shared/num/parse.ts';
import { moneyTimes, quantityFor } from '../../../../shared/num/products.ts';
import { ok } from '../../../../shared/errors/failure.ts';
import { sizeHedge } from '../../../engine/futures/size-hedge.ts';
import { coins } from '../../../engine/futures/units.ts';
import type { HandlersOf } from '../../call-context.ts';
import { orderableOf } from './calc-contract.ts';

/** Quote money is taken as the money that counts, so that one unit of the settle asset of a quanto is worth one. */
const ONE = price('1');

export const calcHedgeSizeHandlers: HandlersOf<'calc.hedge-size'> = {
  'calc.hedge-size': async (request, { now }) => {
    const found = orderableOf(request.contract, 'contract', now);
    if (!found.ok) return found;
    const { terms } = found.value;
    const at = { price: price(request.price), settlePrice: ONE };
    const asked = moneyTimes(money(request.notional), rate(request.hedgeRatio ?? '1'), 'half-even');
    const wanted = coins(quantityFor(asked, at.price, 'half-even'));
    const sized = sizeHedge(wanted, terms, at, request.rounding);
    return ok({
      quantity: toText(sized.quantity.amount),
      notional: toText(sized.notional),
      coins: toText(sized.coins),
      residual: toText(sized.residual),
      residualRate: toText(sized.residualRate),
    });
  },
};
