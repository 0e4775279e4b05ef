/** What the choice of lots leaves open: coins in no account, lots in several, a method that needs an order on record. */
import { lotMethodWords } from '../../../../shared/domain/lot-method-words.ts';
import type { AccountId } from '../../../../shared/domain/account.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { OpenLot } from '../../../../shared/domain/lot.ts';
import { isNegative, isZero, negate, sum } from '../../../../shared/num/arithmetic.ts';
import type { Money } from '../../../../shared/num/types.ts';
import { zeroMoney } from '../../../../shared/num/types.ts';
import { listText, moneyText, quantityText } from '../../words.ts';
import type { Caveat } from './caveat.ts';
import type { CoinTrade, ComparisonCase } from './comparison-case.ts';
import { sellLots } from './sell-lots.ts';

export function lotCaveats(given: ComparisonCase): Caveat[] {
  return [...elsewhereCaveats(given), ...accountCaveats(given), ...standingOrderCaveats(given)];
}

function soldAssets({ trades }: ComparisonCase): readonly CoinTrade[] {
  return trades.filter(({ coins }) => isNegative(coins));
}

/** Nobody can sell from a place that nobody knows. */
function elsewhereCaveats(given: ComparisonCase): Caveat[] {
  const lost = given.elsewhere.filter(({ asset }) =>
    soldAssets(given).some((trade) => trade.asset === asset),
  );
  if (lost.length === 0) return [];
  const words = listText(lost.map(({ asset, quantity }) => quantityText(quantity, asset)));
  return [
    {
      code: 'lots-elsewhere',
      text: `${words} left your accounts and arrived in none that is known: left out of sale and hedge. If they lie in an account of yours, its lots belong here too.`,
      law: 'Reg. 1.1012-1(j)',
    },
  ];
}

/** Basis is per account, and coins are sold where they lie. */
function accountCaveats(given: ComparisonCase): Caveat[] {
  return soldAssets(given).flatMap((trade) => {
    const accounts = accountsOf(given.lots.filter(({ asset }) => asset === trade.asset));
    if (accounts.length < 2) return [];
    const names = listText(accounts.map(given.accountName));
    const alone = accounts.flatMap((account) => {
      const gain = gainNow(
        given.lots.filter((lot) => lot.account === account),
        trade,
        given,
      );
      return gain === null ? [] : [`from ${given.accountName(account)} ${moneyText(gain, given.currency)}`];
    });
    return [
      {
        code: 'lots-across-accounts',
        text: `Lots of ${trade.asset} are picked across ${names} as if they lay in one. Basis counts by account, and a lot is sold where it lies. ${aloneWords(alone, accounts.length, trade.asset)}`,
        law: 'Reg. 1.1012-1(j)',
      },
    ];
  });
}

function aloneWords(alone: readonly string[], accounts: number, asset: AssetId): string {
  if (alone.length === 0) return `No account alone holds enough ${asset} for the sale.`;
  const others = alone.length < accounts ? '; the others do not hold enough' : '';
  return `Selling now out of one account alone, the gain would be: ${alone.join(', ')}${others}.`;
}

/** Any other order than first in, first out is identification by a standing order: a broker has to be told of it. */
function standingOrderCaveats(given: ComparisonCase): Caveat[] {
  const earliest = given.lots.toSorted((a, b) =>
    a.acquired < b.acquired ? -1 : a.acquired > b.acquired ? 1 : 0,
  );
  const sold = soldAssets(given).filter(({ asset }) => given.lots.some((lot) => lot.asset === asset));
  if (given.lotMethod === 'fifo' || given.lotMethod === 'specific' || sold.length === 0) return [];
  const total = (lots: readonly OpenLot[]): string =>
    moneyText(
      sum(
        sold.map((trade) => gainOf(lots, trade, given)),
        zeroMoney,
      ),
      given.currency,
    );
  return [
    {
      code: 'standing-order',
      text: `Your standing order sells ${lotMethodWords[given.lotMethod]}. From 2027 on it counts at a broker only if the broker was told before the sale. Without it the earliest acquired are sold: selling now, a gain of ${total(earliest)} in place of ${total(given.lots)}.`,
      law: 'Reg. 1.1012-1(j); Notices 2025-7, 2026-20',
    },
  ];
}

function accountsOf(lots: readonly OpenLot[]): readonly AccountId[] {
  return [...new Set(lots.map(({ account }) => account))];
}

/** null where the lots do not cover the sale. */
function gainNow(lots: readonly OpenLot[], trade: CoinTrade, given: ComparisonCase): Money | null {
  return isZero(saleToday(lots, trade, given).uncovered) ? gainOf(lots, trade, given) : null;
}

function gainOf(lots: readonly OpenLot[], trade: CoinTrade, given: ComparisonCase): Money {
  return sum(
    saleToday(lots, trade, given).sales.map(({ gain }) => gain),
    zeroMoney,
  );
}

function saleToday(
  lots: readonly OpenLot[],
  { asset, coins, price }: CoinTrade,
  { asOf, spotFee }: ComparisonCase,
): ReturnType<typeof sellLots> {
  return sellLots(lots, { asset, quantity: negate(coins), date: asOf, price, spotFee });
}
