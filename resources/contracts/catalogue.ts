import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import { fromEarlier } from './earlier-terms.ts';
import type { EarlierTerms } from './earlier-terms.ts';
import { binanceCoinMContracts, binanceUsdMContracts } from './binance.ts';
import { cmeContracts } from './cme.ts';
import { bybitContracts, okxContracts } from './bybit-okx.ts';
import { deribitContracts, krakenFuturesContracts } from './deribit-kraken.ts';
import { bitnomialContracts, coinbaseDerivativesContracts } from './us-derivatives.ts';

/**
 * The contracts that Hedgerow knows, one venue after the other: contracts and templates of dated series.
 * Facts as of each entry's date, with their sources; nothing is fetched. `engine/futures/contract-lookup.ts` finds
 * an id in it, resolving "cme:MBT-202612" or "binance-um:BTCUSDT_261225" from its template.
 */
export const contractCatalogue: readonly ContractTerms[] = (
  [
    ...cmeContracts,
    ...coinbaseDerivativesContracts,
    ...bitnomialContracts,
    ...binanceUsdMContracts,
    ...binanceCoinMContracts,
    ...bybitContracts,
    ...okxContracts,
    ...deribitContracts,
    ...krakenFuturesContracts,
  ] as readonly EarlierTerms[]
).map(fromEarlier);
