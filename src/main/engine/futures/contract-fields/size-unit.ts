import type { AssetId } from '../../../../shared/domain/asset.ts';
import type { ContractTerms } from '../../../../shared/domain/contract-terms.ts';
import { quantityText } from '../../words.ts';

type SizeTerms = Pick<ContractTerms, 'payoff' | 'quantityUnit' | 'underlying' | 'quote' | 'settleAsset'>;

/** What `multiplier` counts: coins, quote money, or for quanto contracts the settle asset for each point of price. */
export function sizeUnit({ payoff, quantityUnit, underlying, quote, settleAsset }: SizeTerms): AssetId {
  if (payoff === 'quanto') return settleAsset;
  if (payoff === 'linear') return quantityUnit === 'quote' ? quote : underlying;
  return quantityUnit === 'base' ? underlying : quote;
}

/** "0.1 BTC", "100 USD", "0.000001 BTC a point". */
export function sizeText(terms: SizeTerms & Pick<ContractTerms, 'multiplier'>): string {
  const size = quantityText(terms.multiplier, sizeUnit(terms));
  return terms.payoff === 'quanto' ? `${size} a point` : size;
}
