/** Coins, futures on them and what is left, for the assets that hedges stand on. Pure. */
import type { CallAnswer } from '../../../shared/contract/contract.ts';
import type { ExposureRow } from '../../charts/exposure-waterfall.tsx';
import { formatMoney, signOf } from '../../ui/number-format.ts';

type Holdings = CallAnswer<'holdings.read'>;

/** Only what has a price; in the order of `assets`. */
export function exposureLeft(
  { holdings }: Pick<Holdings, 'holdings'>,
  assets: readonly string[],
): readonly ExposureRow[] {
  return assets.flatMap((name) => {
    const holding = holdings.find(({ asset }) => asset === name);
    if (holding === undefined || holding.effectiveValue === null) return [];
    return [
      {
        name,
        coins: holding.value ?? '0',
        futures: holding.futuresValue ?? '0',
        net: holding.effectiveValue,
        weight: holding.effectiveWeight,
      },
    ];
  });
}

/** "BTC: of $57,000.00 in coins, $51,000.00 still moves with its price." */
export function exposureLeftSentence(rows: readonly ExposureRow[], currency: string): string {
  if (rows.length === 0) return 'None of the hedged coins has a price.';
  return rows
    .map(({ name, coins, net }) =>
      signOf(coins) === 'flat'
        ? `${name}: no coins, and futures of ${formatMoney(net, currency)} move with its price.`
        : `${name}: you hold ${formatMoney(coins, currency)} in coins; with the futures, ${formatMoney(net, currency)} moves with its price.`,
    )
    .join(' ');
}
