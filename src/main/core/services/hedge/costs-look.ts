import type { AssetId } from '../../../../shared/domain/asset.ts';
import { add } from '../../../../shared/num/arithmetic.ts';
import { rate } from '../../../../shared/num/parse.ts';
import { moneyTimes } from '../../../../shared/num/products.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { tradeFee } from '../../../engine/futures/trade-fee.ts';
import { notionalAs, orderQuantity } from '../../../engine/futures/watch/checks/checked-order.ts';
import type { CheckedOrder } from '../../../engine/futures/watch/checks/checked-order.ts';
import { listText, moneyText } from '../../../engine/words.ts';
import type { LookFound, LookInput } from './saving-look.ts';

const MOVE_AFTER_LOSS = rate('0.2');

/** What is lost where the legs are closed by force and prices then turn. */
export function legLost({ orders }: LookInput): LookFound {
  const lost = byQuote(orders, (worth) => moneyTimes(worth, MOVE_AFTER_LOSS, 'half-even'));
  if (lost === null) return { state: 'unknown', words: 'Not known without a price.' };
  const words = `If the venue closed the legs by force and prices then moved 20 % the other way, about ${sumsText(lost)} would be lost.`;
  return { state: 'look', words };
}

/** Fees to open and to close. */
export function costs({ orders }: LookInput): LookFound {
  const fees = byQuote(orders, (worth, order) => tradeFee(order.terms, orderQuantity(order), worth));
  if (fees === null)
    return {
      state: 'unknown',
      words: 'A fee is not known: ask the venue. Spread and impact come on top.',
      ask: true,
    };
  return {
    state: 'fine',
    words: `Fees to open are about ${sumsText(fees)}, and the same to close; spread and impact come on top.`,
  };
}

type Sums = ReadonlyMap<AssetId, Money>;

/** Amounts of orders, each quote currency by itself; null where one is not known. */
function byQuote(
  orders: readonly CheckedOrder[],
  amountOf: (worth: Money, order: CheckedOrder) => Money | null,
): Sums | null {
  const sums = new Map<AssetId, Money>();
  for (const order of orders) {
    const worth = notionalAs(order, 'order');
    const amount = worth === null ? null : amountOf(worth, order);
    if (amount === null) return null;
    const { quote } = order.terms;
    sums.set(quote, add(sums.get(quote) ?? zeroMoney, amount));
  }
  return sums;
}

function sumsText(sums: Sums): string {
  return sums.size === 0 ? 'nothing' : listText([...sums].map(([asset, amount]) => moneyText(amount, asset)));
}
