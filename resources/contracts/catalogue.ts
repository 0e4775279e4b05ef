import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import { binanceCoinMContracts } from './binance-coin-m.ts';
import { binanceUsdMContracts } from './binance-usd-m.ts';
import { bingxContracts } from './bingx.ts';
import { bitgetContracts } from './bitget.ts';
import { bitmexContracts } from './bitmex.ts';
import { bitnomialContracts } from './bitnomial.ts';
import { bybitContracts } from './bybit.ts';
import { cmeSpotQuoted } from './cme-spot-quoted.ts';
import { cmeContracts, cmeNewCoins } from './cme.ts';
import { coinbaseDerivativesContracts } from './coinbase-derivatives.ts';
import { coinbaseInternationalContracts } from './coinbase-international.ts';
import { deribitContracts } from './deribit.ts';
import { krakenFuturesContracts } from './kraken-futures.ts';
import { mexcContracts } from './mexc.ts';
import { okxContracts } from './okx.ts';
import { weexContracts } from './weex.ts';

/**
 * The contracts that Hedgerow knows, one venue after the other, those of the United States first: contracts and
 * templates of dated series. Facts as of each entry's date, each field with its evidence; nothing is fetched.
 * `engine/futures/contract-lookup.ts` finds an id in it, resolving "cme:MBT-202612" or "binance-um:BTCUSDT_261225" from
 * its template.
 */
export const contractCatalogue: readonly ContractTerms[] = [
  ...cmeContracts,
  ...cmeSpotQuoted,
  ...cmeNewCoins,
  ...coinbaseDerivativesContracts,
  ...bitnomialContracts,
  ...binanceUsdMContracts,
  ...binanceCoinMContracts,
  ...bybitContracts,
  ...okxContracts,
  ...bitgetContracts,
  ...mexcContracts,
  ...bingxContracts,
  ...weexContracts,
  ...deribitContracts,
  ...krakenFuturesContracts,
  ...coinbaseInternationalContracts,
  ...bitmexContracts,
];
