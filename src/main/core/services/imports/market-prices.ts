/** Prices that a market file brings are in that market's money: only those in the reporting currency value what is held. */
import { assetClass } from '../../../../shared/domain/asset.ts';
import type { AssetId } from '../../../../shared/domain/asset.ts';
import { failure } from '../../../../shared/errors/failure.ts';
import type { ArrivingPrice } from './arriving-rows.ts';
import type { ProblemBook } from './problem-book.ts';

/**
 * The prices whose money is the reporting currency, or a stablecoin of it (taken at par, as everywhere); the others are left
 * out, which is said of the file.
 */
export function pricesInCurrency(
  prices: readonly ArrivingPrice[],
  currency: AssetId,
  file: string,
  problems: ProblemBook,
): readonly ArrivingPrice[] {
  const others = new Map<AssetId, number>();
  const kept = prices.filter(({ quote }) => {
    if (quote === undefined || isCurrency(quote, currency)) return true;
    others.set(quote, (others.get(quote) ?? 0) + 1);
    return false;
  });
  for (const [quote, count] of others)
    problems.addOfFile(failure('import/price-in-other-money', { count, quote, currency }, { file }));
  return kept;
}

function isCurrency(quote: AssetId, currency: AssetId): boolean {
  const kind = assetClass(quote, currency);
  return kind === 'currency' || kind === 'stablecoin';
}
