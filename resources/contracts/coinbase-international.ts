import { assetId } from '../../src/shared/domain/asset.ts';
import { contractId } from '../../src/shared/domain/contract-spec.ts';
import type { ContractTerms } from '../../src/shared/domain/contract-terms.ts';
import { money, price, quantity } from '../../src/shared/num/parse.ts';
import { abroad, abroadClaims, coinBox, entry, known, usdc, verified } from './entry.ts';
import { source } from './sources.ts';

function perpetual(coin: string, tick: string): ContractTerms {
  return entry(
    {
      ...abroad,
      ...coinBox,
      ...usdc,
      id: contractId('coinbase-international', `${coin}-PERP`),
      venue: 'Coinbase International',
      symbol: `${coin}-PERP`,
      name: `Coinbase International ${coin} perpetual`,
      underlying: assetId(coin),
      kind: 'perpetual',
      series: null,
      multiplier: quantity('1'),
      quantityStep: quantity('0.0001'),
      minQuantity: quantity('0.0001'),
      minNotional: money('10'),
      priceTick: price(tick),
      fundingIntervalHours: 1,
      notes: 'An older page says 5 times as the largest leverage; fees and margin are not known here.',
    },
    abroadClaims,
    known('fundingIntervalHours'),
    verified([source.coinbaseInternational]),
  );
}

export const coinbaseInternationalContracts: readonly ContractTerms[] = [
  perpetual('BTC', '0.1'),
  perpetual('ETH', '0.01'),
];
