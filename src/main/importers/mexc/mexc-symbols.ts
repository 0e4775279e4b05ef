/** MEXC's markets: coins parted by a line, below or in the middle. */
import { type ContractId, contractId } from '../../../shared/domain/contract-spec.ts';
import type { Pair } from '../binance-pairs.ts';

/** BTC_USDT, BTC-USDT, BTC/USDT; null where nothing parts the coins. */
export function mexcPair(symbol: string): Pair | null {
  const [base = '', quote = '', ...rest] = symbol.toUpperCase().split(/[_/-]/u);
  return base === '' || quote === '' || rest.length > 0 ? null : { base, quote };
}

export interface MexcContract {
  readonly contract: ContractId;
  /** What profit is paid in: contracts in dollars pay in their coin. */
  readonly settle: string;
}

export function mexcContract(symbol: string): MexcContract | null {
  const pair = mexcPair(symbol);
  if (pair === null) return null;
  const { base, quote } = pair;
  return { contract: contractId('mexc', `${base}_${quote}`), settle: quote === 'USD' ? base : quote };
}
